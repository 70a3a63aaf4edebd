import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../env/testing/stub-settings";
import { learnLimit } from "../limits/learn-limit";
import { seedSentMails } from "../limits/testing/seed-sent-mails";
import type { GraphAnswer } from "../microsoft/graph/graph-answer";
import { reportRefusal } from "../microsoft/report-refusal";
import { ensureDelivery } from "./ledger/ensure-delivery";
import { writeIntent } from "./ledger/write-intent";
import { sendPlanned } from "./run/send-planned";
import { redirect, standsAt } from "./testing/place-of";
import { mailKinds, type ReadyMail, seedReadyMail } from "./testing/seed-ready-mail";

/** Microsoft refuses before our own count says so, because others send too: what fits is learned. */
let db: TestDatabase;
let mail: ReadyMail;
const now = new Date("2026-11-24T15:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedReadyMail(db.admin, hours(-1), { followUps: 1 });
});

const learn = (code: string, at = now, sentAt = at, senderAccountId = mail.senderAccountId) =>
  withTeam(mail.scope, (tx) => learnLimit(tx, { ...mail.scope, memberId: null }, { senderAccountId, code, sentAt, at }));
const lessons = async () =>
  (await db.admin`select kind, used, code, at from limit_lessons where team_id = ${mail.scope.teamId} order by at`).map(
    (row) => ({ ...row }),
  );
const told = async () =>
  (
    await db.admin`select detail, member_id as by from activities where team_id = ${mail.scope.teamId} and verb = 'learned a limit'`
  ).map((row) => ({
    ...row,
  }));
const refusedWith = (code: string): GraphAnswer => ({ verdict: "limited", status: 429, code, retryAfterSeconds: null });

test("what had left in the 24 hours before the refused mail is learned, and told once in the record", async () => {
  await seedSentMails(db.admin, mail, 3, { at: hours(-2) });
  await seedSentMails(db.admin, mail, 2, { at: hours(-1), isOutside: false });
  await seedSentMails(db.admin, mail, 4, { at: hours(-26) });
  await seedSentMails(db.admin, mail, 5, { at: hours(1), apartSeconds: 60 });
  await learn("5.7.233", hours(2), now);
  await learn("5.1.90", hours(2), now);
  expect(await lessons()).toEqual([
    { kind: "outside", used: 3, code: "5.7.233", at: hours(2) },
    { kind: "mailbox day", used: 5, code: "5.1.90", at: hours(2) },
  ]);
  expect(await told()).toMatchObject([
    { by: null, detail: { kind: "outside", used: 3, code: "5.7.233", senderAccountId: mail.senderAccountId } },
    { detail: { kind: "mailbox day", used: 5 } },
  ]);
});

test.each(["5.1.8", "5.7.705", "5.7.708", "ErrorSendAsDenied", "Retry-After"])("%s says nothing of a number", async (code) => {
  await learn(code);
  expect(await lessons()).toEqual([]);
});

test("the reports of all mails that were under way teach once, also a day later, and a later refusal anew", async () => {
  await learn("5.7.233", hours(1), now);
  for (const at of [hours(2), hours(20), hours(40)]) await learn("5.7.233", at, hours(0.5));
  await learn("5.7.233", hours(10), hours(9));
  expect(await lessons()).toHaveLength(1);
  await learn("5.7.233", hours(50), hours(49));
  expect(await lessons()).toHaveLength(2);
});

test("two reports at once teach once", async () => {
  await Promise.all([1, 2, 3, 4].map(() => learn("5.7.233")));
  expect(await lessons()).toHaveLength(1);
  expect(await told()).toHaveLength(1);
});

test("each mailbox has a day of its own", async () => {
  const other = await seedMailbox(db.admin, mail.scope.teamId, {
    email: "b@contoso.com",
    displayName: "B",
    tid: crypto.randomUUID(),
  });
  await learn("5.1.90");
  await learn("ErrorExceededMessageLimit", now, now, other);
  expect((await lessons()).map(({ code }) => code).sort()).toEqual(["5.1.90", "ErrorExceededMessageLimit"]);
});

test("an answer of Graph teaches as a report does, however often it is tried again, and pauses the mailbox as before", async () => {
  await seedSentMails(db.admin, mail, 3, { at: hours(-2) });
  for (const minutes of [0, 15, 35, 60])
    await reportRefusal(mail.scope, mail.senderAccountId, refusedWith("ErrorExceededMessageLimit"), hours(minutes / 60));
  expect(await lessons()).toMatchObject([{ kind: "mailbox day", used: 3 }]);
  const [account] = await db.admin`select trouble, trouble_code from sender_accounts where id = ${mail.senderAccountId}`;
  expect(account).toMatchObject({ trouble: "limited", trouble_code: "ErrorExceededMessageLimit" });
});

describe.each(mailKinds)("of a %s mail", (kind) => {
  beforeEach(async () => {
    mail = await seedReadyMail(db.admin, hours(-1), { followUps: 1, kind });
  });

  test("a refusal of the organisation holds mail to others from every mailbox of the team, not of the one alone", async () => {
    const other = await seedMailbox(db.admin, mail.scope.teamId, {
      email: "b@contoso.com",
      displayName: "B",
      tid: crypto.randomUUID(),
    });
    await seedSentMails(db.admin, mail, 3, { at: hours(-2) });
    await learn("5.7.233", now, now, other);
    const { id } = await ensureDelivery(mail.scope, mail.draftId, now);
    await db.admin`update deliveries set state = 'drafted', graph_id = 'AAk' where id = ${id}`;
    expect(await writeIntent(mail.scope, id, mail.runId, () => now)).toMatchObject({ refused: { reason: "team budget used" } });
    await redirect(db.admin, mail, "b@contoso.com");
    expect(await writeIntent(mail.scope, id, mail.runId, () => now)).not.toMatchObject({
      refused: { reason: "team budget used" },
    });
  });

  test("who is refused stays signed, gives its minute back or waits a quarter of an hour in it, and is not asked again and again", async () => {
    await learn("5.7.233");
    expect(await sendPlanned(mail.scope, mail, () => now)).toEqual({ kind: "wait" });
    const [slot] = await db.admin`select status, cancel_reason from scheduled_emails where draft_id = ${mail.draftId}`;
    const [draft] =
      await db.admin`select d.status, count(g.id)::int as seals from email_drafts d join signatures g on g.draft_id = d.id and g.voided_at is null where d.id = ${mail.draftId} group by 1`;
    if (kind === "campaign") {
      expect(slot).toMatchObject({ status: "cancelled", cancel_reason: "Team’s budget used" });
      expect(draft).toMatchObject({ status: "approved", seals: 1 });
    } else {
      // Its time is its own; why it is late, and until when, stands on its row.
      expect(slot).toMatchObject({ status: "pending" });
      expect(draft).toMatchObject({ status: "scheduled", seals: 1 });
      expect(await standsAt(db.admin, mail)).toMatchObject({ stands: "open", waits: "team_budget_used" });
    }
    const [asked] = await db.admin`select count(*)::int as n from outbox where team_id = ${mail.scope.teamId}`;
    expect(asked?.n).toBe(0);
  });
});
