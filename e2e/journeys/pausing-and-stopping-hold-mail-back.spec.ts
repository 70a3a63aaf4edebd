import { expect } from "@playwright/test";
import postgres from "postgres";
import { launch } from "../support/campaign";
import { openDraft, someAt } from "../support/draft-campaign";
import { connectMailbox, signIn } from "../support/people";
import { standIn } from "../support/stand-in";
import { test } from "../support/test";

const people = 10;
const domain = `pause-${Date.now()}.example`;
const left = () => standIn.mailsTo(domain).then((mails) => mails.length);
const sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
test.afterAll(() => sql.end());

/** What had left when all that was with Exchange already had arrived. */
async function untilNothingIsOnItsWay(): Promise<number> {
  const handedOver = async () =>
    (
      await sql`select count(*)::int as n from deliveries v join contacts c on c.id = v.contact_id
        where c.email like ${`%@${domain}`} and v.state in ('submitting', 'reconciling', 'accepted', 'confirmed')`
    )[0]?.n;
  await expect.poll(async () => (await handedOver()) - (await left()), { timeout: 30_000 }).toBe(0);
  return left();
}

/** Until two mails would have left since then, in minutes that were taken back. */
async function untilTwoWouldHaveLeft(since: Date) {
  const gone = async () =>
    (
      await sql`select count(*)::int as n from scheduled_emails s join contacts c on c.id = s.contact_id
        where c.email like ${`%@${domain}`} and s.status = 'cancelled' and s.scheduled_for between ${since} and now() - interval '2 seconds'`
    )[0]?.n;
  await expect.poll(gone, { timeout: 60_000 }).toBeGreaterThanOrEqual(2);
}

test("pausing and stopping hold every mail back at once, and resuming sends the rest once each", async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, "Anna Keller");
  await connectMailbox(page, "Anna Keller");
  await openDraft(page, {
    name: "Pause and stop",
    people: someAt(domain, people),
    steps: [{ subject: "Hello {{ first_name }}", text: "Hi {{ first_name }}, a word from {{ sender_name }}." }],
    signs: "launch",
    dailyLimit: 100,
    spacingSeconds: 2,
  });
  await launch(page, people);
  const campaign = new URL(page.url()).pathname;

  await test.step("paused, nothing leaves, and the page says who paused it", async () => {
    await expect.poll(left, { timeout: 60_000 }).toBeGreaterThanOrEqual(2);
    await page.getByRole("button", { name: /^Pause/ }).click();
    await expect(page.getByText(/Paused by Anna/).first()).toBeVisible();
    const pausedAt = new Date();
    const before = await untilNothingIsOnItsWay();
    await untilTwoWouldHaveLeft(pausedAt);
    expect(await left()).toBe(before);
    await expect(page.getByRole("region", { name: /wait/i })).toContainText("Paused");
  });

  await test.step("resumed, it goes on", async () => {
    const before = await left();
    await page.getByRole("button", { name: /^Resume P?$|^Resume$/ }).click();
    await expect.poll(left, { timeout: 60_000 }).toBeGreaterThan(before);
  });

  await test.step("stop all holds everything, in every page, until somebody lifts it", async () => {
    await page.getByRole("button", { name: /Stop all sending/ }).click();
    const report = page.getByRole("dialog", { name: "All sending is stopped" });
    await expect(report).toContainText("stopped by Anna Keller");
    await report.getByRole("button", { name: "Leave it stopped" }).click();
    await expect(page.getByRole("button", { name: "Resume all sending" })).toBeVisible();
    const stoppedAt = new Date();
    const before = await untilNothingIsOnItsWay();
    await untilTwoWouldHaveLeft(stoppedAt);
    expect(await left()).toBe(before);
    await page.getByRole("button", { name: "Resume all sending" }).click();
    await expect.poll(left, { timeout: 90_000 }).toBe(people);
  });

  await test.step("the campaign is finished, and everybody got one mail", async () => {
    await page.goto(campaign);
    await expect(page.getByText("Finished").first()).toBeVisible({ timeout: 90_000 });
    const mails = await standIn.mailsTo(domain);
    expect(new Set(mails.map((mail) => mail.recipient)).size).toBe(people);
    expect(mails).toHaveLength(people);
  });
});
