import { expect } from "@playwright/test";
import { launch, sendAlways, writeSteps } from "../support/campaign";
import { look, untilAlive } from "../support/look";
import { connectMailbox, signIn } from "../support/people";
import { standIn } from "../support/stand-in";
import { test } from "../support/test";
import { startCampaign, upload } from "../support/upload";

const domain = `away-${Date.now()}.example`;
const dayMs = 86_400_000;
const back = new Date(Date.now() + 14 * dayMs);
const later = new Date(Date.now() + 28 * dayMs);
const inWords = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
  back,
);

test("somebody who answers that they are away is left alone, the words say until when, and a person moves the day and takes it back", async ({
  page,
}) => {
  test.setTimeout(240_000);
  await signIn(page, "Anna Keller");
  await connectMailbox(page, "Anna Keller");
  await upload(page, "away.csv", `first_name,email,company\nNora,nora@${domain},Firm 1\nMilan,milan@${domain},Firm 2\n`, 2);
  await startCampaign(page, "Away");
  await sendAlways(page, { dailyLimit: 10, spacingSeconds: 0 });
  await writeSteps(page, [
    { subject: "Invoices at {{ company }}", text: "Hi {{ first_name }}, who types in your invoices?" },
    { subject: "", text: "Hi {{ first_name }}, a short follow-up." },
  ]);
  await launch(page, 2);
  const campaign = new URL(page.url()).pathname;

  await test.step("both first mails are signed and leave", async () => {
    await expect(page.getByText("Needs a signature").first()).toBeVisible({ timeout: 60_000 });
    await page.goto(`/review?campaign=${campaign.split("/").at(-1)}`);
    const queue = page.getByRole("region", { name: "Drafts to sign" });
    await expect(queue.getByText("2 to go")).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole("heading", { level: 2, name: /^Invoices at / })).toBeVisible();
    // Both at once: the follow-up of the one who was mailed first would wait beside the other's first mail.
    await untilAlive(page);
    await page.keyboard.press("Shift+S");
    await expect(page.getByRole("dialog", { name: "Sign 2 drafts?" }).getByRole("button", { name: /^Not yet/ })).toBeFocused();
    await page.keyboard.press("s");
    await expect(page.getByText("Signed 2 drafts")).toBeVisible();
    await expect.poll(async () => (await standIn.mailsTo(domain)).length, { timeout: 90_000 }).toBe(2);
  });

  await test.step("one answers automatically with a day: the follow-up is held, and it is no reply", async () => {
    const mail = (await standIn.mailsTo(domain)).find(({ recipient }) => recipient === `nora@${domain}`);
    if (!mail) throw new Error("No mail arrived.");
    await standIn.answerAway(
      mail.id,
      `Thank you for your message. I am out of the office until ${inWords} with no access to mail. For anything urgent please call the desk.`,
    );
    await page.goto(`${campaign}/contacts?reason=out_of_office`);
    await expect(page.getByRole("row", { name: new RegExp(mail.recipient) })).toContainText("Out of the office", {
      timeout: 90_000,
    });
    await page.getByRole("link", { name: "Nora", exact: true }).click();
  });

  const title = page.getByRole("heading", { name: /^Out of the office, held until / });
  await test.step("the card says until when and underlines the words that name the day", async () => {
    await expect(title).toBeVisible();
    await expect(page.locator("blockquote mark")).toContainText(inWords.replace(/ \d+$/, ""));
    await expect(page.getByText("The day was read from the underlined words.")).toBeVisible();
    await expect(page.getByText("an automatic answer, it stops nothing and counts as no reply")).toBeVisible();
    await expect(page.getByText("Wrote back")).toHaveCount(0);
    await page.getByRole("button", { name: "Open the answer" }).click();
    await expect(page.getByText("For anything urgent please call the desk.").last()).toBeVisible();
    await look(page, "contact-held", "light");
  });

  await test.step("another day moves it, and is taken back", async () => {
    const read = await title.textContent();
    await page.getByRole("button", { name: "Other day" }).click();
    await page.getByLabel("First day back").fill(later.toISOString().slice(0, 10));
    await page.getByRole("button", { name: "Hold until then" }).click();
    await expect(title).not.toHaveText(read ?? "");
    await expect(page.getByText(/chose the day\.$/)).toBeVisible();
    await page.getByRole("button", { name: /^Take back/ }).click();
    await expect(title).toHaveText(read ?? "");
  });

  expect((await standIn.mailsTo(domain)).length).toBe(2);
});
