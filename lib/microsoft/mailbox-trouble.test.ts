import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { clearTrouble } from "./clear-trouble";
import { reportTrouble } from "./report-trouble";

let db: TestDatabase;
let scope: { teamId: string; memberId: null };
let mailbox: string;
const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 15, minute));
const blocked = (until: Date, code = "ErrorMessageSubmissionBlocked") => ({ trouble: "limited" as const, code, until });

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  scope = { teamId: (await seedTeam(db.admin)).teamId, memberId: null };
  mailbox = await seedMailbox(db.admin, scope.teamId, { email: "anna@contoso.com", displayName: "Anna Keller" });
});

const row = async () =>
  (
    await db.admin`select trouble, trouble_code as code, trouble_since as since, trouble_until as until from sender_accounts where id = ${mailbox}`
  )[0];
const feeds = async () =>
  Number(
    (await db.admin`select count(*)::int as n from outbox where team_id = ${scope.teamId} and name = 'campaign/feed'`)[0]?.n,
  );

test("a trouble that goes on keeps the time of its beginning, and another one begins anew", async () => {
  await reportTrouble(scope, mailbox, blocked(at(15)), at(0));
  await reportTrouble(scope, mailbox, blocked(at(35), "ErrorExceededMessageLimit"), at(20));
  expect(await row()).toEqual({ trouble: "limited", code: "ErrorExceededMessageLimit", since: at(0), until: at(35) });
  await reportTrouble(scope, mailbox, { trouble: "full", code: "ErrorQuotaExceeded", until: at(50) }, at(40));
  expect(await row()).toEqual({ trouble: "full", code: "ErrorQuotaExceeded", since: at(40), until: at(50) });
});

test("a limit of a day is not forgotten over what passes in minutes, whatever that is", async () => {
  await reportTrouble(scope, mailbox, blocked(at(24 * 60), "5.1.90"), at(0));
  const limit = await row();
  await reportTrouble(scope, mailbox, { trouble: "no_licence", code: "MailboxNotEnabledForRESTAPI", until: at(15) }, at(5));
  await reportTrouble(scope, mailbox, blocked(at(21)), at(6));
  expect(await row()).toEqual(limit);
  await reportTrouble(scope, mailbox, blocked(at(25 * 60), "5.7.705"), at(10));
  expect(await row()).toMatchObject({ code: "5.7.705", until: at(25 * 60) });
});

test("a trouble that comes back at once after a trial goes on, one that comes much later is new", async () => {
  await reportTrouble(scope, mailbox, blocked(at(15)), at(0));
  await clearTrouble(scope, mailbox, at(16));
  await reportTrouble(scope, mailbox, blocked(at(32)), at(17));
  expect(await row()).toMatchObject({ trouble: "limited", since: at(0) });
  await clearTrouble(scope, mailbox, at(33));
  await reportTrouble(scope, mailbox, blocked(at(200)), at(180));
  expect(await row()).toMatchObject({ trouble: "limited", since: at(180) });
});

test("a mailbox that is signed out or removed has no other trouble", async () => {
  await db.admin`update sender_accounts set status = 'signed_out' where id = ${mailbox}`;
  await reportTrouble(scope, mailbox, blocked(at(15)), at(0));
  expect(await row()).toMatchObject({ trouble: null });
});

test("when a trouble ends, mail that rests is told so, the campaigns that run are looked over, and only these", async () => {
  const campaign = (status: "active" | "paused") =>
    seedCampaign(db.admin, scope.teamId, { name: status, status, senderAccountId: mailbox, steps: [] });
  await Promise.all([campaign("active"), campaign("paused")]);
  await clearTrouble(scope, mailbox, at(0));
  expect(await feeds()).toBe(0);
  await reportTrouble(scope, mailbox, blocked(at(15)), at(0));
  await clearTrouble(scope, mailbox, at(1), "full");
  const told = () => db.admin`select event_id as id from outbox where name = 'mailbox/back' and team_id = ${scope.teamId}`;
  expect([(await row())?.trouble, await feeds(), [...(await told())]]).toEqual(["limited", 0, []]);
  await clearTrouble(scope, mailbox, at(1), "limited");
  expect([(await row())?.trouble, await feeds(), [...(await told())]]).toEqual([
    null,
    1,
    [{ id: `back:${mailbox}:${at(1).getTime()}` }],
  ]);
});

test("a look that began before a trouble does not end it, and no other team's", async () => {
  await reportTrouble(scope, mailbox, blocked(at(15)), at(5));
  await clearTrouble(scope, mailbox, at(4));
  const other = await seedTeam(db.admin);
  await clearTrouble({ teamId: other.teamId, memberId: null }, mailbox, at(6));
  expect(await row()).toMatchObject({ trouble: "limited" });
});
