import { expect } from "@playwright/test";
import { launch } from "../support/campaign";
import { openDraft, someAt } from "../support/draft-campaign";
import { writeLetter } from "../support/letter";
import { connectMailbox, signIn } from "../support/people";
import { type Program, signalProgram } from "../support/programs";
import { standIn } from "../support/stand-in";
import { test } from "../support/test";
import { openTraps } from "../support/traps";

/**
 * PROVE=1 is the full size: every program is killed and held for 40 s, and the app killed twenty times at random instants. Else each but
 * the app is killed once; another journey kills the app.
 */
const full = process.env.PROVE === "1";
const programs: Program[] = full ? ["postgres", "inngest", "microsoft365", "app"] : ["postgres", "inngest", "microsoft365"];
const people = full ? 90 : 10;
const heldMs = 40_000;
const domain = `outage-${Date.now()}.example`;

/** How many mails arrived; null while the stand-in cannot say. */
async function arrived(): Promise<number | null> {
  return standIn.mailsTo(domain, 3000).then(
    (mails) => mails.length,
    () => null,
  );
}

async function untilMore(than: number, what: string) {
  await expect
    .poll(async () => (await arrived()) ?? -1, { message: what, timeout: 180_000, intervals: [200] })
    .toBeGreaterThan(than);
}

/** How long an outage lasts, and the random instant of a kill: both are what is tried here, so there is nothing to wait for instead. */
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

test("mail goes on by itself after every outage, and each arrives exactly once", async ({ page }) => {
  test.setTimeout(full ? 3_600_000 : 600_000);
  await signIn(page, "Anna Keller");
  await connectMailbox(page, "Anna Keller");
  await openDraft(page, {
    name: "Outages",
    people: someAt(domain, people),
    steps: [{ subject: "Hello {{ first_name }}", text: "Hi {{ first_name }}, a word from {{ sender_name }}." }],
    signs: "launch",
    dailyLimit: 500,
    spacingSeconds: 1,
  });
  await launch(page, people);
  const outage = (name: string, strike: () => Promise<void>) =>
    test.step(name, async () => {
      const before = (await arrived()) ?? 0;
      if (before >= people) return;
      await untilMore(Math.max(0, before - 1), `mail leaves before: ${name}`);
      await strike();
      const after = (await arrived()) ?? before;
      if (after < people) await untilMore(after, `mail goes on after: ${name}`);
    });
  for (const program of programs) await outage(`${program} killed`, () => signalProgram(program, "SIGKILL"));
  for (const program of full ? programs : []) {
    await outage(`${program} held for ${heldMs / 1000} s`, async () => {
      await signalProgram(program, "SIGSTOP");
      await pause(heldMs);
      await signalProgram(program, "SIGCONT");
    });
  }
  for (let kill = 1; full && kill <= 20; kill += 1) {
    await outage(`app killed at random, ${kill} of 20`, async () => {
      await pause(Math.random() * 2000);
      await signalProgram("app", "SIGKILL");
    });
  }
  await test.step("everything has arrived", () => untilMore(people - 1, "everything has arrived"));
  const { sql, close } = await openTraps();
  try {
    await test.step("and nobody is left waiting or in doubt", async () => {
      const stands = () =>
        sql`select v.state, cc.status, cc.ended_reason as ended, count(*)::int as n from deliveries v join campaign_contacts cc on cc.id = v.campaign_contact_id
            where cc.recipient_email like ${`%@${domain}`} group by 1, 2, 3`;
      await expect
        .poll(async () => [...(await stands())], { timeout: 180_000, intervals: [1000] })
        .toEqual([{ state: "confirmed", status: "completed", ended: "got every mail", n: people }]);
    });
    await test.step("and nobody got a second copy", async () => {
      await standIn.untilArrived();
      const mails = (await standIn.mailsTo(domain)).map((mail) => mail.recipient).sort();
      expect(mails).toEqual([...new Set(mails)]);
      expect(mails).toHaveLength(people);
    });
  } finally {
    await close();
  }
});

test("mail by hand goes on by itself after every outage, and each arrives exactly once", async ({ page }) => {
  test.setTimeout(full ? 3_600_000 : 600_000);
  const byHand = `hand-${domain}`;
  const arrivedByHand = () => standIn.mailsTo(byHand, 3000).catch(() => []);
  await signIn(page, "Anna Keller");
  await connectMailbox(page, "Anna Keller");
  const strikes = full ? [...programs, ...Array.from({ length: 20 }, () => "app" as const)] : programs;
  for (const [place, program] of strikes.entries()) {
    await test.step(`${program} killed, ${place + 1} of ${strikes.length}`, async () => {
      const to = [`first${place}@${byHand}`, `second${place}@${byHand}`];
      await writeLetter(page, { to, subject: `By hand, ${place}`, text: "Hello, a word by hand." });
      await page.keyboard.press("ControlOrMeta+Enter");
      await expect(page.getByText("Signed for 2 people")).toBeVisible();
      // Before, at and after the moment in which they leave.
      await pause(Math.random() * 10_000);
      await signalProgram(program, "SIGKILL");
      await expect.poll(async () => (await arrivedByHand()).length, { timeout: 240_000 }).toBe(2 * (place + 1));
    });
  }
  await test.step("and nobody got a second copy", async () => {
    await standIn.untilArrived();
    const mails = (await standIn.mailsTo(byHand)).map((mail) => mail.recipient).sort();
    expect(mails).toEqual([...new Set(mails)]);
    expect(mails).toHaveLength(2 * strikes.length);
  });
});
