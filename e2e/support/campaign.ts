import { expect, type Page } from "@playwright/test";

export type Step = { subject: string; text: string };

/** A zone of the list in which it is about midday now, so that no test meets midnight. */
export function middayZone(now = new Date()): string {
  const hourIn = (timeZone: string) =>
    Number(new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone }).format(now));
  const found = Intl.supportedValuesOf("timeZone").find((zone) => hourIn(zone) === 12 && zone.includes("/"));
  if (!found) throw new Error("It is midday nowhere.");
  return found;
}

/** Any hour of any day, where it is midday. */
export async function sendAlways(page: Page, { dailyLimit, spacingSeconds }: { dailyLimit: number; spacingSeconds: number }) {
  const rules = page.getByRole("region", { name: "Sending rules" });
  const open = (name: string) => rules.getByRole("button", { name: new RegExp(`^${name}`) }).click();
  await open("Days");
  for (const day of ["Saturday", "Sunday"]) await page.getByRole("checkbox", { name: day }).check();
  await page.getByRole("button", { name: "Keep these days" }).click();
  await expect(rules).toContainText("Any day");
  await open("Hours");
  await page.getByRole("checkbox", { name: "Any hour" }).check();
  await page.getByRole("button", { name: "Keep these hours" }).click();
  await expect(rules).toContainText("0:00 and 24:00");
  const zone = middayZone();
  await open("Time zone");
  await page.getByLabel("Time zone", { exact: true }).and(page.locator("input")).fill(zone);
  await page.getByRole("option").first().click();
  await open("Daily limit");
  await page.getByLabel("Mails a day, at most").fill(String(dailyLimit));
  await page.getByRole("button", { name: "Keep this number" }).click();
  await expect(rules).toContainText(`${dailyLimit} a day`);
  await open("Spacing");
  await page.getByLabel("Seconds between two mails").fill(String(spacingSeconds));
  await page.getByRole("button", { name: "Keep this number" }).click();
  await expect(rules).toContainText(spacingSeconds === 0 ? "right after" : `${spacingSeconds} s apart`);
}

/** Writes the sequence, a step after the other; an empty subject answers in the same thread. */
export async function writeSteps(page: Page, steps: Step[]) {
  for (const [place, step] of steps.entries()) {
    const list = page.getByRole("list", { name: "Steps" });
    if ((await list.getByRole("listitem").count()) <= place) {
      await page.getByRole("button", { name: "Add a step" }).click();
      await page.getByRole("menuitem", { name: "Empty step" }).click();
      await expect(list.getByRole("listitem")).toHaveCount(place + 1);
    }
    await list.getByRole("listitem").nth(place).locator("button").last().click();
    if (step.subject) await type(page, "Subject", step.subject);
    await type(page, "Text", step.text);
    // The word of the step before may still stand there: what is typed is kept once it has changed twice.
    await expect(page.getByText("Saving", { exact: true })).toBeVisible();
    await expect(page.getByText(/^Saved/).first()).toBeVisible();
  }
}

/** Writes a text in place of what stands in an editor. */
export async function type(page: Page, field: string, text: string) {
  const box = page.getByRole("textbox", { name: field, exact: true });
  await box.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(text);
}

/** Launches the campaign whose Setup is open. */
export async function launch(page: Page, people: number) {
  await page.getByRole("button", { name: "Check and launch" }).click();
  await page
    .getByRole("button", { name: `Launch for ${people.toLocaleString("en")} ${people === 1 ? "person" : "people"}` })
    .click();
  await expect(page.getByRole("button", { name: "Check and launch" })).toBeHidden();
}
