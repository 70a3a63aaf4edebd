import { afterAll, beforeAll, expect, test } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedSingle } from "@/db/seed/seed-single";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import type { Member } from "../auth/member";
import { stubSettings } from "../env/testing/stub-settings";
import { toTemporal } from "../schedule/clock/to-temporal";
import { followRefused } from "../sending/run/follow-refused";
import { seedNextReadyMail, seedReadyMail } from "../sending/testing/seed-ready-mail";
import { cancelMail } from "./acts/cancel-mail";
import { moveMail } from "./acts/move-mail";
import { readScheduled } from "./read-scheduled";
import { readTimes } from "./read-times";
import type { ScheduledFilter } from "./scheduled";

let db: TestDatabase;
const now = new Date("2026-11-24T15:00:00Z");
const at = (text: string) => new Date(`2026-11-${text}Z`);
const everything: ScheduledFilter = { by: "all", mailbox: null, person: "", show: "coming", from: null, day: null, after: null };

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());

const memberOf = (scope: { teamId: string; memberId: string }, timezone = "America/New_York") =>
  ({ ...scope, role: "member", name: "Anna Keller", timezone, teamTimezone: timezone }) as Member;

/** One mail of a campaign today, one by hand today, and one by hand in a week. */
async function seedThree() {
  const campaign = await seedReadyMail(db.admin, at("24T17:42:00"), { followUps: 1 });
  const hand = await seedNextReadyMail(db.admin, { ...campaign, kind: "single" }, at("24T18:30:00"), 1);
  const later = await seedNextReadyMail(db.admin, { ...campaign, kind: "single" }, at("30T15:30:00"), 2);
  await db.admin`update campaigns set name = 'Supplier invoices' where id = ${campaign.campaignId}`;
  await db.admin`update signatures set signed_by = ${campaign.scope.memberId}, signed_at = ${now} where team_id = ${campaign.scope.teamId}`;
  return { campaign, hand, later, anna: memberOf(campaign.scope) };
}
const idsOf = (view: Awaited<ReturnType<typeof readScheduled>>) =>
  view.days.flatMap(({ rows }) => rows.map(({ draftId }) => draftId));

test("shows what has its time, day by day, with who and why, and says how many and which is next", async () => {
  const { campaign, hand, later, anna } = await seedThree();
  await db.admin`update contacts set time_zone = 'America/Denver', name = 'Howard Paulas' where id = ${hand.contactId}`;
  await db.admin`update single_mails set leave = 'at', leave_zone = 'America/Denver' where draft_id = ${hand.draftId}`;
  await db.admin`update single_mails set leave = 'good', leave_zone = 'America/New_York' where draft_id = ${later.draftId}`;
  await db.admin`update contacts set name = 'Mitsue Tollner' where id = ${campaign.contactId}`;
  const view = await readScheduled(anna, everything, now);
  expect(view.verdict).toBe("3 mails have their time, all signed");
  expect(view.below).toEqual({
    long: "2 leave today, 1 by campaigns and 1 by hand. The next is Mitsue Tollner at 12:42. Times are in New York.",
    short: "All signed. 2 leave today, 1 of them by hand.",
  });
  expect(view.days.map(({ name, count, more }) => [name, count, more])).toEqual([
    ["Today", 2, 0],
    ["Mon 30 November", 1, 0],
  ]);
  const [first, second, third] = view.days.flatMap(({ rows }) => rows);
  expect(first).toMatchObject({
    here: "12:42",
    by: "Supplier invoices, 1",
    why: "Next free slot",
    byHand: false,
    held: null,
    signed: true,
  });
  expect(second).toMatchObject({
    here: "13:30",
    there: "11:30 in Denver",
    by: "Anna Keller, by hand",
    why: "11:30 in Denver, Anna Keller chose it",
    seal: "Signed by Anna Keller 10:00",
  });
  expect(third).toMatchObject({ here: "10:30", why: "Next good time in New York" });
});

test("is narrowed by kind, mailbox and person, and another team sees nothing of it", async () => {
  const { campaign, hand, later, anna } = await seedThree();
  await db.admin`update contacts set company = 'Asendorf 100%' where id = ${hand.contactId}`;
  const ids = async (filter: Partial<ScheduledFilter>, member = anna) =>
    idsOf(await readScheduled(member, { ...everything, ...filter }, now));
  expect(await ids({ by: "hand" })).toEqual([hand.draftId, later.draftId]);
  expect(await ids({ by: "campaigns" })).toEqual([campaign.draftId]);
  expect(await ids({ mailbox: campaign.senderAccountId })).toHaveLength(3);
  expect(await ids({ mailbox: campaign.campaignId })).toEqual([]);
  expect(await ids({ person: "asendorf 100%" })).toEqual([hand.draftId]);
  expect(await ids({ person: "100_" })).toEqual([]);
  expect(await ids({ from: "2026-11-26" })).toEqual([later.draftId]);
  const stranger = memberOf((await seedTeam(db.admin)).scope);
  expect(await readScheduled(stranger, { ...everything, show: "cancelled" }, now)).toMatchObject({
    total: 0,
    cancelled: { total: 0 },
  });
});

test("says what was moved by whom, and what a person cancelled for 30 days", async () => {
  const { campaign, hand, anna } = await seedThree();
  await moveMail(anna, hand.draftId, at("24T19:00:00"), now);
  const [, moved] = (await readScheduled(anna, everything, now)).days[0]?.rows ?? [];
  expect(moved).toMatchObject({ here: "14:00", moved: "was 13:30, moved by Anna Keller", why: "Anna Keller chose it" });
  await cancelMail(anna, hand.draftId, now);
  await cancelMail(anna, campaign.draftId, new Date(now.getTime() + 1000));
  const shown = await readScheduled(anna, { ...everything, show: "cancelled" }, now);
  expect(shown.cancelled.total).toBe(2);
  expect(shown.cancelled.rows.map((row) => [row.draftId, row.cancelled?.by, row.cancelled?.backUntil !== null])).toEqual([
    [campaign.draftId, "Anna Keller", true],
    [hand.draftId, "Anna Keller", true],
  ]);
  expect(shown.total).toBe(1);
  const later = new Date(now.getTime() + 31 * 86_400_000);
  expect((await readScheduled(anna, { ...everything, show: "cancelled" }, later)).cancelled.total).toBe(0);
});

test("says of a slot that its rule or limits moved when it was before, and leaves what a person chose named", async () => {
  const { campaign, anna } = await seedThree();
  const refused = { reason: "not yet", from: toTemporal(at("24T17:50:00")) } as const;
  await followRefused(campaign.scope, campaign, refused, at("24T17:42:00"));
  const first = async () => (await readScheduled(anna, everything, now)).days[0]?.rows[0];
  expect(await first()).toMatchObject({ here: "12:50", moved: "was 12:42, when it could not leave" });
  await moveMail(anna, campaign.draftId, at("24T18:00:00"), now);
  const still = { ...refused, from: toTemporal(at("24T18:05:00")) };
  await followRefused(campaign.scope, campaign, still, at("24T18:00:00"));
  // The run of before lost the mail when a person moved it: it moves nothing.
  expect(await first()).toMatchObject({ here: "13:00", moved: "was 12:50, moved by Anna Keller" });
  await db.admin`update campaign_contacts set run_id = 'run-2' where id = ${campaign.campaignContactId}`;
  await followRefused(campaign.scope, { ...campaign, runId: "run-2" }, still, at("24T18:00:00"));
  expect(await first()).toMatchObject({ here: "13:05", moved: "was 12:50, moved by Anna Keller" });
});

test("says what holds a mail and where that ends, also of one by hand that gave its slot back", async () => {
  const { campaign, hand, anna } = await seedThree();
  await db.admin`update sender_accounts set status = 'signed_out', email = 'ben@contoso.com' where id = ${campaign.senderAccountId}`;
  const view = await readScheduled(anna, everything, now);
  expect(view.verdict).toBe("3 mails have their time, 3 are held");
  expect(view.days[0]?.rows[0]?.held).toEqual({
    words: "Held until ben@ is connected.",
    href: "/settings/mailboxes",
    way: "Reconnect",
  });
  await db.admin`update sender_accounts set status = 'connected' where id = ${campaign.senderAccountId}`;
  await db.admin`update scheduled_emails set status = 'cancelled' where draft_id = ${hand.draftId}`;
  await db.admin`update email_drafts set status = 'approved' where id = ${hand.draftId}`;
  await db.admin`update single_mails set wait_reason = 'mailbox_full' where draft_id = ${hand.draftId}`;
  const waits = await readScheduled(anna, everything, now);
  expect(waits.verdict).toBe("3 mails have their time, 1 is held");
  expect(waits.waiting).toMatchObject([
    { draftId: hand.draftId, held: { words: "Held: mailbox is full.", way: "See why" }, signed: true },
  ]);
  await db.admin`insert into team_stops (team_id) values (${anna.teamId})`;
  await db.admin`update single_mails set wait_reason = 'paused' where draft_id = ${hand.draftId}`;
  const stopped = await readScheduled(anna, everything, now);
  expect(stopped.verdict).toBe("3 mails wait, sending is stopped");
  expect(stopped.waiting[0]?.held?.words).toBe("Held: all sending is stopped.");
});

test("holds a follow-up by hand, and no first mail, while its mailbox cannot be read", async () => {
  const { campaign, hand, anna } = await seedThree();
  await db.admin`update email_drafts set draft_type = 'second_followup' where id = ${hand.draftId}`;
  await db.admin`update sender_accounts set trouble = 'unreadable', trouble_since = ${now} where id = ${campaign.senderAccountId}`;
  const view = await readScheduled(anna, everything, now);
  expect(view.verdict).toBe("3 mails have their time, 1 is held");
  expect(view.days[0]?.rows.map(({ draftId, held }) => [draftId, held !== null])).toEqual([
    [campaign.draftId, false],
    [hand.draftId, true],
  ]);
});

test("where nothing has a time, says how many drafts wait for a signature, those by hand too", async () => {
  const { teamId, scope } = await seedTeam(db.admin);
  const senderAccountId = await seedMailbox(db.admin, teamId);
  const { contactIds } = await seedContacts(db.admin, teamId, inventPeople(1, 0));
  await seedSingle(db.admin, { ...scope, senderAccountId }, contactIds[0] ?? "");
  expect(await readScheduled(memberOf(scope), everything, now)).toMatchObject({ total: 0, toSign: 1 });
});

test("offers good times in the reader's town, and says what a chosen one means there", async () => {
  const { campaign, hand, anna } = await seedThree();
  await db.admin`update contacts set time_zone = 'America/Denver' where id = ${hand.contactId}`;
  const early = await readTimes(anna, hand.draftId, { day: "2026-11-25", time: "9:30" }, now);
  expect(early.begin).toEqual({ day: "2026-11-24", time: "13:30" });
  expect(early.offers.map(({ name, words }) => [name, words])).toEqual([
    ["Next good time", "today 11:00, in Denver 9:00"],
    ["Tomorrow morning", "Wed 25 Nov 11:00, in Denver 9:00"],
  ]);
  expect(early.chosen).toMatchObject({
    name: "Wed 9:30",
    words: "9:30 in New York, 7:30 in Denver.",
    early: "Before 9:00 there.",
    refused: null,
  });
  const weekend = await readTimes(anna, hand.draftId, { day: "2026-11-28", time: "12:00" }, now);
  expect(weekend.chosen?.early).toBe("A weekend there.");
  const nameOn = async (day: string) => (await readTimes(anna, hand.draftId, { day, time: "12:00" }, now)).chosen?.name;
  expect([await nameOn("2026-11-30"), await nameOn("2026-12-02"), await nameOn("2027-12-01")]).toEqual([
    "Mon 12:00",
    "Wed 2 Dec 12:00",
    "Wed 1 Dec 2027 12:00",
  ]);
  expect((await readTimes(anna, hand.draftId, { day: "2026-11-23", time: "12:00" }, now)).chosen?.refused).toBe(
    "This time has passed.",
  );
  await db.admin`update campaign_settings set send_window_start = '9:00', send_window_end = '10:00', timezone = 'America/New_York' where campaign_id = ${campaign.campaignId}`;
  expect((await readTimes(anna, campaign.draftId, { day: "2026-11-25", time: "12:00" }, now)).chosen?.refused).toContain(
    "9:00 to 10:00 in New York",
  );
});
