import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { databaseClock } from "@/db/access/database-clock";
import { withTeam } from "@/db/access/with-team";
import { resumeAll } from "../../campaigns/resume-all";
import { stopAll } from "../../campaigns/stop-all";
import { takeBackSignature } from "../../drafts/take-back-signature";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
import { endSingles } from "../../singles/end-singles";
import { planSingle } from "../../singles/plan-single";
import { singleRunName } from "../../singles/single-run-name";
import { sendPlanned } from "../run/send-planned";
import { giveConsent } from "../testing/give-consent";
import { type SingleMail, seedSingleMail } from "../testing/seed-single-mail";
import { lookAtSingle } from "./look-at-single";
import { lookOverSingles } from "./look-over-singles";

/** A mail without a campaign from its slot to the reader's mailbox, with the real stand-in. */
let world: MailWorld;
let mail: SingleMail;
const seconds = (count: number) => new Date(Date.now() + count * 1000);

beforeAll(async () => {
  world = await startMail({ ...process.env, DOUBT_SCHEDULE: "0.05,0.05" });
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.admin("POST", "reset", {});
  await world.admin("POST", "settings", { moveDelayMs: 50, deliveryDelayMs: 10, lookupLagMs: 0 });
  mail = await ready(-1);
});

async function ready(inSeconds: number) {
  const made = await seedSingleMail(world.db.admin, seconds(inSeconds));
  await giveConsent(world.db.admin, made);
  return made;
}
const send = (runId = mail.runId) => sendPlanned(mail.scope, { ...mail, runId }, databaseClock);
const look = () => lookOverSingles(mail.scope, new Date());
const row = async () => {
  const [found] = await world.db
    .admin`select h.ended_reason as ended, h.run_id as run, h.wait_reason as reason, h.next_at as "nextAt", d.status, v.state, v.send_key as key,
        (select count(*)::int from delivery_intents i where i.delivery_id = v.id) as intents,
        (select count(*)::int from sent_emails e where e.draft_id = d.id) as sent,
        (select e.scheduled_for from scheduled_emails e where e.draft_id = d.id and e.status = 'pending') as slot
      from single_mails h join email_drafts d on d.id = h.draft_id left join deliveries v on v.draft_id = d.id where h.id = ${mail.singleMailId}`;
  return found;
};
const arrived = async () => world.delivered(String((await row())?.key));
const arrivesOnce = async () => {
  await expect.poll(async () => (await arrived()).length, { timeout: 5000 }).toBe(1);
  await world.settle();
  expect(await arrived()).toHaveLength(1);
  expect(await row()).toMatchObject({ ended: "sent", run: null, reason: null, status: "sent", sent: 1, intents: 1, slot: null });
};
/** The run of now carries it out. */
const runOnce = async () => send(String((await row())?.run));

test("leaves at its slot, once, however often its run comes back", async () => {
  expect(await send()).toEqual({ kind: "sent" });
  expect(await send()).toEqual({ kind: "sent" });
  expect(await lookAtSingle(mail.scope, mail.singleMailId, mail.runId, new Date())).toEqual({ kind: "ended" });
  await arrivesOnce();
});

test("does not leave before its slot, which stays where it is, and its row says nothing yet", async () => {
  const slot = seconds(3600);
  mail = await seedSingleMail(world.db.admin, slot);
  await giveConsent(world.db.admin, mail);
  expect(await send()).toEqual({ kind: "again", at: slot.toISOString() });
  expect(await row()).toMatchObject({ slot, reason: null, state: "queued", intents: 0 });
  expect(await look()).toEqual({ planned: 0, late: 0 });
});

test("moved earlier it leaves at the new time, and the run that slept until the old one ends", async () => {
  mail = await ready(3600);
  await withTeam(mail.scope, (tx) => planSingle(tx, mail.scope.teamId, mail.singleMailId, seconds(-1), new Date()));
  expect(await send()).toEqual({ kind: "ended" });
  expect(await lookAtSingle(mail.scope, mail.singleMailId, mail.runId, new Date())).toEqual({ kind: "ended" });
  expect(await runOnce()).toEqual({ kind: "sent" });
  await arrivesOnce();
});

test("of two runs at once, the lost one and the other, only the other sends", async () => {
  await world.db
    .admin`update single_mails set admitted_at = clock_timestamp() - interval '5 minutes' where id = ${mail.singleMailId}`;
  await world.db
    .admin`update scheduled_emails set scheduled_for = clock_timestamp() - interval '2 minutes' where draft_id = ${mail.draftId}`;
  expect(await look()).toEqual({ planned: 1, late: 0 });
  expect(await look()).toEqual({ planned: 0, late: 0 });
  const other = String((await row())?.run);
  expect(other).not.toBe(mail.runId);
  const kinds = async (runId: string) => {
    for (;;) {
      const { kind } = await send(runId);
      if (kind !== "again") return kind;
    }
  };
  const both = await Promise.all([kinds(mail.runId), kinds(other)]);
  expect(both[1]).toBe("sent");
  expect(["ended", "sent"]).toContain(both[0]);
  await arrivesOnce();
});

test("is held by a stop of all sending at its slot, and leaves once that is lifted", async () => {
  const stop = await stopAll(mail.scope, new Date());
  expect(stop.slotsTakenBack).toBe(0);
  expect(await send()).toEqual({ kind: "wait" });
  expect(await row()).toMatchObject({ run: null, reason: "paused", slot: expect.any(Date), intents: 0 });
  await look();
  expect(await row()).toMatchObject({ run: null, reason: "paused" });
  await resumeAll(mail.scope, stop.seen, new Date());
  const [asked] = await world.db
    .admin`select count(*)::int as count from outbox where name = 'mail/look' and team_id = ${mail.scope.teamId}`;
  expect(asked?.count).toBeGreaterThan(0);
  expect(await look()).toEqual({ planned: 1, late: 0 });
  expect(await runOnce()).toEqual({ kind: "sent" });
  await arrivesOnce();
});

test("waits while its mailbox is signed out, and leaves when it is back", async () => {
  const { admin } = world.db;
  await admin`update sender_accounts set status = 'signed_out' where id = ${mail.senderAccountId}`;
  expect(await send()).toEqual({ kind: "wait" });
  expect(await row()).toMatchObject({ run: null, reason: "mailbox_signed_out", intents: 0 });
  await admin`update sender_accounts set status = 'connected' where id = ${mail.senderAccountId}`;
  expect(await look()).toEqual({ planned: 1, late: 0 });
  expect(await runOnce()).toEqual({ kind: "sent" });
  await arrivesOnce();
});

test("one that is suppressed meanwhile is over", async () => {
  await world.db
    .admin`insert into suppressions (team_id, email_norm, reason) values (${mail.scope.teamId}, ${mail.email.toLowerCase()}, 'by hand')`;
  expect(await send()).toEqual({ kind: "ended" });
  expect(await row()).toMatchObject({ ended: "suppressed", slot: null, intents: 0, status: "approved" });
});

test("one that was answered since it was signed waits in Review", async () => {
  await world.db.admin`insert into email_replies (team_id, contact_id, message_id, received_at, sender_account_id)
      values (${mail.scope.teamId}, ${mail.contactId}, '<r@x>', clock_timestamp(), ${mail.senderAccountId})`;
  expect(await send()).toEqual({ kind: "ended" });
  expect(await row()).toMatchObject({ ended: null, run: null, slot: null, status: "draft", intents: 0 });
  const [signature] = await world.db.admin`select void_cause as cause from signatures where draft_id = ${mail.draftId}`;
  expect(signature?.cause).toBe("They wrote since it was signed");
  expect(await look()).toEqual({ planned: 0, late: 0 });
});

test("one that was cancelled, or whose signature was taken back, does not leave", async () => {
  await takeBackSignature(mail.scope, mail.draftId, new Date());
  expect(await send()).toEqual({ kind: "ended" });
  mail = await ready(-1);
  await withTeam(mail.scope, (tx) => endSingles(tx, mail.scope.memberId, [mail.singleMailId], "cancelled", new Date()));
  expect(await send()).toEqual({ kind: "ended" });
  expect(await look()).toEqual({ planned: 0, late: 0 });
  expect(await row()).toMatchObject({ ended: "cancelled", slot: null, intents: 0 });
});

test("a doubt is looked at by its run, and settled", async () => {
  await world.admin("POST", "settings", { moveDelayMs: 1500, lookupLagMs: 50 });
  await world.admin("POST", "faults", { kind: "status-after", status: 504, path: "/send$", times: 1 });
  expect(await send()).toMatchObject({ kind: "again" });
  expect(await row()).toMatchObject({ reason: "in_doubt", run: mail.runId, nextAt: expect.any(Date) });
  await expect.poll(async () => (await send()).kind, { timeout: 10_000, interval: 100 }).toBe("sent");
  await arrivesOnce();
});

test("the name of a run is that of its admission", () => {
  expect(mail.runId).toBe(singleRunName(mail.singleMailId, 2));
});
