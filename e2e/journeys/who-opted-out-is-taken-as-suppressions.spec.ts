import { expect, type Page } from "@playwright/test";
import { look } from "../support/look";
import { signIn } from "../support/people";
import { test } from "../support/test";

const domain = `out-${Date.now()}.example`;

async function choose(page: Page, name: string, text: string) {
  await page.goto("/contacts/import");
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Choose a file" }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
}

/** In light and in the dark. */
async function inBoth(page: Page, name: string) {
  for (const scheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await look(page, name, scheme);
  }
}

test("a file of people who opted out is offered as suppressions, and only they become entries", async ({ page }) => {
  await signIn(page, "Anna Keller");
  const rows = Array.from({ length: 6 }, (_, n) => `p${n}@${domain},Pat${n},${n < 4 ? "Unsubscribed" : "Subscribed"}`);
  await choose(
    page,
    `audience-${Date.now()}.csv`,
    `Email,First name,Status\n${rows.join("\n")}\ninfo@${domain},Desk,Subscribed\n`,
  );
  const offer = page.getByRole("region", { name: "People who asked not to be mailed" });
  await expect(offer).toContainText("4 of 7 rows asked not to be mailed.");
  await expect(page.getByText("1 is a shared address such as info@.")).toBeVisible();
  await inBoth(page, "import-opted-out");
  const columns = new URL(page.url());
  await page.goto(`${columns.pathname}?step=reading`);
  await expect(offer).toBeVisible();
  await look(page, "import-reading-opted-out", "light");
  await offer.getByRole("button", { name: "Suppress these 4 instead" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("4 new entries");
  await expect(page.getByRole("table", { name: "The first lines" })).toContainText(`p3@${domain}`);
  await expect(page.getByRole("table", { name: "The first lines" })).not.toContainText(`p4@${domain}`);
  await look(page, "suppressions-of-an-import", "light");
  await page.getByRole("button", { name: "Suppress 4 entries" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("4 entries of this file in the list", { timeout: 30_000 });

  // The others still wait, and half of a file is not most of it.
  await page.goto(columns.pathname);
  await expect(page.getByRole("button", { name: "Import 7 rows" })).toBeVisible();
  await choose(page, `half-${Date.now()}.csv`, `Email,Status\na@${domain},Unsubscribed\nb@${domain},Subscribed\n`);
  await expect(page.getByRole("button", { name: "Import 2 rows" })).toBeVisible();
  await expect(offer).toHaveCount(0);
});
