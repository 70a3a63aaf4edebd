import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { signAllShown } from "../../lib/drafts/sign-all/testing/sign-all-shown";
import { type MailWorld, startMail } from "../../lib/microsoft/graph/testing/start-mail";
import { feedCampaign } from "../../lib/sending/queue/feed-campaign";
import { giveConsent } from "../../lib/sending/testing/give-consent";
import { type ReadyMail, seedReadyMail } from "../../lib/sending/testing/seed-ready-mail";
import { runContactSequence } from "./run-contact-sequence";

/** The whole sequence of one contact, three days between its mails, against real Postgres and a mailbox over HTTP; the clock alone is moved. */
const clock = vi.hoisted(() => ({ now: new Date() }));
vi.mock("../../db/access/database-clock", () => ({ databaseClock: () => clock.now, readClock: async () => clock.now }));

let world: MailWorld;
let mail: ReadyMail;
beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());

const dayMs = 86_400_000;
/** Every call of the app by the engine, as it would charge for it: each step, each sleep or wait, and the one that ends the run. */
let calls: string[];

async function lookOver() {
  await world.db.admin`update mailbox_syncs set last_polled_at = ${clock.now}`;
  await world.db.admin`update mailbox_watches set look_began_at = ${clock.now}`;
  await feedCampaign(mail.scope, mail.campaignId, clock.now);
}

/** The clock goes on in steps of half a day, as the sweep looks; whoever signs does so a day after the draft was written. */
async function sleepUntil(name: string, at: string) {
  calls.push(name);
  // The mailbox has hours here, and days in this test.
  await world.settle();
  const wake = new Date(at).getTime();
  for (let day = 0; clock.now.getTime() + dayMs / 2 < wake; day += 1) {
    clock.now = new Date(clock.now.getTime() + dayMs / 2);
    if (day === 2) await signAllShown(mail.scope, mail.campaignId, clock.now);
    await lookOver();
  }
  clock.now = new Date(wake);
  await lookOver();
}

async function run(admission: number) {
  const { scope, campaignId, campaignContactId, senderAccountId } = mail;
  const step = {
    run: async (name: string, work: () => Promise<unknown>) => {
      calls.push(name);
      return JSON.parse(JSON.stringify(await work()));
    },
    sleepUntil,
    waitForEvent: async (name: string, { timeout }: { timeout: number | string }) => {
      const ms = typeof timeout === "number" ? timeout : timeout === "10s" ? 10_000 : dayMs;
      await sleepUntil(name, new Date(clock.now.getTime() + ms).toISOString());
      return null;
    },
  };
  const data = { teamId: scope.teamId, campaignId, campaignContactId, senderAccountId, admission };
  const result = await (runContactSequence as unknown as { fn: (context: object) => Promise<string> }).fn({
    event: { data },
    step,
  });
  calls.push("end");
  return result;
}

test("one run brings three mails, three days apart, in at most twelve calls", async () => {
  const { admin } = world.db;
  await world.admin("POST", "settings", { moveDelayMs: 100, deliveryDelayMs: 20, lookupLagMs: 50 });
  clock.now = new Date();
  mail = await seedReadyMail(admin, new Date(clock.now.getTime() + 240_000), { followUps: 2 });
  await giveConsent(admin, mail);
  await admin`update campaign_sequences set delay_days = 3 where campaign_id = ${mail.campaignId} and sequence_order > 1`;
  await admin`update campaign_contacts set run_id = null where id = ${mail.campaignContactId}`;
  calls = [];
  await lookOver();
  const runs = async () =>
    (
      await admin`select admission, run_id as run, status, ended_reason as ended from campaign_contacts where id = ${mail.campaignContactId}`
    )[0];
  const admitted = await runs();
  expect(admitted).toMatchObject({ admission: 1, status: "pending" });

  expect(await run(1)).toBe("ended");
  expect(await runs()).toEqual({ admission: 1, run: null, status: "completed", ended: "got every mail" });
  const sent = await admin<
    { step: number; at: Date }[]
  >`select sequence_step as step, sent_at as at from sent_emails where campaign_contact_id = ${mail.campaignContactId} order by sent_at`;
  expect(sent.map(({ step }) => step)).toEqual([1, 2, 3]);
  for (const place of [1, 2]) {
    const between = Number(sent[place]?.at) - Number(sent[place - 1]?.at);
    expect(between).toBeGreaterThanOrEqual(3 * dayMs);
    expect(between).toBeLessThan(3 * dayMs + 3_600_000);
  }
  expect(calls.length, calls.join(" ")).toBeLessThanOrEqual(12);
  // It ends by itself, and is not cancelled.
  expect(
    await admin`select 1 from outbox where name = 'campaign/contact.stopped' and team_id = ${mail.scope.teamId}`,
  ).toHaveLength(0);
}, 180_000);

test("a run that was replaced ends at its next call, and writes nothing", async () => {
  const { admin } = world.db;
  clock.now = new Date();
  mail = await seedReadyMail(admin, clock.now, { followUps: 1 });
  await giveConsent(admin, mail);
  calls = [];
  expect(await run(7)).toBe("ended");
  expect(calls).toEqual(["advance-0", "end"]);
  const [row] =
    await admin`select run_id, run_seen_due, (select count(*)::int from sent_emails s where s.campaign_contact_id = c.id) as sent from campaign_contacts c where id = ${mail.campaignContactId}`;
  expect(row).toEqual({ run_id: mail.runId, run_seen_due: null, sent: 0 });
});
