import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedSingle } from "@/db/seed/seed-single";
import { seedTeam } from "@/db/seed/seed-team";
import { seedThread } from "@/db/seed/seed-thread";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import type { Member } from "../auth/member";
import { readDraftView } from "../drafts/review/read-draft-view";
import { signDraft } from "../drafts/sign-draft";
import { stubSettings } from "../env/testing/stub-settings";
import { readMailboxes } from "../senders/read-mailboxes";
import { readShell } from "../shell/read-shell";
import { readFirstDay } from "../team/read-first-day";
import { foldAnalytics } from "./keep-folding";
import { readToday } from "./read-today";

let db: TestDatabase;
let anna: { teamId: string; memberId: string };
let mailbox: string;
let people: string[];
/** Tuesday, 15:00 in New York. */
const now = new Date("2026-11-24T20:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  anna = (await seedTeam(db.admin, { timezone: "America/New_York" })).scope;
  mailbox = await seedMailbox(db.admin, anna.teamId);
  people = (await seedContacts(db.admin, anna.teamId, inventPeople(4))).contactIds;
});

const member = () =>
  ({ ...anna, timezone: "America/New_York", teamTimezone: "America/New_York", role: "administrator" }) as Member;
const today = () => readToday(member(), now);
const shell = () => readShell(member(), now);
const write = async (n: number, day: string | null = null, time = "17:00") => {
  const mail = await seedSingle(db.admin, { ...anna, senderAccountId: mailbox }, people[n] ?? "");
  if (day) await db.admin`update letters set leave = 'at', leave_day = ${day}, leave_time = ${time} where id = ${mail.letterId}`;
  return mail;
};
const sign = async (id: string) => signDraft(anna, id, (await readDraftView(member(), id, now)).hash, now);

describe("a mail by hand on Today", () => {
  test("waits to be signed, with what could still leave today and until when", async () => {
    expect(await readFirstDay(anna)).toMatchObject({ campaign: false, byHand: false });
    await write(0);
    await write(1, "2026-11-24");
    await write(2, "2026-11-25");
    await seedSingle(db.admin, { ...anna, senderAccountId: mailbox }, people[3] ?? "", { subject: "" });
    const { jobs, lanes } = await today();
    // It leaves at once whenever it is signed, up to midnight in New York.
    expect(jobs.toSign).toEqual({ count: 4, blocked: 1, leaveToday: 2, before: new Date("2026-11-25T04:59:00Z") });
    expect(lanes).toMatchObject([{ campaignId: null, name: "By hand", sent: 0, planned: 0, toSign: 2, held: null }]);
    expect(lanes[0]?.marks.map(({ at }) => at)).toEqual([now, new Date("2026-11-24T22:00:00Z")]);
    expect((await shell()).toReview).toBe(4);
    expect(await readFirstDay(anna)).toMatchObject({ campaign: false, byHand: true });
  });

  test("for a good time may be signed until the team's hours close", async () => {
    const { letterId } = await write(0);
    await db.admin`update letters set leave = 'good' where id = ${letterId}`;
    expect((await today()).jobs.toSign).toMatchObject({ leaveToday: 1, before: new Date("2026-11-24T21:59:00Z") });
  });

  test("that is signed is the next mail, and counts for the day it leaves", async () => {
    expect((await shell()).pulse.state).toBe("nothing yet");
    await sign((await write(0, "2026-11-24")).draftId);
    await sign((await write(1, "2026-11-26")).draftId);
    expect((await shell()).pulse).toMatchObject({
      state: "sending",
      plannedToday: 1,
      next: { at: "2026-11-24T22:00:00.000Z", campaignId: null, mailbox: "anna@contoso.com" },
    });
    const { lanes, next } = await today();
    expect(next).toMatchObject({ campaignId: null, at: new Date("2026-11-24T22:00:00Z") });
    expect(lanes).toMatchObject([{ planned: 1, marks: [{ kind: "signed" }] }]);
    await db.admin`update scheduled_emails set status = 'sent' where team_id = ${anna.teamId}`;
    expect((await shell()).pulse.state).toBe("quiet");
  });

  test("is held with its mailbox or by a stop, and the mailbox says who waits for it", async () => {
    await sign((await write(0, "2026-11-24")).draftId);
    await write(1);
    await db.admin`update sender_accounts set status = 'signed_out', status_since = ${now} where id = ${mailbox}`;
    const out = await today();
    expect(out.lanes).toMatchObject([{ held: "mailbox", mailbox: "anna@contoso.com", planned: 1, marks: [{ kind: "held" }] }]);
    expect(out.jobs).toMatchObject({ mailboxes: [{ hold: "signed_out", waiting: 1 }], toSign: { count: 1, leaveToday: 0 } });
    await db.admin`insert into team_stops (team_id, stopped_by) values (${anna.teamId}, ${anna.memberId})`;
    expect((await today()).lanes).toMatchObject([{ held: "stopped", heldBy: "Anna Keller" }]);
  });

  test("that waits for the team's budget or its domain is counted with the campaigns' people", async () => {
    const [one, two] = [await write(0), await write(1)];
    const until = new Date("2026-11-24T23:00:00Z");
    await db.admin`update single_mails set wait_reason = 'team_budget_used', next_at = ${until} where id = ${one.singleMailId}`;
    await db.admin`update single_mails set wait_reason = 'domain_unproven' where id = ${two.singleMailId}`;
    expect((await today()).jobs).toMatchObject({ budget: { count: 1, from: until }, domains: { count: 1 } });
  });
});

describe("a mail by hand that left", () => {
  /** As the ledger writes it down. */
  async function left(n: number, type = "first_outreach") {
    const mail = await write(n);
    await db.admin`update email_drafts set draft_type = ${type}::draft_type where id = ${mail.draftId}`;
    await sign(mail.draftId);
    await db.admin`update email_drafts set status = 'sent' where id = ${mail.draftId}`;
    await db.admin`update single_mails set ended_reason = 'sent', ended_at = ${now} where id = ${mail.singleMailId}`;
    await db.admin`update scheduled_emails set status = 'sent' where draft_id = ${mail.draftId}`;
    const [delivery] =
      await db.admin`insert into deliveries (team_id, draft_id, contact_id, sender_account_id, send_key, request_hash, state, accepted_at)
      values (${anna.teamId}, ${mail.draftId}, ${people[n] ?? ""}, ${mailbox}, gen_random_uuid(), 'x', 'accepted', ${now}) returning id`;
    const [sent] =
      await db.admin`insert into sent_emails (team_id, draft_id, contact_id, sender_account_id, delivery_id, draft_type, recipient_email, subject, body, sent_at)
        values (${anna.teamId}, ${mail.draftId}, ${people[n] ?? ""}, ${mailbox}, ${delivery?.id ?? ""}, ${type}::draft_type, 'a@x.example', 'Hello', '<p>Hi</p>', ${now})
        returning id`;
    return { ...mail, sentEmailId: String(sent?.id) };
  }

  test("counts once as made and as signed, and as sent by what it was", async () => {
    const first = await left(0);
    await left(1, "second_followup");
    // Taken back and signed anew before it left, it still counts once.
    await foldAnalytics();
    const [row] = await db.admin`select sum(total_drafts_created)::int as made, sum(total_drafts_approved)::int as signed,
      sum(total_emails_sent)::int as sent, sum(total_followups_sent)::int as followups from email_analytics where team_id = ${anna.teamId}`;
    expect(row).toEqual({ made: 2, signed: 2, sent: 2, followups: 1 });
    expect((await shell()).pulse).toMatchObject({ sentToday: 2, plannedToday: 2 });
    const { lanes, weeks } = await today();
    expect(lanes).toMatchObject([{ campaignId: null, sent: 2, planned: 2 }]);
    expect(weeks).toMatchObject({ sent: 2, replies: 0, bounced: 0, unsubscribed: 0 });
    await db.admin`update sent_emails set status = 'bounced' where id = ${first.sentEmailId}`;
    expect((await today()).weeks.bounced).toBe(1);
    expect(await readMailboxes(anna, "UTC", now)).toMatchObject([{ mailed: 2, replied: 0, bounced: 1, sentToday: 2 }]);
  });

  test("and is answered counts the person once", async () => {
    const { sentEmailId } = await left(0);
    await seedThread(
      db.admin,
      { teamId: anna.teamId, senderAccountId: mailbox, contactId: people[0] ?? "" },
      { at: now, sentEmailId },
    );
    for (const id of ["a", "b"])
      await db.admin`insert into email_replies (team_id, sent_email_id, contact_id, sender_account_id, message_id, received_at, snippet)
        values (${anna.teamId}, ${sentEmailId}, ${people[0] ?? ""}, ${mailbox}, ${id}, ${now}, 'Yes')`;
    const { weeks, lanes, jobs } = await today();
    expect(weeks.replies).toBe(1);
    expect(await readMailboxes(anna, "UTC", now)).toMatchObject([{ mailed: 1, replied: 1, bounced: 0 }]);
    expect(jobs.replies.count).toBe(1);
    expect(lanes[0]?.marks.map(({ kind }) => kind)).toContain("reply");
  });
});
