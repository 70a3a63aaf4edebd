import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { keepProofs } from "../../domains/keep-proofs";
import { stubSettings } from "../../env/testing/stub-settings";
import { seedSentMails } from "../../limits/testing/seed-sent-mails";
import { letGoOn } from "../../senders/guard/let-go-on";
import { ensureDelivery } from "../ledger/ensure-delivery";
import { sendPlanned } from "../run/send-planned";
import { seedReadyMail } from "../testing/seed-ready-mail";
import { type SingleMail, seedSingleMail } from "../testing/seed-single-mail";
import { lookAtSingle } from "./look-at-single";
import { lookOverSingles } from "./look-over-singles";

/** What becomes of a mail without a campaign that cannot leave at its time. */
let db: TestDatabase;
let mail: SingleMail;
const now = new Date("2026-11-24T15:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedSingleMail(db.admin, now, { signedAt: minutes(-60) });
});

const look = (at: Date, of = mail) => lookOverSingles(of.scope, at);
const row = async (of = mail) => {
  const [found] = await db.admin`select h.run_id as run, h.wait_reason as reason, h.next_at as "nextAt", d.status,
        (select e.scheduled_for from scheduled_emails e where e.draft_id = d.id and e.status = 'pending') as slot,
        (select e.cancel_reason from scheduled_emails e where e.draft_id = d.id and e.status = 'cancelled' order by e.created_at desc limit 1) as "takenBack"
      from single_mails h join email_drafts d on d.id = h.draft_id where h.id = ${of.singleMailId}`;
  return found;
};
const mailbox = (set: Record<string, string | Date | null>) =>
  db.admin`update sender_accounts set ${db.admin(set)} where id = ${mail.senderAccountId}`;
const stop = () => db.admin`insert into team_stops (team_id, stopped_at) values (${mail.scope.teamId}, ${minutes(-5)})`;
const lift = () => db.admin`update team_stops set lifted_at = ${now} where team_id = ${mail.scope.teamId}`;
const guard = () =>
  db.admin`insert into mailbox_guards (team_id, sender_account_id, kind, counted, "of", allowed_percent, began_at)
    values (${mail.scope.teamId}, ${mail.senderAccountId}, 'opt-outs', 10, 200, 2, ${minutes(-5)})`;
const endGuard = async () => {
  const [open] = await db.admin`select id from mailbox_guards where sender_account_id = ${mail.senderAccountId}`;
  await letGoOn(mail.scope, String(open?.id), now);
};
const failing = (at: Date, state: "failing" | "sound") =>
  keepProofs(mail.scope, "contoso.com", [{ kind: "dmarc", state, code: null, found: [], about: null, records: [] }], at);

describe("late by a quarter of an hour", () => {
  test.each<[string, string, () => unknown, () => unknown]>([
    ["all sending is stopped", "paused", stop, lift],
    [
      "its mailbox is signed out",
      "mailbox_signed_out",
      () => mailbox({ status: "signed_out" }),
      () => mailbox({ status: "connected" }),
    ],
    [
      "its mailbox has no licence",
      "mailbox_no_licence",
      () => mailbox({ trouble: "no_licence" }),
      () => mailbox({ trouble: null }),
    ],
    ["its mailbox is full", "mailbox_full", () => mailbox({ trouble: "full" }), () => mailbox({ trouble: null })],
    ["its mailbox is limited", "mailbox_limited", () => mailbox({ trouble: "limited" }), () => mailbox({ trouble: null })],
    ["its mailbox is guarded", "mailbox_guarded", guard, endGuard],
    ["its domain is not proven", "domain_unproven", () => failing(minutes(-80 * 60), "failing"), () => failing(now, "sound")],
  ])("because %s, it gives its slot back, and leaves by itself when that has ended", async (_, reason, begin, end) => {
    await begin();
    expect(await look(minutes(1))).toEqual({ planned: 0, late: 0 });
    expect(await row()).toMatchObject({ reason, slot: now, status: "scheduled" });
    expect(await look(minutes(15))).toEqual({ planned: 0, late: 0 });
    expect(await look(minutes(16))).toEqual({ planned: 0, late: 1 });
    expect(await row()).toMatchObject({
      ...{ reason, slot: null, run: null, status: "approved" },
      takenBack: `Late: ${reason.replaceAll("_", " ")}`,
    });
    expect(await lookAtSingle(mail.scope, mail.singleMailId, mail.runId, minutes(17))).toEqual({ kind: "ended" });
    expect(await look(minutes(17))).toEqual({ planned: 0, late: 0 });
    await end();
    expect(await look(minutes(18))).toEqual({ planned: 1, late: 0 });
    expect(await row()).toMatchObject({ reason: null, nextAt: null, slot: minutes(18), status: "scheduled" });
    expect(await look(minutes(19))).toEqual({ planned: 0, late: 0 });
  });
});

test("a limit of 24 hours counts what campaigns sent, and it leaves when there is room again", async () => {
  const campaign = await seedReadyMail(db.admin, minutes(-90));
  mail = await seedSingleMail(db.admin, now, { beside: campaign, place: 5, signedAt: minutes(-60) });
  await seedSentMails(db.admin, campaign, 100, { at: minutes(-60) });
  await db.admin`insert into limit_lessons (team_id, sender_account_id, kind, at, used, code)
    values (${mail.scope.teamId}, ${mail.senderAccountId}, 'outside', ${minutes(-30)}, 100, '5.7.233')`;
  await look(minutes(1));
  expect(await row()).toMatchObject({ reason: "team_budget_used", nextAt: expect.any(Date), slot: now });
  expect(await look(minutes(16))).toEqual({ planned: 0, late: 1 });
  expect(await look(minutes(25 * 60))).toEqual({ planned: 1, late: 0 });
});

test("a run that is lost is followed by another at the same slot, and the first can write no more", async () => {
  expect(await look(minutes(1))).toEqual({ planned: 0, late: 0 });
  expect(await look(minutes(2))).toEqual({ planned: 1, late: 0 });
  expect(await row()).toMatchObject({ slot: now, run: `${mail.singleMailId}:3`, reason: null });
  expect(await look(minutes(2))).toEqual({ planned: 0, late: 0 });
  expect(await sendPlanned(mail.scope, mail, () => minutes(2))).toEqual({ kind: "ended" });
  expect(await row()).toMatchObject({ run: `${mail.singleMailId}:3` });
});

test("an engine that is minutes behind comes to a run before the next replaces it: each is given half of what its mail is late", async () => {
  for (const [at, planned] of [
    [2, 1],
    [3, 0],
    [4, 1],
    [7, 0],
    [8, 1],
    [15, 0],
  ] as const)
    expect(await look(minutes(at))).toEqual({ planned, late: 0 });
  expect(await row()).toMatchObject({ slot: now, run: `${mail.singleMailId}:5`, reason: null });
});

test("a late one whose run is still to come keeps its slot and says that it is in line", async () => {
  await look(minutes(14));
  expect(await look(minutes(16))).toEqual({ planned: 0, late: 0 });
  expect(await row()).toMatchObject({ slot: now, run: `${mail.singleMailId}:3`, reason: "in_line" });
  expect(await look(minutes(29))).toEqual({ planned: 1, late: 1 });
  expect(await row()).toMatchObject({ slot: minutes(29), run: `${mail.singleMailId}:4` });
});

test("one that nobody runs for before its time gets a run again, whatever stands against it today", async () => {
  await stop();
  await db.admin`update single_mails set run_id = null where id = ${mail.singleMailId}`;
  expect(await look(minutes(-30))).toEqual({ planned: 1, late: 0 });
  expect(await row()).toMatchObject({ slot: now, run: `${mail.singleMailId}:3`, reason: null });
});

test("one that is with Exchange is left to the ledger, and says so where it is in doubt", async () => {
  const { id } = await ensureDelivery(mail.scope, mail.draftId, now);
  await db.admin`update deliveries set state = 'submitting', submitted_at = ${now} where id = ${id}`;
  expect(await look(minutes(20))).toEqual({ planned: 0, late: 0 });
  expect(await row()).toMatchObject({ reason: null, slot: now, run: mail.runId });
  await db.admin`update deliveries set state = 'review' where id = ${id}`;
  expect(await look(minutes(21))).toEqual({ planned: 0, late: 0 });
  expect(await row()).toMatchObject({ reason: "in_doubt", slot: now });
});

test("of many that waited for one mailbox so many leave at once as Exchange takes in a minute", async () => {
  await stop();
  const { scope, senderAccountId } = mail;
  for (let place = 1; place < 30; place += 1)
    await seedSingleMail(db.admin, now, { beside: { scope, senderAccountId }, place, signedAt: minutes(-60) });
  expect(await look(minutes(20))).toEqual({ planned: 0, late: 30 });
  await lift();
  expect(await look(minutes(21))).toEqual({ planned: 25, late: 0 });
  expect(await look(minutes(22))).toEqual({ planned: 5, late: 0 });
});

test("two looks at once start one run", async () => {
  const both = await Promise.all([look(minutes(2)), look(minutes(2))]);
  expect(both.map(({ planned }) => planned).sort()).toEqual([0, 1]);
});

test("one that was signed and never given a time is given one", async () => {
  await db.admin`update scheduled_emails set status = 'cancelled' where draft_id = ${mail.draftId}`;
  await db.admin`update email_drafts set status = 'approved' where id = ${mail.draftId}`;
  await db.admin`update single_mails set run_id = null, leave_at = null where id = ${mail.singleMailId}`;
  expect(await look(now)).toEqual({ planned: 1, late: 0 });
  expect(await row()).toMatchObject({ slot: new Date(now.getTime() + 8000), status: "scheduled" });
});

test("another team's mails are not touched", async () => {
  const other = await seedSingleMail(db.admin, now, { signedAt: minutes(-60) });
  expect(await look(minutes(2), other)).toEqual({ planned: 1, late: 0 });
  expect(await row()).toMatchObject({ run: mail.runId });
});
