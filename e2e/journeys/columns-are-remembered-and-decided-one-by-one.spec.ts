import { expect, type Page } from "@playwright/test";
import { look } from "../support/look";
import { signIn } from "../support/people";
import { test } from "../support/test";

const domain = `columns-${Date.now()}.example`;
const header = "email,first_name,last_name,company,city,phone,remark";
const people = Array.from({ length: 24 }, (_, n) => ({
  email: `p${n}@${domain}`,
  first: `Pat${n}`,
  last: `Person${n}`,
  company: `Firm ${n}`,
  phone: `+49 731 ${1000 + n}`,
}));
const file = (rows: string[]) => `${header}\n${rows.join("\n")}\n`;
/** Twelve without a town, all with an older phone. */
const before = file(
  people.map((one, n) => `${one.email},${one.first},${one.last},${one.company},${n % 2 ? "Ulm" : ""},${one.phone},old`),
);
const after = file([
  ...people.map((one) => `${one.email},${one.first},${one.last},Other ${one.company},Bonn,+49 30 55,new`),
  ...[1, 2, 3].map((n) => `new${n}@${domain},New${n},Person,Firm,Bonn,+49 30 56,new`),
]);

async function open(page: Page, name: string, text: string) {
  await page.goto("/contacts/import");
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Choose a file" }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await expect(page.getByRole("heading", { name: `Import ${name}` })).toBeVisible();
}
async function choose(page: Page, label: string, option: string) {
  await page.getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

test("each column has its own rule for people who are known, in numbers before, and both are remembered for the next file of the same header", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const stamp = Date.now();
  const columns = page.getByRole("region", { name: "Columns" });
  const outcome = page.getByRole("region", { name: "What it becomes" });
  const row = (name: string) => columns.getByRole("listitem").filter({ hasText: name });
  await signIn(page, "Anna Keller");
  // Nobody of the first file is known: nothing is asked about them.
  await open(page, `shops-${stamp}.csv`, before);
  await expect(page.getByRole("button", { name: "Import 24 rows" })).toBeEnabled();
  await expect(columns.getByRole("combobox", { name: /to people you know/ })).toHaveCount(0);
  await page.getByLabel("Name of the list").fill(`Shops ${stamp}`);
  await page.getByRole("button", { name: "Import 24 rows" }).click();
  await expect(page.getByText("24 rows read, 24 accounted for")).toBeVisible({ timeout: 30_000 });

  await open(page, `leads-${stamp}.csv`, after);
  await expect(outcome).toContainText("24 of them you know already.");
  await expect(outcome).toContainText("Fills blanks of 12 people, overwrites nothing.");
  await expect(row("city")).toContainText("fills 12");
  await look(page, "import-columns-known", "light");
  await outcome.getByText("Overwrite", { exact: true }).click();
  await expect(outcome).toContainText("Fills blanks of 12 people, overwrites 84 cells.");
  await expect(row("phone")).toContainText("fills 0, overwrites 24");
  await choose(page, "What company does to people you know", "Leave");
  await choose(page, "What phone does to people you know", "Fill blanks");
  await expect(row("company")).toContainText("stays as it is");
  await expect(outcome).toContainText("2 columns have rules of their own.");
  await expect(outcome).toContainText("Fills blanks of 12 people, overwrites 36 cells.");
  await choose(page, "remark becomes", "Left out");
  await expect(outcome).toContainText("Fills blanks of 12 people, overwrites 12 cells.");
  // There is a list of this name.
  await page.getByLabel("Name of the list").fill(`  shops ${stamp} `);
  await expect(outcome).toContainText("There is a list of this name with 24 people.");
  await look(page, "import-columns-each", "light");
  await page.emulateMedia({ colorScheme: "dark" });
  // Colours that still change are no picture of either scheme.
  await page.evaluate(async () => {
    const changes = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(changes.map((one) => one.finished));
  });
  await look(page, "import-columns-each", "dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.getByRole("button", { name: "Import 27 rows" }).click();
  await expect(page.getByText("27 rows read, 27 accounted for")).toBeVisible({ timeout: 30_000 });
  await page.getByRole("link", { name: "See the list" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("27 people");
  await page.goto(`/contacts?q=p0@${domain}`);
  await page.getByRole("link", { name: "Pat0 Person0" }).click();
  for (const kept of ["Firm 0", "+49 731 1000", "Bonn"])
    await expect(page.getByText(kept, { exact: true }).first()).toBeVisible();

  // The next file of the same header comes as this one was confirmed.
  await open(page, `again-${stamp}.csv`, after);
  await expect(columns).toContainText(`Columns as in leads-${stamp}.csv`);
  await expect(row("remark").getByRole("combobox")).toHaveValue("Left out");
  await expect(page.getByRole("combobox", { name: "What company does to people you know" })).toHaveValue("Leave");
  await expect(outcome).toContainText("Changes nobody.");
  await look(page, "import-columns-remembered", "light");
  await columns.getByRole("button", { name: "As found" }).click();
  await expect(columns).toContainText("Columns as found in this file");
  await expect(page.getByRole("combobox", { name: "What company does to people you know" })).toHaveValue("As all");
  await expect(page.getByRole("combobox", { name: "remark becomes" })).toHaveValue("Field “remark”");
  await columns.getByRole("button", { name: "As before" }).click();
  await expect(row("remark").getByRole("combobox")).toHaveValue("Left out");
  await page.getByLabel("Name of the list").fill(`Shops ${stamp}`);
  await outcome.getByText("Make a second one", { exact: true }).click();
  await page.getByRole("button", { name: "Import 27 rows" }).click();
  await expect(page.getByText("27 rows read, 27 accounted for")).toBeVisible({ timeout: 30_000 });
  await page.getByRole("link", { name: "See the list" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("27 people");
});
