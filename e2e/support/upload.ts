import { expect, type Page } from "@playwright/test";

/** Uploads a file and leads to the list that was made of it. */
export async function upload(page: Page, name: string, text: string, rows: number) {
  await bringIn(page, name, text, rows);
  await page.getByRole("link", { name: "See the list" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(rows === 1 ? "1 person" : `${rows} people`);
}

/** Uploads a file and waits until all its rows are read. */
export async function bringIn(page: Page, name: string, text: string, rows: number) {
  const said = rows === 1 ? "row" : "rows";
  await page.goto("/contacts/import");
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Choose a file" }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  // A list of its own: two journeys may name their files alike.
  await page.getByLabel("Name of the list").fill(`${name.replace(".csv", "")} ${Date.now()}`);
  await page.getByRole("button", { name: `Import ${rows} ${said}` }).click();
  await expect(page.getByText(`${rows} ${said} read, ${rows} accounted for`)).toBeVisible({ timeout: 30_000 });
}

/** A small file of our own: `rows` people at one domain. */
export function peopleAt(domain: string, rows: number): string {
  return `email,first_name,last_name,company\n${Array.from({ length: rows }, (_, row) => `p${row}@${domain},Pat${row},Person${row},Firm ${row}`).join("\n")}\n`;
}

/** Makes a campaign to the list that is open. */
export async function startCampaign(page: Page, name: string) {
  await page.getByRole("link", { name: "Start a campaign" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Make this campaign" }).click();
  await expect(page.getByRole("region", { name: "Sending rules" })).toBeVisible();
}
