import { afterAll, beforeAll, expect, test } from "vitest";
import { anyHour, seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { countEntries } from "./count-entries";
import { countNamed } from "./count-named";
import { finishEntries } from "./finish-entries";
import { foresee, mostMails } from "./foresee";
import { readEntries } from "./read-entries";
import { suppressEntry } from "./suppress-entry";
import { takeBackSuppression } from "./take-back-suppression";

/** PROVE=1 for the full size, whose limits are the product's own: a tenth of the people of a team at one domain, in each of its campaigns. */
const full = Boolean(process.env.PROVE);
const size = full
  ? { contacts: 100_000, named: 10_000, campaigns: 12, entries: 1_000_000 }
  : { contacts: 2_000, named: 200, campaigns: 3, entries: 5_000 };
const now = new Date("2026-11-24T15:00:00Z");

let db: TestDatabase;
let scope: { teamId: string; memberId: string };
let entryIds: string[] = [];

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
  ({ scope } = await seedTeam(db.admin));
  const senderAccountId = await seedMailbox(db.admin, scope.teamId);
  const team = scope.teamId;
  await db.admin`insert into upload_batches (team_id, file_name) values (${team}, 'all.csv')`;
  await db.admin`insert into contacts (team_id, upload_batch_id, raw_data, name, email, email_norm)
    select ${team}, b.id, '{}', 'Person ' || n, 'p' || n || case when n <= ${size.named} then '@big.example' else '@other' || n % 500 || '.example' end,
      'p' || n || case when n <= ${size.named} then '@big.example' else '@other' || n % 500 || '.example' end
    from upload_batches b cross join generate_series(1, ${size.contacts}) n where b.team_id = ${team}`;
  for (let place = 0; place < size.campaigns; place += 1) {
    const { campaignId } = await seedCampaign(db.admin, team, {
      name: `C${place}`,
      status: "active",
      senderAccountId,
      steps: [{ name: "Introduction", subject: "Hello", body: "<p>Hi</p>" }],
      settings: { ...anyHour, zone: "UTC" },
    });
    await db.admin`insert into campaign_contacts (team_id, campaign_id, contact_id, sender_account_id, recipient_email, wait_reason)
      select team_id, ${campaignId}, id, ${senderAccountId}, email, 'in_line' from contacts where team_id = ${team} and email_norm like '%@big.example'`;
    await db.admin`insert into email_drafts (team_id, contact_id, draft_type, subject, body, status, campaign_id, campaign_contact_id, sequence_id, sequence_step, sender_account_id)
      select c.team_id, c.contact_id, 'first_outreach', 'Hello', 'Hi', case when c.rank <= 100 then 'scheduled' else 'approved' end::email_status, c.campaign_id, c.id, s.id, 1, c.sender_account_id
      from (select *, row_number() over (order by id) as rank from campaign_contacts where campaign_id = ${campaignId}) c join campaign_sequences s on s.campaign_id = c.campaign_id`;
    await db.admin`insert into scheduled_emails (team_id, draft_id, contact_id, sender_account_id, scheduled_for, campaign_id, campaign_contact_id)
      select team_id, id, contact_id, sender_account_id, ${now}::timestamptz + interval '1 hour', campaign_id, campaign_contact_id from email_drafts where campaign_id = ${campaignId} and status = 'scheduled'`;
    await db.admin`update campaign_contacts c set run_id = 'run' where campaign_id = ${campaignId} and exists (select 1 from scheduled_emails e where e.campaign_contact_id = c.id)`;
  }
  await db.admin`insert into suppressions (team_id, email_norm, reason, created_at)
    select ${team}, 'no' || n || '@gone' || n % 977 || '.example', 'unsubscribed', ${now}::timestamptz - n * interval '1 second' from generate_series(1, ${size.entries}) n`;
  await db.admin`insert into suppressions (team_id, domain, reason, created_at) select ${team}, 'd' || n || '.example', 'by hand', ${now} from generate_series(1, 500) n`;
  await db.admin`insert into suppressions (team_id, wildcard, reason, created_at) select ${team}, 'w' || n || '@*', 'by hand', ${now} from generate_series(1, 100) n`;
  await db.admin`vacuum analyze`;
}, 600_000);
afterAll(() => db.close());

/** @returns what the work returns. Times stand in the proof, and fail it where they are over the limit; at the small size nothing is slow. */
async function within<T>(context: { task: { meta: object } }, ms: number, name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  const took = Math.round(performance.now() - start);
  const meta = context.task.meta as { measured?: string };
  meta.measured = [meta.measured, `${name} ${took.toLocaleString("en")} ms`].filter(Boolean).join(", ");
  expect(took, name).toBeLessThan(full ? ms : ms * 5);
  return result;
}

const domain = "big.example";

test("a domain is foreseen", async (context) => {
  await foresee(scope, "warm.example");
  expect(await within(context, 150, "nobody", () => foresee(scope, "none.example"))).toMatchObject({ people: 0 });
  const foreseen = await within(context, 150, `${size.named.toLocaleString("en")} people`, () => foresee(scope, domain));
  expect(foreseen).toMatchObject({ people: size.named, campaigns: size.campaigns });
  expect(foreseen).toMatchObject({ mails: Math.min(mostMails + 1, size.named * size.campaigns) });
  await within(context, 1000, "by a wildcard", () => foresee(scope, "*@big.*"));
});

test("a domain ends every campaign of everybody", async (context) => {
  const start = performance.now();
  const all = suppressEntry(scope, { text: domain, note: "" }, now);
  // From the first commit on, nothing has a slot and the last check refuses everybody.
  await within(context, 2000, `nothing leaves to ${size.named.toLocaleString("en")} people after`, async () => {
    const seen = () => db.admin`select (select count(*) from suppressions where domain = ${domain})::int as open,
      (select count(*) from scheduled_emails where team_id = ${scope.teamId} and status = 'pending')::int as slots`;
    await expect.poll(seen, { interval: 25, timeout: 30_000 }).toEqual([{ open: 1, slots: 0 }]);
  });
  const done = await all;
  const took = Math.round(performance.now() - start);
  expect(took).toBeLessThan(30_000);
  const meta = context.task.meta as { measured?: string };
  meta.measured += `, ${done.ended.toLocaleString("en")} enrolments have ended after ${took.toLocaleString("en")} ms`;
  expect(done).toMatchObject({ people: size.named, ended: size.named * size.campaigns });
  entryIds = done.entryIds;
  const [left] =
    await db.admin`select count(*)::int as open from campaign_contacts where team_id = ${scope.teamId} and status in ('pending', 'in_progress')`;
  expect(left?.open).toBe(0);
  const [slots] =
    await db.admin`select count(*)::int as open from scheduled_emails where team_id = ${scope.teamId} and status = 'pending'`;
  expect(slots?.open).toBe(0);
  const later = new Date(now.getTime() + 3 * 60_000);
  expect(await within(context, 500, "each sweep of the day after looks for", () => finishEntries(scope, later))).toBe(0);
});

test("a team that suppressed nothing so large costs the sweep nothing", async (context) => {
  const nextDay = new Date(now.getTime() + 25 * 3_600_000);
  expect(await within(context, 50, "looked for", () => finishEntries(scope, nextDay))).toBe(0);
});

test("and is taken back", async (context) => {
  const done = await within(context, 30_000, "taken back", () => takeBackSuppression(scope, { entryIds, contactId: null }, now));
  expect(done).toMatchObject({ open: size.named * size.campaigns, ended: 0 });
});

test("every page of the list, each search and each filter is read", async (context) => {
  await db.admin`vacuum analyze campaign_contacts`;
  const first = await within(context, 200, "first page", () => readEntries(scope, {}));
  expect(first.rows).toHaveLength(50);
  const [middle] = await db.admin`select id from suppressions where email_norm like ${`no${size.entries / 2}@%`}`;
  const deep = await within(context, 200, "in the middle", () => readEntries(scope, { after: String(middle?.id) }));
  expect(deep.rows[0]?.entry).toMatch(new RegExp(`^no${size.entries / 2 + 1}@`));
  await within(context, 200, "backwards", () => readEntries(scope, { before: String(middle?.id) }));
  for (const kind of ["address", "domain", "wildcard"] as const)
    expect((await within(context, 200, kind, () => readEntries(scope, { kind }))).rows).toHaveLength(50);
  const exact = await within(context, 200, "exact", () => readEntries(scope, { search: "no77@gone77.example" }));
  expect(exact.rows.map(({ entry }) => entry)).toEqual(["no77@gone77.example"]);
  await within(context, 1000, "counted", () => countEntries(scope));
  const wild = await readEntries(scope, { kind: "wildcard" });
  const named = await within(context, 3000, "50 wildcards counted", () =>
    countNamed(
      scope,
      wild.rows.map(({ id }) => id),
    ),
  );
  expect(named.size).toBe(50);
  const beginning = await within(context, 200, "beginning", () => readEntries(scope, { search: "no1" }));
  expect(beginning.rows).toHaveLength(50);
});
