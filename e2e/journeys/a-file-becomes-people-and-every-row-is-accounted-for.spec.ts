import { expect, type Page } from "@playwright/test";
import { untilAlive } from "../support/look";
import { signIn } from "../support/people";
import { test } from "../support/test";

async function choose(page: Page, name: string, text: string | Buffer) {
  await page.goto("/contacts/import");
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Choose a file" }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
}
const part = (page: Page, name: string) =>
  page
    .locator("dl > div", { has: page.locator("dt", { hasText: name }) })
    .locator("dd")
    .first();

test("a file becomes people: bad files are refused in a sentence, rows are counted, known people are filled and never erased", async ({
  page,
}) => {
  await signIn(page, "Anna Keller");
  const refused: [string, string | Buffer, RegExp][] = [
    ["picture.csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), /This is a picture/],
    ["header.csv", "email,name\n", /header but no rows/],
  ];
  for (const [name, text, sentence] of refused) {
    await choose(page, name, text);
    await expect(page.getByRole("main").getByRole("alert")).toContainText(sentence);
    await expect(page.getByText(name)).toHaveCount(0);
  }

  await choose(page, "towns.csv", "name,town\nAda,Ulm\n");
  await expect(page.getByText("Choose the column that holds the email address.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Import 1 row" })).toBeDisabled();
  await choose(page, "cut.csv", 'email,name\na@a.example,"Ada and then');
  await expect(page.getByText("A quotation that begins in line 2 never ends")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Go on/ })).toBeDisabled();

  await choose(
    page,
    "fair.csv",
    "E-Mail;Vorname;Nachname;Firma;Ort\r\nzoe@file.example;Zoë;Müßig;Café;\nomar@file.example;Omar;Ray;;Bonn\r\nOMAR@file.example;Again;;;\nnobody;;;;\n",
  );
  await expect(page.getByText("2 new, 0 known, 2 refused").filter({ visible: true })).toBeVisible();
  await expect(page.getByRole("row", { name: /Zoë Müßig zoe@file.example Café/ })).toBeVisible();
  await page.getByRole("button", { name: "Import 4 rows" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("4 rows read, 4 accounted for");
  await expect(part(page, "created")).toHaveText("2");
  await expect(part(page, "refused")).toHaveText("2");
  await expect(page.getByRole("row", { name: /4 Again OMAR@file.example The same address as line 3/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /5 nobody No @ in the address/ })).toBeVisible();

  await choose(page, "fair.csv", "email,first name,town\nzoe@file.example,Zoe,Ulm\nomar@file.example,,\n");
  await expect(page.getByText("2 of them you know already.")).toBeVisible();
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2 rows read, 2 accounted for");
  await expect(part(page, "updated")).toHaveText("1");
  await expect(part(page, "unchanged")).toHaveText("1");
  await page.goto("/contacts?q=zoe@file");
  await page.getByRole("link", { name: "Zoë Müßig" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Zoë Müßig");
  await expect(page.getByText(/Updated by Anna Keller with fair.csv, line 2/)).toBeVisible();
  await expect(page.getByText(/Created by Anna Keller with fair.csv, line 2/)).toBeVisible();
});

test("lists hold whom one chooses, over every page, and let go of them again", async ({ page }) => {
  await signIn(page, "Anna Keller");
  await page.goto("/contacts");
  await page.getByRole("button", { name: "New list" }).click();
  await page.getByRole("textbox", { name: "Name of the new list" }).fill("Everybody at once");
  await untilAlive(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nobody is in this list");

  await page.goto("/contacts");
  const search = page.getByRole("searchbox", { name: "Search name, address, company" });
  // Keys are heard once the page has come to life.
  await expect(async () => {
    await untilAlive(page);
    await page.keyboard.press("/");
    await expect(search).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type("foods");
  await expect(page).toHaveURL(/q=foods/);
  const total = Number(
    (await page.getByRole("navigation", { name: "Pages of the list" }).locator("strong").textContent())?.replace(",", ""),
  );
  expect(total).toBeGreaterThan(1);
  await page.getByRole("checkbox", { name: "Choose all on this page" }).check();
  const all = page.getByRole("button", { name: `Select all ${total}` });
  if (total > 50) await all.click();
  await page.getByRole("button", { name: "Add to list" }).click();
  await page.getByRole("menuitem", { name: "Everybody at once" }).click();
  await expect(page.getByText(`${total} people added to Everybody at once.`)).toBeVisible();
  await page
    .getByRole("navigation", { name: "Which contacts" })
    .getByRole("link", { name: /Everybody at once/ })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${total} people`);

  await page
    .getByRole("combobox", { name: "Email or name" })
    .or(page.getByRole("textbox", { name: "Email or name" }))
    .first()
    .fill("new@person.example");
  await page.getByRole("option", { name: "Somebody new with this address" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${total + 1} people`);
  await page.getByRole("checkbox", { name: "Choose new@person.example" }).check();
  await page.getByRole("button", { name: "Remove from Everybody at once" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${total} people`);
  await page.getByRole("button", { name: "Take back" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${total + 1} people`);

  await page.getByRole("button", { name: "More for this list" }).click();
  await page.getByRole("menuitem", { name: "Delete this list" }).click();
  await expect(page).toHaveURL(/\/contacts$/);
  await expect(page.getByRole("link", { name: /Everybody at once/ })).toHaveCount(0);
});

test("a suppressed address gets no mail until an administrator lifts it with a reason; a member is told so", async ({
  browser,
}) => {
  const ben = await (await browser.newContext()).newPage();
  await signIn(ben, "Ben");
  await ben.goto("/contacts");
  await ben.getByRole("table").getByRole("link").nth(3).click();
  await ben.getByRole("button", { name: "Suppress" }).click();
  await ben.getByRole("dialog").getByRole("button", { name: "Suppress this address" }).click();
  await expect(ben.getByText("Gets no mail from your team")).toBeVisible();
  await expect(ben.getByText("Only an administrator of your team can lift it, with a reason.")).toBeVisible();
  await expect(ben.getByRole("button", { name: "Lift the suppression" })).toHaveCount(0);

  const anna = await (await browser.newContext()).newPage();
  await signIn(anna, "Anna Keller");
  await anna.goto(new URL(ben.url()).pathname);
  await anna.getByRole("button", { name: "Lift the suppression" }).click();
  await anna.getByRole("textbox", { name: "Why" }).fill("asked us to write again");
  await anna.getByRole("button", { name: "Lift it" }).click();
  await expect(anna.getByText("Gets no mail from your team")).toHaveCount(0);
  await expect(anna.getByText("by Anna Keller: asked us to write again")).toBeVisible();
});
