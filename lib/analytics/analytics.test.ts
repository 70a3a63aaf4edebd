import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { inventPeople } from "@/db/seed/invent-people";
import { seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedDelivery, seedDraft, seedEnrolment, seedSlot } from "@/db/seed/seed-enrolment";
import { type History, seedHistory } from "@/db/seed/seed-history";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { forecastToSign } from "./forecast-to-sign";
import { readDay } from "./read-day";
import { readJobs } from "./read-jobs";
import { readWeeks } from "./read-weeks";

let db: TestDatabase;
let teamId: string;
let memberId: string;
let mailbox: string;
let campaign: { campaignId: string; stepIds: string[] };
let contacts: string[];
const zone = "America/New_York";
// Tuesday, 15:00 in New York; the day there began at 05:00 UTC.
const now = new Date("2026-11-24T20:00:00Z");
const people = inventPeople(6);

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  const team = await seedTeam(db.admin, { timezone: zone });
  teamId = team.teamId;
  memberId = team.scope.memberId;
  mailbox = await seedMailbox(db.admin, teamId);
  const seeded = await seedContacts(db.admin, teamId, people, { listName: "All" });
  contacts = seeded.contactIds;
  campaign = await seedCampaign(db.admin, teamId, {
    name: "Invoices",
    status: "active",
    listId: seeded.listId,
    senderAccountId: mailbox,
    launchedAt: new Date("2026-11-20T15:00:00Z"),
    steps: [
      { name: "Introduction", subject: "Hello", body: "<p>Hi</p>" },
      { name: "Reminder", subject: "", body: "<p>Again</p>", days: 3 },
    ],
  });
});

const nameOf = (n: number) => `${people[n]?.firstName} ${people[n]?.lastName}`;
const inTeam = <T>(read: (tx: Parameters<typeof readDay>[0]) => Promise<T>, team = teamId) =>
  withTeam({ teamId: team, memberId: null }, read);
const past = (...history: (Omit<History, "contactId" | "email"> & { n: number })[]) =>
  seedHistory(
    db.admin,
    {
      teamId,
      campaignId: campaign.campaignId,
      senderAccountId: mailbox,
      signedBy: memberId,
      steps: () => campaign.stepIds.map((id) => ({ id, subject: "Hello", body: "<p>Hi</p>" })),
    },
    history.map(({ n, ...one }) => ({ ...one, contactId: contacts[n] ?? "", email: people[n]?.email ?? "" })),
  );
/** Somebody whose first mail is written and waits, for a signature or, with `slot`, to leave. */
async function waiting(n: number, at: Date, slot: boolean, missing: string[] = []) {
  const person = { waitReason: slot ? "in_line" : "needs_signature", nextAt: at };
  const enrolmentId = await seedEnrolment(db.admin, campaign.campaignId, contacts[n] ?? "", person);
  const draftId = await seedDraft(db.admin, enrolmentId, { status: slot ? "scheduled" : "draft", missing });
  if (slot) await seedSlot(db.admin, draftId, at);
}

describe("today", () => {
  test("shows what left, what is signed, what is to sign and who answered, in order", async () => {
    await past(
      { n: 0, sentAt: [new Date("2026-11-24T14:30:00Z")], repliedAt: new Date("2026-11-24T16:00:00Z"), ended: "replied" },
      // 23:30 of Monday in New York: yesterday.
      { n: 1, sentAt: [new Date("2026-11-24T04:30:00Z")] },
    );
    await waiting(2, new Date("2026-11-24T21:00:00Z"), true);
    await waiting(3, new Date("2026-11-24T22:00:00Z"), false);
    // Tomorrow in New York, today in UTC+0 terms of the clock only.
    await waiting(4, new Date("2026-11-25T05:30:00Z"), true);
    const toSign = [
      { campaignId: campaign.campaignId, mails: [{ at: new Date("2026-11-24T22:00:00Z"), name: "Pat" }], before: now },
    ];
    const lanes = await inTeam((tx) => readDay(tx, zone, now, toSign));
    expect(lanes).toMatchObject([{ name: "Invoices", sent: 1, planned: 2, toSign: 1, held: null, mailbox: "anna@contoso.com" }]);
    expect(lanes[0]?.marks.map((mark) => mark.kind)).toEqual(["sent", "reply", "signed", "to sign"]);
    expect(lanes[0]?.marks[0]?.at).toEqual(new Date("2026-11-24T14:30:00Z"));
  });

  test.each([
    ["paused", "update campaigns set status = 'paused'"],
    ["mailbox", "update sender_accounts set status = 'signed_out'"],
    ["mailbox", "update sender_accounts set trouble = 'full'"],
    ["stopped", "insert into team_stops (team_id) values"],
  ])("says that signed mail is held: %s", async (held, statement) => {
    await waiting(2, new Date("2026-11-24T21:00:00Z"), true);
    await (statement.startsWith("insert")
      ? db.admin`insert into team_stops (team_id) values (${teamId})`
      : db.admin.unsafe(`${statement} where team_id = '${teamId}'`));
    const [lane] = await inTeam((tx) => readDay(tx, zone, now, []));
    expect(lane).toMatchObject({ held, planned: 1, marks: [{ kind: "held" }] });
  });

  test("ends at midnight on a day of 25 hours", async () => {
    // 1 November 2026 in New York lasts from 04:00 to 05:00 UTC of the next day.
    await waiting(2, new Date("2026-11-02T04:30:00Z"), true);
    await waiting(3, new Date("2026-11-02T05:30:00Z"), true);
    const [lane] = await inTeam((tx) => readDay(tx, zone, new Date("2026-11-01T15:00:00Z"), []));
    expect(lane?.planned).toBe(1);
  });
});

describe("what waits for a person", () => {
  test("counts drafts to sign, and those with a field missing until they are edited", async () => {
    await waiting(0, now, false);
    await waiting(1, now, false, ["town"]);
    await waiting(2, now, true);
    await waiting(3, now, false, ["town"]);
    await db.admin`update email_drafts set edited_body = 'filled' where team_id = ${teamId} and contact_id = ${contacts[3] ?? ""}`;
    const { toSign } = await inTeam((tx) => readJobs(tx, []));
    expect(toSign).toEqual({ count: 3, blocked: 1, leaveToday: 0, before: null });
  });

  test("says that no draft passes where the team's postal address is missing", async () => {
    await waiting(0, now, false);
    await db.admin`update teams set postal_address = ' ' where id = ${teamId}`;
    expect((await inTeam((tx) => readJobs(tx, []))).toSign).toMatchObject({ count: 1, blocked: 1 });
  });

  test("counts a mail that was changed in Outlook once, and leads to the first", async () => {
    await waiting(0, now, false);
    await waiting(1, now, false);
    const [row] = await db.admin`select id from email_drafts where team_id = ${teamId} and contact_id = ${contacts[1] ?? ""}`;
    const second = String(row?.id);
    await seedDelivery(db.admin, second, { state: "drafted", at: now });
    await db.admin`insert into mail_differences (team_id, delivery_id, place, found_at, found, differences)
      select team_id, id, 'draft', ${now}, '{}', '[]' from deliveries where draft_id = ${second}`;
    expect(await inTeam((tx) => readJobs(tx, []))).toMatchObject({
      toSign: { count: 1 },
      changed: { count: 1, draftId: second },
    });
  });

  test("says how many can leave today over all campaigns, and the earliest moment they must be signed by", async () => {
    const mails = [{ at: now, name: "Pat" }];
    const { toSign } = await inTeam((tx) =>
      readJobs(tx, [
        { campaignId: "a", mails, before: new Date("2026-11-24T21:30:00Z") },
        { campaignId: "b", mails: [...mails, ...mails], before: new Date("2026-11-24T21:00:00Z") },
      ]),
    );
    expect(toSign).toMatchObject({ leaveToday: 3, before: new Date("2026-11-24T21:00:00Z") });
  });

  test("does not ask to sign what was rejected, has ended or is no longer running", async () => {
    await waiting(0, now, false);
    await waiting(1, now, false);
    await db.admin`update email_drafts set rejected_at = now() where team_id = ${teamId} and contact_id = ${contacts[0] ?? ""}`;
    await db.admin`update campaign_contacts set status = 'replied' where team_id = ${teamId} and contact_id = ${contacts[1] ?? ""}`;
    expect((await inTeam((tx) => readJobs(tx, []))).toSign.count).toBe(0);
    await waiting(2, now, false);
    await db.admin`update campaigns set status = 'completed' where team_id = ${teamId}`;
    expect((await inTeam((tx) => readJobs(tx, []))).toSign.count).toBe(0);
  });

  test("names who wrote back, the latest first, whoever has read it, until it is settled", async () => {
    await past(
      {
        n: 0,
        sentAt: [new Date("2026-11-23T15:00:00Z")],
        repliedAt: new Date("2026-11-23T16:00:00Z"),
        reply: "First",
        ended: "replied",
      },
      {
        n: 1,
        sentAt: [new Date("2026-11-23T15:00:00Z")],
        repliedAt: new Date("2026-11-24T16:00:00Z"),
        reply: "Second",
        ended: "replied",
      },
    );
    await db.admin`update email_replies set seen_at = now() where team_id = ${teamId}`;
    await db.admin`update reply_threads set state = 'open', unread = contact_id = ${contacts[0] ?? ""} where team_id = ${teamId}`;
    const { replies } = await inTeam((tx) => readJobs(tx, []));
    expect(replies).toMatchObject({ count: 2, latest: { snippet: "Second" }, names: [nameOf(1), nameOf(0)] });
    const [second] = await db.admin`select id from reply_threads where team_id = ${teamId} and contact_id = ${contacts[1] ?? ""}`;
    expect(replies.latest?.threadId).toBe(second?.id);
    await db.admin`update reply_threads set state = 'done' where team_id = ${teamId}`;
    expect((await inTeam((tx) => readJobs(tx, []))).replies).toEqual({ count: 0, latest: null, names: [] });
  });

  test("names a signed-out mailbox and how many wait for it", async () => {
    await waiting(0, now, false);
    await db.admin`update sender_accounts set status = 'signed_out', status_since = ${now} where id = ${mailbox}`;
    const { mailboxes } = await inTeam((tx) => readJobs(tx, []));
    const told = { id: mailbox, email: "anna@contoso.com", code: null, guard: null, since: now, waiting: 1 };
    expect(mailboxes).toEqual([{ ...told, hold: "signed_out" }]);
  });

  test.each(["no_licence", "full", "unreadable", "limited"])(
    "names a mailbox in trouble (%s), since when and by Microsoft's word",
    async (hold) => {
      await waiting(0, now, false);
      await db.admin`update sender_accounts set trouble = ${hold}, trouble_since = ${now}, trouble_code = 'ErrorSomething' where id = ${mailbox}`;
      const { mailboxes } = await inTeam((tx) => readJobs(tx, []));
      expect(mailboxes).toEqual([
        { id: mailbox, email: "anna@contoso.com", hold, code: "ErrorSomething", guard: null, since: now, waiting: 1 },
      ]);
    },
  );
});

describe("drafts to sign that can leave today", () => {
  // 15:00 in New York; the window ends at 17:00.
  const end = new Date("2026-11-25T05:00:00Z");
  const rules = (set: string) => db.admin.unsafe(`update campaign_settings set ${set} where team_id = '${teamId}'`);
  const times = async () =>
    (await inTeam((tx) => forecastToSign(tx, end, now))).map(({ mails, before }) => ({
      at: mails.map((mail) => mail.at.toISOString().slice(11, 16)),
      before: before.toISOString().slice(11, 16),
    }));
  beforeEach(() =>
    rules(
      "timezone = 'America/New_York', send_window_start = '09:00', send_window_end = '17:00', daily_limit = 50, delay_between_emails_seconds = 1800",
    ),
  );

  test("leaves out first mails while their domain fails, and Today counts who waits for it", async () => {
    await waiting(0, now, false);
    expect(await inTeam((tx) => forecastToSign(tx, end, now))).toHaveLength(1);
    await db.admin`insert into domain_checks (team_id, domain, checked_at, proofs, failing_since)
      values (${teamId}, 'contoso.com', ${now}, '[]', ${new Date("2026-11-20T20:00:00Z")})`;
    expect(await inTeam((tx) => forecastToSign(tx, end, now))).toEqual([]);
    await db.admin`update campaign_contacts set wait_reason = 'domain_unproven' where team_id = ${teamId}`;
    expect((await inTeam((tx) => readJobs(tx, []))).domains).toEqual({ count: 1 });
  });

  test("take the free minutes behind those signed, up to the end of the window", async () => {
    await waiting(0, new Date("2026-11-24T20:30:00Z"), true);
    for (const n of [1, 2, 3, 4]) await waiting(n, now, false);
    // 15:00, then 16:00 and 16:30 behind the slot at 15:30; 17:00 is closed.
    expect(await times()).toEqual([{ at: ["20:00", "21:00", "21:30"], before: "20:00" }]);
  });

  test("may be signed the later the fewer they are", async () => {
    await waiting(1, now, false);
    await waiting(2, now, false);
    expect(await times()).toEqual([{ at: ["20:00", "20:30"], before: "21:29" }]);
  });

  test("are none beyond the daily limit, without their fields, or where nothing is sent", async () => {
    await waiting(0, now, false, ["town"]);
    expect(await times()).toEqual([]);
    await waiting(1, now, false);
    expect(await times()).toMatchObject([{ at: ["20:00"] }]);
    await waiting(2, new Date("2026-11-24T20:30:00Z"), true);
    await rules("daily_limit = 1");
    expect(await times()).toEqual([]);
    await rules("daily_limit = 50");
    await db.admin`update sender_accounts set status = 'signed_out' where id = ${mailbox}`;
    expect(await times()).toEqual([]);
  });
});

describe("four weeks", () => {
  test("count mail by the team's day, with what became of it", async () => {
    await past(
      { n: 0, sentAt: [new Date("2026-11-24T14:00:00Z")], repliedAt: new Date("2026-11-24T15:00:00Z"), ended: "replied" },
      // Still Monday in New York.
      { n: 1, sentAt: [new Date("2026-11-24T04:30:00Z")] },
      { n: 2, sentAt: [new Date("2026-11-20T15:00:00Z")], ended: "bounced", endedAt: new Date("2026-11-20T15:01:00Z") },
      { n: 3, sentAt: [new Date("2026-11-20T15:00:00Z")], ended: "unsubscribed", endedAt: new Date("2026-11-20T16:00:00Z") },
      // The first day shown is 28 October: the 27th in New York is gone.
      { n: 4, sentAt: [new Date("2026-10-28T03:30:00Z")], ended: "bounced", endedAt: new Date("2026-10-28T03:40:00Z") },
    );
    const weeks = await inTeam((tx) => readWeeks(tx, zone, now));
    expect(weeks).toMatchObject({ sent: 4, replies: 1, bounced: 1, unsubscribed: 1 });
    expect(weeks.days[0]?.day).toBe("2026-10-28");
    expect(weeks.days.at(-1)).toEqual({ day: "2026-11-24", sent: 1, replies: 1 });
    expect(weeks.days.find((day) => day.day === "2026-11-23")).toEqual({ day: "2026-11-23", sent: 1, replies: 0 });
    expect(weeks.days.reduce((sum, day) => sum + day.sent, 0)).toBe(weeks.sent);
    expect(weeks.otherwise).toBe(0);
    await db.admin`insert into mail_differences (team_id, delivery_id, place, found_at, found, differences)
      select team_id, delivery_id, 'by hand', sent_at, '{}', '[]' from sent_emails where team_id = ${teamId} and contact_id in ${db.admin([contacts[1] ?? "", contacts[4] ?? ""])}`;
    expect(await inTeam((tx) => readWeeks(tx, zone, now))).toMatchObject({ sent: 4, otherwise: 1 });
  });

  test("show a weekend day only when something happened on it, and today always", async () => {
    const quiet = await inTeam((tx) => readWeeks(tx, zone, new Date("2026-11-22T15:00:00Z")));
    expect(
      quiet.days.filter((day) => [0, 6].includes(new Date(`${day.day}T12:00:00Z`).getUTCDay())).map((day) => day.day),
    ).toEqual(["2026-11-22"]);
    await past({ n: 0, sentAt: [new Date("2026-11-21T15:00:00Z")] });
    const busy = await inTeam((tx) => readWeeks(tx, zone, now));
    expect(busy.days.find((day) => day.day === "2026-11-21")).toEqual({ day: "2026-11-21", sent: 1, replies: 0 });
  });

  test("show nothing of another team", async () => {
    await past({
      n: 0,
      sentAt: [new Date("2026-11-24T14:00:00Z")],
      repliedAt: new Date("2026-11-24T15:00:00Z"),
      ended: "replied",
    });
    const other = (await seedTeam(db.admin)).teamId;
    expect(await inTeam((tx) => readWeeks(tx, zone, now), other)).toMatchObject({ sent: 0, replies: 0 });
    expect(await inTeam((tx) => readDay(tx, zone, now, []), other)).toEqual([]);
    expect((await inTeam((tx) => readJobs(tx, []), other)).replies.count).toBe(0);
  });
});
