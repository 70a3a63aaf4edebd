import { expect } from "@playwright/test";
import { look } from "../support/look";
import { signIn } from "../support/people";
import { test } from "../support/test";
import { bringIn } from "../support/upload";

const domain = `taken-${Date.now()}.example`;
const header = "email,first_name,last_name,company,city";
const file = (rows: string[]) => `${header}\n${rows.join("\n")}\n`;

test("an import is taken back by a plan in numbers, what was used stays and says why, and all comes back", async ({ page }) => {
  test.setTimeout(180_000);
  const name = `shops-${Date.now()}`;
  await signIn(page, "Anna Keller");
  await bringIn(page, `known-${Date.now()}.csv`, file([`k0@${domain},Kim,Known,,`, `k1@${domain},Kay,Known,,Ulm`]), 2);
  const people = Array.from({ length: 24 }, (_, n) => `p${n}@${domain},Pat${n},Person,Firm ${n},Bonn`);
  const rows = [...people, `k0@${domain},,,Known,Bonn`, `k1@${domain},,,,`, "nobody,,,,"];
  await bringIn(page, `${name}.csv`, file(rows), rows.length);
  await page.goto("/contacts/imports");
  const row = page.getByRole("listitem").filter({ hasText: `${name}.csv` });
  await expect(row).toContainText("24 created");
  await expect(row).toContainText("1 refused");
  // One of them is edited, so is held.
  await page.goto(`/contacts?q=p3@${domain}`);
  await page.getByRole("link", { name: "Pat3 Person" }).click();
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByLabel("Company").fill("Better Firm");
  await page.getByRole("button", { name: "Keep these changes" }).click();
  await expect(page.getByText("Better Firm").first()).toBeVisible();

  await page.goto("/contacts/imports");
  await row.getByRole("link", { name: "Take back" }).click();
  const plan = page.getByRole("complementary", { name: `Take back ${name}.csv?` });
  await expect(plan).toContainText("27 rows, all accounted for. Nothing has changed yet.");
  await expect(plan).toContainText("1 was changed by hand");
  await expect(plan).toContainText("1 was the same before, 1 was refused.");
  await look(page, "imports-plan", "light");
  await look(page, "imports-plan", "dark");
  await page.keyboard.press("Escape");
  await expect(plan).toBeHidden();
  await row.getByRole("link", { name: "Take back" }).click();
  await plan.getByRole("link", { name: "Show 1" }).click();
  await expect(page.getByRole("table", { name: "Who stays" })).toContainText("Anna Keller changed them by hand");
  await look(page, "import-stays", "light");
  await page.goBack();
  await plan.getByRole("button", { name: "Take back 23 people" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("23 people went, 1 stayed for a reason", { timeout: 30_000 });
  await look(page, "import-taken-back", "light");
  await look(page, "import-taken-back", "dark");
  await page.goto(`/contacts?q=${domain}`);
  await expect(page.getByText(`p4@${domain}`)).toHaveCount(0);
  await page.goto(`/contacts/archived?q=${domain}`);
  await expect(page.getByText("Nobody among the archived fits")).toBeVisible();

  await page.goto("/contacts/imports");
  await expect(row).toContainText("23 went, 1 stayed");
  await row.getByRole("link", { name: "Bring back" }).click();
  await page.getByRole("button", { name: "Bring back 23 people" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("27 rows read, 27 accounted for", { timeout: 30_000 });
  await expect(page.getByRole("link", { name: "Take back import" })).toBeVisible();
  await look(page, "import-result-take-back", "light");
  await page.goto(`/contacts?q=p4@${domain}`);
  await expect(page.getByRole("link", { name: "Pat4 Person" })).toBeVisible();
});
