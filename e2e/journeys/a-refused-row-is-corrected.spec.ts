import { expect, type Page } from "@playwright/test";
import { look } from "../support/look";
import { signIn } from "../support/people";
import { test } from "../support/test";
import { bringIn } from "../support/upload";

const domain = `correct-${Date.now()}.example`;
const file = [
  "Email,First name,Last name,Company,City",
  `info@${domain},Front,Desk,Firm,Bonn`,
  "gladys.rim,Gladys,Rim,T M Byxbee,Milwaukee",
  ",Yuki,Whobrey,Farmers Insurance,Taylor",
  "fletcher.flosi@yahoo,Fletcher,Flosi,Post Box,Rockford",
  `info@${domain},Pat,Twice,Firm,Bonn`,
  `lee@@${domain},Lee,Two,Firm,Ulm`,
  `p${Date.now()}@mailinator.com,Minute,Mail,Firm,Ulm`,
].join("\n");

/** What has the focus, by its name. */
const focused = (page: Page) => page.locator(":focus");

/** In light and in the dark. */
async function inBoth(page: Page, name: string) {
  for (const scheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await look(page, name, scheme);
  }
}

test("refused rows are corrected one after another by keys, and taken back with their import", async ({ page }) => {
  await signIn(page, "Anna Keller");
  await bringIn(page, `shops-${Date.now()}.csv`, file, 7);
  const rows = page.getByRole("table", { name: "Refused rows" }).getByRole("row");
  await expect(page.getByRole("heading", { name: "5 refused" })).toBeVisible();
  // That a line is another's has nothing to correct.
  await expect(rows.filter({ hasText: "The same address as line 2" }).getByRole("button")).toHaveCount(0);
  await inBoth(page, "import-result-refused");

  await page.getByText("1 is a shared address such as info@, 1 is a throw-away address.").click();
  await expect(page.getByRole("table", { name: "Shared and throw-away addresses" })).toContainText(`info@${domain}`);
  await look(page, "import-result-unusual", "light");
  await page.getByText("1 is a shared address").click();

  const first = page.getByRole("button", { name: "Correct line 3" });
  await first.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Correct line 3" });
  await expect(dialog).toContainText("Refused: No @ in the address.");
  await expect(focused(page)).toHaveAccessibleName("Email");
  await inBoth(page, "import-correct");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(first).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(focused(page)).toHaveAccessibleName("Email");
  await page.keyboard.type("@rim");
  await page.keyboard.press("Enter");
  await expect(dialog).toContainText("The domain has no ending");
  await look(page, "import-correct-wrong", "light");
  await page.getByLabel("Email").fill(`info@${domain}`);
  await page.keyboard.press("Enter");
  await expect(dialog).toContainText("The same address as line 2");
  await page.getByLabel("Email").fill(`gladys@${domain}`);
  await page.getByLabel("City").fill("Ulm");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Gladys Rim is in, as line 3")).toBeVisible();
  await expect(page.getByRole("heading", { name: "4 refused" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Correct line 4" })).toBeFocused();
  await look(page, "import-corrected", "light");

  // Further by keys alone.
  for (const [line, name] of [
    [4, "yuki"],
    [5, "fletcher"],
  ] as const) {
    await expect(page.getByRole("button", { name: `Correct line ${line}` })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: `Correct line ${line}` })).toBeVisible();
    await expect(focused(page)).toHaveAccessibleName("Email");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(`${name}@${domain}`);
    await page.keyboard.press("Enter");
    await expect(page.getByText(`is in, as line ${line}`)).toBeVisible();
  }
  // The last one is open while somebody else brings it in: the dialog stays, and says so.
  await page.getByRole("button", { name: "Correct line 7" }).press("Enter");
  const last = page.getByRole("dialog", { name: "Correct line 7" });
  await expect(last).toBeVisible();
  const colleague = await page.context().newPage();
  await colleague.goto(page.url());
  await colleague.getByRole("button", { name: "Correct line 7" }).click();
  await colleague.getByLabel("Email").fill(`lee@${domain}`);
  await colleague.keyboard.press("Enter");
  await expect(colleague.getByText("Lee Two is in, as line 7")).toBeVisible();
  await colleague.close();
  await expect(page.getByText("1 refused")).toBeAttached();
  await page.getByLabel("Email").fill(`two@${domain}`);
  await page.keyboard.press("Enter");
  await expect(last).toContainText("Somebody corrected line 7 meanwhile: Lee Two is in. Nothing was changed.");
  await look(page, "import-correct-late", "light");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.getByRole("heading", { name: "1 refused" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("7 rows read, 7 accounted for");

  await page.getByRole("link", { name: "Take back import" }).click();
  await page.getByRole("button", { name: "Take back 6 people" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("6 people went", { timeout: 30_000 });
  await page.goto(`/contacts?q=${domain}`);
  await expect(page.getByText(`gladys@${domain}`)).toHaveCount(0);
});
