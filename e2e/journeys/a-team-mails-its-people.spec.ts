import { expect } from "@playwright/test";
import { launch, sendAlways, writeSteps } from "../support/campaign";
import { untilAlive } from "../support/look";
import { connectMailbox, signIn } from "../support/people";
import { standIn } from "../support/stand-in";
import { test } from "../support/test";
import { startCampaign, upload } from "../support/upload";

const people = 500;
const limit = 20;
const domain = `main-job-${Date.now()}.example`;

test("a team uploads 500 people, writes three mails, signs them, and sees 20 leave a day, one answer, and nobody mailed twice", async ({
  page,
}) => {
  test.setTimeout(300_000);
  await signIn(page, "Anna Keller");
  await connectMailbox(page, "Anna Keller");

  await test.step("the file comes in without touching a setting", async () => {
    await upload(page, "main-job.csv", csv(people), people);
  });

  await test.step("three steps, any hour, 20 a day, a second apart", async () => {
    await startCampaign(page, "Main job");
    await sendAlways(page, { dailyLimit: limit, spacingSeconds: 1 });
    await writeSteps(page, [
      { subject: "Invoices at {{ company }}", text: 'Hi {{ first_name | default: "there" }}, how is {{ town }}?' },
      { subject: "", text: "Hi {{ first_name }}, a short follow-up." },
      { subject: "", text: "Hi {{ first_name }}, the last note." },
    ]);
    await launch(page, people);
  });
  const campaign = new URL(page.url()).pathname;

  await test.step("every draft waits for a signature, and gets one", async () => {
    await expect(page.getByText("Needs a signature").first()).toBeVisible({ timeout: 60_000 });
    const queue = page.getByRole("region", { name: "Drafts to sign" });
    await page.goto(`/review?campaign=${campaign.split("/").at(-1)}`);
    await expect(queue.getByText(`${people} to go`)).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole("heading", { level: 2, name: /^Invoices at / })).toBeVisible();
    await untilAlive(page);
    await page.keyboard.press("s");
    await expect(page.getByRole("status").getByText(/^Signed for /)).toBeVisible();
    await expect(queue.getByText(`${people - 1} to go`)).toBeVisible();
    await page.keyboard.press("Shift+S");
    const question = page.getByRole("dialog", { name: `Sign ${people - 1} drafts?` });
    await expect(question.getByRole("button", { name: /^Not yet/ })).toBeFocused();
    await page.keyboard.press("s");
    await expect(page.getByText(`Signed ${people - 1} drafts`)).toBeVisible({ timeout: 60_000 });
  });

  await test.step("they leave one by one until the limit; the others say so and from when", async () => {
    await page.goto(campaign);
    await expect.poll(async () => (await standIn.mailsTo(domain)).length, { timeout: 90_000 }).toBe(limit);
    const reasons = page.getByRole("region", { name: /wait/i });
    await expect(reasons).toContainText("Daily limit reached", { timeout: 30_000 });
    await expect(reasons).toContainText(String(people - limit));
    await expect(reasons).toContainText(/\d{1,2}:\d{2}/);
    const mails = await standIn.mailsTo(domain);
    expect(new Set(mails.map((mail) => mail.recipient)).size).toBe(limit);
    const times = mails.map((mail) => Date.parse(mail.at)).sort((a, b) => a - b);
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual((limit - 2) * 1000);
    expect(mails[0]?.subject).toMatch(/^Invoices at Firm \d+$/);
    expect(mails[0]?.body).toContain("Unsubscribe");
  });

  await test.step("one answers as the contact: it is marked as replied and never mailed again", async () => {
    const [mail] = await standIn.mailsTo(domain);
    if (!mail) throw new Error("No mail arrived.");
    await page.goto(`${standIn.address}/?to=${encodeURIComponent(mail.recipient)}`);
    await page.getByRole("textbox", { name: "Text of the answer" }).fill("Thursday suits me well.");
    await page.getByRole("button", { name: "Reply", exact: true }).click();
    await page.goto(`${campaign}/contacts?status=replied`);
    await expect(page.getByRole("row", { name: new RegExp(mail.recipient) })).toContainText("Replied", { timeout: 90_000 });
    await page.getByRole("link", { name: /^Given\d+ / }).click();
    await expect(page.getByText("Wrote back")).toBeVisible();
    await expect(page.getByText("Thursday suits me well.")).toBeVisible();
    await expect(page.getByRole("region", { name: "Planned" })).toHaveCount(0);
    expect((await standIn.mailsTo(mail.recipient)).length).toBe(1);
  });
});

/** Somebody else's column names, semicolons, an umlaut. */
function csv(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, row) => `Given${row};Müller${row};given${row}@${domain};Firm ${row};Town ${row}`,
  );
  return `﻿Vorname;Nachname;E-Mail;Firma;town\r\n${lines.join("\r\n")}\r\n`;
}
