import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seedTeam } from "../seed/seed-team";
import { seedEveryTable } from "../testing/seed-every-table";
import { type TestDatabase, testDatabase } from "../testing/test-database";

let db: TestDatabase;
let team: string;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(async () => {
  await db.close();
});
beforeEach(async () => {
  // New York is five hours behind, so 02:00 UTC is still the day before.
  team = (await seedTeam(db.admin, { timezone: "America/New_York" })).teamId;
  await seedEveryTable(db.admin, team);
  await db.admin`select fold_email_analytics()`;
  await db.admin`delete from email_analytics where team_id = ${team}`;
});

/** As they stand in the rows of their days, once what was counted is added to them. */
const days = async () => {
  await db.admin`select fold_email_analytics()`;
  return db.admin`select date::text, total_drafts_created as created, total_drafts_approved as approved,
    total_emails_sent as sent, total_followups_sent as followups from email_analytics where team_id = ${team} order by date`;
};

async function people(count: number) {
  await db.admin`insert into contacts (team_id, upload_batch_id, raw_data, email, email_norm)
    select ${team}, (select id from upload_batches where team_id = ${team} limit 1), '{}', 'p' || n || '@x.example', 'p' || n || '@x.example'
    from generate_series(1, ${count}) n`;
}

test("a new campaign gets its settings, each of many at once too", async () => {
  await db.admin`insert into campaigns (team_id, name) select ${team}, 'Campaign ' || n from generate_series(1, 200) n`;
  const [row] = await db.admin`select count(*)::int as campaigns, count(s.id)::int as settings, min(s.timezone) as zone,
      min(s.send_window_start::text) as start, min(s.daily_limit) as daily
    from campaigns c left join campaign_settings s on s.campaign_id = c.id where c.team_id = ${team}`;
  expect(row).toMatchObject({ campaigns: 201, settings: 201, zone: "America/New_York", start: "09:00:00", daily: 50 });
});

describe("a reply", () => {
  const enrolled = async (status: string) => {
    const [row] =
      await db.admin`update campaign_contacts set status = ${status}, replied_at = null, wait_reason = 'delay', next_at = now()
      where team_id = ${team} returning contact_id, campaign_id`;
    await db.admin`insert into email_replies (team_id, campaign_id, contact_id, received_at, message_id, sender_account_id)
      select ${team}, ${row?.campaign_id}, ${row?.contact_id}, '2026-03-01T10:00:00Z', '<1>', (select id from sender_accounts where team_id = ${team} limit 1)`;
    const [after] =
      await db.admin`select status, ended_reason, wait_reason, next_at, replied_at from campaign_contacts where team_id = ${team}`;
    return after;
  };

  test.each(["pending", "in_progress"])("marks a contact that is %s as replied", async (status) => {
    expect(await enrolled(status)).toEqual({
      status: "replied",
      ended_reason: "replied",
      wait_reason: null,
      next_at: null,
      replied_at: new Date("2026-03-01T10:00:00Z"),
    });
  });

  test("after the last mail is noted and leaves the status", async () => {
    expect(await enrolled("completed")).toMatchObject({ status: "completed", replied_at: new Date("2026-03-01T10:00:00Z") });
  });

  test.each(["bounced", "unsubscribed"])("changes nothing of a contact that is %s", async (status) => {
    expect(await enrolled(status)).toMatchObject({ status, replied_at: null });
  });
});

/** Rows of counts that a statement wrote: a count for each of its rows would write as many, and cost with their square. */
async function dayRowsWritten(statement: (tx: postgres.TransactionSql) => Promise<unknown>): Promise<number> {
  return db.admin.begin(async (tx) => {
    const written = async () =>
      Number(
        (
          await tx`select sum(n_tup_ins + n_tup_upd) as n from pg_stat_xact_user_tables where relname in ('email_analytics', 'email_analytics_deltas')`
        )[0]?.n,
      );
    const before = await written();
    await statement(tx);
    return (await written()) - before;
  });
}

test("sent mail counts on its day in the team's zone, follow-ups apart, in bulk too", async () => {
  await people(20_000);
  const written = await dayRowsWritten(
    (
      tx,
    ) => tx`insert into sent_emails (team_id, contact_id, sender_account_id, draft_type, subject, body, recipient_email, sent_at)
    select ${team}, c.id, (select id from sender_accounts where team_id = ${team} limit 1),
      case when n % 4 = 0 then 'second_followup' else 'first_outreach' end::draft_type, 's', 'b', c.email,
      case when n <= 5000 then timestamptz '2026-03-03T02:00:00Z' else timestamptz '2026-03-03T12:00:00Z' end
    from (select id, email, row_number() over () as n from contacts where team_id = ${team} and email like 'p%') c`,
  );
  expect([...(await days())]).toEqual([
    { date: "2026-03-02", created: 0, approved: 0, sent: 5000, followups: 1250 },
    { date: "2026-03-03", created: 0, approved: 0, sent: 15_000, followups: 3750 },
  ]);
  expect(written).toBe(2);
});

test("drafts made and approved in bulk count once each", async () => {
  await people(5_000);
  const made = await dayRowsWritten(
    (tx) => tx`insert into email_drafts (team_id, contact_id, draft_type, subject, body, created_at)
      select ${team}, id, 'first_outreach', 's', 'b', '2026-03-03T12:00:00Z' from contacts where team_id = ${team} and email like 'p%'`,
  );
  const approved = await dayRowsWritten(
    (tx) =>
      tx`update email_drafts set status = 'approved', approved_at = '2026-03-04T12:00:00Z' where team_id = ${team} and subject = 's'`,
  );
  expect({ made, approved }).toEqual({ made: 1, approved: 1 });
  expect((await days()).map((day) => [day.date, day.created, day.approved])).toEqual([
    ["2026-03-03", 5000, 0],
    ["2026-03-04", 0, 5002], // and the two that every team of these tests has
  ]);
});

test("replies that come together mark each of their people, at the first one's time", async () => {
  await people(2_000);
  await db.admin`insert into campaign_contacts (team_id, campaign_id, contact_id, sender_account_id, recipient_email)
    select ${team}, (select id from campaigns where team_id = ${team} limit 1), id, (select id from sender_accounts where team_id = ${team} limit 1), email
    from contacts where team_id = ${team} and email like 'p%'`;
  await db.admin`insert into email_replies (team_id, campaign_id, contact_id, received_at)
    select team_id, campaign_id, contact_id, timestamptz '2026-03-01T10:00:00Z' + n * interval '1 hour'
    from campaign_contacts, generate_series(0, 1) n where team_id = ${team} and recipient_email like 'p%'`;
  const rows = await db.admin`select status, replied_at, count(*)::int as people from campaign_contacts
    where team_id = ${team} and recipient_email like 'p%' group by 1, 2`;
  expect([...rows]).toEqual([{ status: "replied", replied_at: new Date("2026-03-01T10:00:00Z"), people: 2000 }]);
});

test("a draft counts when made and once when approved, also after being taken back and from a null status", async () => {
  await people(3);
  const rows = await db.admin<{ id: string }[]>`
    insert into email_drafts (team_id, contact_id, draft_type, subject, body, status, created_at)
    select ${team}, id, 'first_outreach', 's', 'b', case when email like 'p1@%' then null else 'draft' end::email_status, '2026-03-03T12:00:00Z'
    from contacts where team_id = ${team} and email like 'p%' returning id`;
  const set = (status: string, at: string | null) =>
    db.admin`update email_drafts set status = ${status}, approved_at = ${at} where id in ${db.admin(rows.map((row) => row.id))}`;
  await set("approved", "2026-03-04T12:00:00Z");
  await set("draft", null);
  await set("approved", "2026-03-05T12:00:00Z");
  await set("scheduled", "2026-03-05T12:00:00Z");
  expect([...(await days())]).toEqual([
    { date: "2026-03-03", created: 3, approved: 0, sent: 0, followups: 0 },
    { date: "2026-03-04", created: 0, approved: 3, sent: 0, followups: 0 },
  ]);
});

test("a draft born approved counts as both", async () => {
  await people(1);
  await db.admin`insert into email_drafts (team_id, contact_id, draft_type, subject, body, status, approved_at, created_at)
    select ${team}, id, 'first_outreach', 's', 'b', 'approved', '2026-03-03T12:00:00Z', '2026-03-03T12:00:00Z' from contacts where team_id = ${team} and email like 'p%'`;
  expect([...(await days())]).toEqual([{ date: "2026-03-03", created: 1, approved: 1, sent: 0, followups: 0 }]);
});

test("a statement tells each team once that something changed, never what", async () => {
  const heard: string[] = [];
  const listening = await db.admin.listen("countersign_changes", (payload) => heard.push(payload));
  await people(500);
  await expect.poll(() => heard).toEqual([`${team} contacts`]);
  await listening.unlisten();
});
