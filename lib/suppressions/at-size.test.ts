import { cpus, loadavg } from "node:os";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, type TestContext, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { type LargeTeam, seedLargeTeam } from "@/db/seed/seed-large-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import type { Member } from "../auth/member";
import { checkLaunch } from "../campaigns/launch/check-launch";
import { openContact } from "../contacts/open-contact";
import { readContacts } from "../contacts/read-contacts";
import { readRail } from "../contacts/read-rail";
import { readReviewQueue } from "../drafts/review/read-review-queue";
import { stubSettings } from "../env/testing/stub-settings";
import { readResult } from "../uploads/read-result";
import { seedLongList } from "./testing/seed-long-list";

/**
 * What a list costs that is as long as lists get: the last check of a mail, and the pages that say who is suppressed. PROVE=1 for the full size,
 * with times; else the ways into the indexes are looked at, and the same times hold.
 */
const full = Boolean(process.env.PROVE);
const contacts = full ? 50_000 : 1_000;
const long = full ? { addresses: 1_000_000, wildcards: 500, hashes: 200 } : { addresses: 4_000, wildcards: 50, hashes: 20 };
const calls = full ? 2_000 : 40;
const short = 1_000;

let db: TestDatabase;
let team: LargeTeam;
let member: Member;
let upload: string;
const now = new Date("2026-11-26T12:00:00Z");
const scope = () => ({ teamId: team.teamId, memberId: team.memberId });
type Times = { p50: number; p99: number; fastest?: number };
const before: Record<string, Times> = {};
const after: Record<string, Times> = {};

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
  team = await seedLargeTeam(db.admin, contacts, now);
  member = {
    ...team,
    sessionId: "",
    role: "administrator",
    name: "Anna",
    email: "a@c.example",
    teamName: "C",
    timezone: "UTC",
    teamTimezone: "UTC",
  };
  const [batch] = await db.admin`select id from upload_batches where team_id = ${team.teamId} limit 1`;
  upload = String(batch?.id);
  await db.admin.unsafe(timing);
  Object.assign(before, { asked: await asked(), intent: await intents(2) });
  // One contact in a hundred, whatever the length of the list.
  await db.admin`insert into suppressions (team_id, email_norm, reason) select team_id, email_norm, 'unsubscribed' from (
    select *, row_number() over (order by id) as n from contacts where team_id = ${team.teamId}) c where n % 100 = 0`;
  await seedLongList(db.admin, team.teamId, { addresses: short, wildcards: 0, hashes: 0 });
  for (const [name, read] of reads) before[name] = await took(read);
  await seedLongList(db.admin, team.teamId, { ...long, from: short });
  Object.assign(after, { asked: await asked(), intent: await intents(3) });
  for (const [name, read] of reads) after[name] = await took(read);
}, 900_000);
afterAll(() => db.close());

const reads: [string, () => Promise<unknown>][] = [
  ["the lists beside the contacts", () => readRail(scope())],
  ["all contacts", () => readContacts(scope(), {}, 1)],
  ["the suppressed contacts", () => readContacts(scope(), { suppressed: true }, 1)],
  ["one contact", () => openContact(scope(), team.contactId, now)],
  ["checking a launch", () => checkLaunch(scope(), team.draftCampaign, now)],
  ["the result of an import", () => readResult(scope(), upload, 1)],
  ["Review", () => readReviewQueue(member, null, now)],
];

/**
 * Inside the server, so that the line to it is not measured. Called as the app's role. Of each person the fastest of three: on a machine that others use,
 * some calls are put aside in between. An intent is written once, so its slowest say more of the machine's load than of the list.
 */
const timing = `
create function public.time_asked(calls int) returns float[] language plpgsql as $$
declare one record; began timestamptz; fastest float; times float[] := '{}';
begin
  for one in select c.contact_id, c.recipient_email from campaign_contacts c where c.contact_id not in (
    select a.contact_id from contact_addresses a join suppressions s on s.email_norm = a.address_norm) limit calls loop
    fastest := 1000000;
    for n in 1..3 loop
      began := clock_timestamp();
      if is_suppressed(one.contact_id, one.recipient_email) then raise exception 'suppressed'; end if;
      fastest := least(fastest, extract(epoch from clock_timestamp() - began)::float * 1000);
    end loop;
    times := times || fastest;
  end loop;
  return times;
end $$;
create function public.time_intents(calls int, attempt int) returns float[] language plpgsql as $$
declare one record; began timestamptz; times float[] := '{}';
begin
  for one in select d.id from deliveries d where d.contact_id not in (
    select a.contact_id from contact_addresses a join suppressions s on s.email_norm = a.address_norm) limit calls loop
    began := clock_timestamp();
    insert into delivery_intents (delivery_id, attempt) values (one.id, time_intents.attempt);
    times := times || extract(epoch from clock_timestamp() - began)::float * 1000;
  end loop;
  return times;
end $$;`;
const timed = (call: ReturnType<typeof sql>) =>
  withTeam(scope(), async (tx) => {
    const [row] = (await tx.execute(sql`select ${call} as times`)) as unknown as { times: number[] }[];
    return middle(row?.times.map(Number) ?? []);
  });
const asked = () => timed(sql`time_asked(${calls}::int)`);
const intents = (attempt: number) => timed(sql`time_intents(${calls}::int, ${attempt}::int)`);

async function took(work: () => Promise<unknown>): Promise<Times> {
  const times: number[] = [];
  for (let n = 0; n < (full ? 10 : 3); n += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return { ...middle(times.slice(1)), fastest: Math.min(...times) };
}
function middle(times: number[]): Times {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}
const say = (context: TestContext, measured: string) => {
  const load = `load ${loadavg()[0]?.toFixed(1)}`;
  (context.task.meta as { measured?: string }).measured = `${measured}, ${load}`;
  if (full) process.stdout.write(`${context.task.name}: ${measured}, ${load}\n`);
};
const ms = (time = Number.NaN) => `${time.toFixed(time < 10 ? 3 : 0)} ms`;

test.for(["asked", "intent"])("who said no is known within a millisecond: %s", (what, context) => {
  const [empty, here] = [before[what], after[what]];
  say(context, `p50 ${ms(here?.p50)}, p99 ${ms(here?.p99)}; without a list ${ms(empty?.p50)}, ${ms(empty?.p99)}`);
  expect((here?.p50 ?? 9) - (empty?.p50 ?? 0)).toBeLessThan(1);
  if (full && (what === "asked" || (loadavg()[0] ?? 0) < cpus().length))
    expect((here?.p99 ?? 9) - (empty?.p99 ?? 0)).toBeLessThan(1);
});

test("every look goes through an index: nothing of the list is read but what names an address, and the wildcards", async () => {
  const [none] = await db.admin`select gen_random_uuid() as id`;
  const people =
    await db.admin`select contact_id as id, recipient_email as email from campaign_contacts where team_id = ${team.teamId} limit 10`;
  await withTeam(scope(), async (tx) => {
    const read = async () => {
      const [row] = (await tx.execute(sql`select sum(seq_scan)::int as scans, sum(idx_tup_fetch)::int as fetched
        from pg_stat_xact_user_tables where relname in ('suppressions', 'contact_addresses')`)) as unknown as {
        scans: number;
        fetched: number;
      }[];
      return row ?? { scans: Number.NaN, fetched: Number.NaN };
    };
    const began = await read();
    for (const { id, email } of people) await tx.execute(sql`select is_suppressed(${id}, ${email})`);
    await tx.execute(sql`select is_suppressed(${none?.id}, 'nobody@nowhere.example')`);
    const ended = await read();
    expect(ended.scans - began.scans).toBe(0);
    expect(ended.fetched - began.fetched).toBeGreaterThan(long.wildcards);
    expect(ended.fetched - began.fetched).toBeLessThan(11 * (long.wildcards + 10));
  });
});

/** The fastest of ten: what others do on this machine only ever adds. Whom a long list names costs a look into its index for each contact. */
const pageMs = 1000;

test.for(reads.map(([name]) => name))("%s: read within a second beside a list of this length", (name, context) => {
  const [few, many] = [before[name], after[name]];
  say(context, `${ms(many?.fastest)}, p50 ${ms(many?.p50)}; with a thousand ${ms(few?.fastest)}, ${ms(few?.p50)}`);
  expect(many?.fastest).toBeLessThan(pageMs);
});
