import { expect, type Page } from "@playwright/test";
import { look } from "../support/look";
import { signIn } from "../support/people";
import { test } from "../support/test";

const domain = `files-${Date.now()}.example`;

async function choose(page: Page, name: string, bytes: Buffer) {
  await page.goto("/contacts/import");
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Choose a file" }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: "text/csv", buffer: bytes });
}
const region = (page: Page, name: string) => page.getByRole("region", { name });

test("a quoted cell that swallowed people is shown, and given back by one press", async ({ page }) => {
  await signIn(page, "Anna Keller");
  const people = Array.from(
    { length: 30 },
    (_, n) => `Person ${n};p${n}@${domain};Firm ${n};"Owner, since 20${10 + (n % 10)}";2${n}`,
  );
  people.splice(
    12,
    0,
    `Kiley Caldarera;kiley@${domain};Feiner Bros;"Kiley, the boss;2018`,
    `Mattie Poquette;mattie@${domain};Century Communications;Clerk;2020`,
    `Meaghan Garufi;meaghan@${domain};Bolton, Wilbur Esq;says hello";2022`,
  );
  await choose(page, "leads.csv", Buffer.from(`Name;E-mail;Company;Role;Since\n${people.join("\n")}\n`));
  await expect(page.getByText("A quoted cell swallowed 2 addresses, line 14")).toBeVisible();
  await expect(page.getByRole("button", { name: "Go on with 31 rows" })).toBeVisible();
  await expect(region(page, "As it lies in the file")).toContainText("then around line 14");
  await expect(region(page, "The rows as they fall").getByRole("row", { name: /14–16 Kiley Caldarera/ })).toBeVisible();
  await look(page, "import-reading", "light");
  await page.getByRole("button", { name: "Read quotes as text" }).click();
  await expect(page.getByRole("button", { name: "Go on with 33 rows" })).toBeVisible();
  await expect(page.getByText("Nothing about this file is doubtful.")).toBeVisible();
  await page.getByRole("button", { name: "All as found" }).click();
  await expect(page.getByRole("button", { name: "Go on with 31 rows" })).toBeVisible();
  await page.getByRole("button", { name: "Read quotes as text" }).click();
  await page.getByRole("button", { name: "Go on with 33 rows" }).click();
  await expect(page.getByText("33 new, 0 known, 0 refused").filter({ visible: true })).toBeVisible();
  await page.getByRole("button", { name: "Import 33 rows" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("33 rows read, 33 accounted for");
});

test("letters of a Polish Excel are right, and read wrongly by hand they are seen at once", async ({ page }) => {
  await signIn(page, "Anna Keller");
  const polish: Record<string, number> = { ę: 0xea, Ł: 0xa3, ó: 0xf3, ł: 0xb3, ć: 0xe6, Ż: 0xaf, ś: 0x9c, ą: 0xb9 };
  const text = `Imię;Nazwisko;Firma;Adres e-mail\r\nŁukasz;Żółć;Gęś sp. z o.o.;lukasz@${domain}\r\nEwa;Dąbek;Źródło;ewa@${domain}\r\n`;
  await choose(page, "kontakty.csv", Buffer.from([...text].map((letter) => polish[letter] ?? letter.charCodeAt(0) & 0xff)));
  await expect(page.getByRole("row", { name: new RegExp(`Łukasz Żółć lukasz@${domain}`) })).toBeVisible();
  await page.getByRole("link", { name: "See how it was read" }).click();
  const letters = page
    .getByRole("textbox", { name: "Letters" })
    .or(page.getByRole("combobox", { name: "Letters" }))
    .first();
  await expect(letters).toHaveValue("Central European Windows (1250)");
  await letters.click();
  await page.getByRole("option", { name: "Western Windows (1252)" }).click();
  await expect(region(page, "The rows as they fall")).toContainText("£ukasz");
  await page.getByRole("button", { name: "All as found" }).click();
  await expect(region(page, "The rows as they fall")).toContainText("Łukasz");
});

test("an export of LinkedIn is read below its notes, and who gave no address is refused with a reason", async ({ page }) => {
  await signIn(page, "Anna Keller");
  const notes =
    'Notes:\r\n"When exporting your connection data, you may notice that some of the email addresses are missing."\r\n\r\n';
  const rows = [
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
    `Lea,Hale,https://www.linkedin.com/in/lea,lea@${domain},Hale & Sons,"Head of purchasing, north",12 Nov 2026`,
    "Max,Moser,https://www.linkedin.com/in/max,,Moser,Owner,03 Oct 2026",
    `Ida,Ünal,https://www.linkedin.com/in/ida,ida@${domain},Ünal Foods,Buyer,01 Jan 2025`,
  ];
  await choose(page, "Connections.csv", Buffer.from(notes + rows.join("\r\n")));
  const goOn = page.getByRole("button", { name: "Go on with 3 rows" });
  const counts = page.getByText("2 new, 0 known, 1 refused").filter({ visible: true });
  // Where something is doubtful that is shown first.
  await expect(goOn.or(counts)).toBeVisible();
  if (await goOn.isVisible()) await goOn.click();
  await expect(counts).toBeVisible();
  await expect(page.getByRole("row", { name: /Ida Ünal/ })).toBeVisible();
  await page.getByRole("button", { name: "Import 3 rows" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("3 rows read, 3 accounted for");
  await expect(page.getByRole("table", { name: "Refused rows" })).toContainText("No address in this row");
});

test("a list without a line of names, and a file of many thousand people", async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, "Anna Keller");
  await choose(page, "bare.csv", Buffer.from(`one@${domain}\ntwo@${domain}\n`));
  await expect(page.getByText("2 new, 0 known, 0 refused").filter({ visible: true })).toBeVisible();
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2 rows read, 2 accounted for");

  const many = process.env.PROVE === "1" ? 500_000 : 20_000;
  const note = "met at the fair in Hannover, where they told of their plans for the coming year ".repeat(
    process.env.PROVE ? 1 : 8,
  );
  const rows = Array.from({ length: many }, (_, n) => `Person ${n},m${n}@${domain},Firm ${n % 999},${note}${n}`);
  await choose(page, "many.csv", Buffer.from(`Name,Email,Company,Note\n${rows.join("\n")}\n`));
  const begin = page.getByRole("button", { name: `Import ${many.toLocaleString("en")} rows` });
  await expect(begin).toBeEnabled({ timeout: 90_000 });
  await begin.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    `${many.toLocaleString("en")} rows read, ${many.toLocaleString("en")} accounted for`,
    { timeout: 150_000 },
  );
});
