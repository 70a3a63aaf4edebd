import { expect, type Page } from "@playwright/test";

/** Opens an empty letter by its key, to these addresses, and writes it; people who are not known become contacts. */
export async function writeLetter(page: Page, letter: { to: string[]; subject: string; text: string }) {
  await page.goto("/contacts");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("w");
    await expect(page).toHaveURL(/\/write\?/, { timeout: 2000 });
  }).toPass();
  const to = page.getByRole("textbox", { name: "To", exact: true });
  for (const address of letter.to) {
    await to.fill(address);
    await expect(page.getByRole("option").first()).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: /^Take .* out$/ })).toHaveCount(letter.to.indexOf(address) + 1);
  }
  await page.keyboard.press("Escape");
  await fill(page, "Subject", letter.subject);
  await fill(page, "Text", letter.text);
  await expect(page.getByText(/^Saved/).first()).toBeVisible();
}

async function fill(page: Page, field: string, text: string) {
  const box = page.getByRole("textbox", { name: field, exact: true });
  await box.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(text);
}

/** The button that signs, under the words it has now. */
export const signButton = (page: Page) => page.locator("footer").getByRole("button", { name: /^Sign/ });

/** Chooses a time tomorrow on the sender's clock. */
export async function leaveTomorrow(page: Page) {
  await page.getByRole("radiogroup", { name: "When it leaves" }).getByText("At a time").click();
  await page.getByRole("button", { name: /^Day/ }).click();
  await page.getByRole("button", { pressed: false }).filter({ hasText: /\d/ }).nth(1).click();
  await expect(signButton(page)).toContainText("9:00");
}
