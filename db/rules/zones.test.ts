import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withTeam } from "../access/with-team";
import { campaigns } from "../schema/campaigns";
import { seedTeam } from "../seed/seed-team";
import type { TestDatabase } from "../testing/test-database";
import { upgradedDatabase } from "../testing/upgraded-database";

/** A team of the release before, whose zones the engine took and Postgres reads otherwise or not at all. */
let db: TestDatabase;
let old: Awaited<ReturnType<typeof seedTeam>>;

beforeAll(async () => {
  db = await upgradedDatabase("0019_threads", seedBefore);
}, 120_000);
afterAll(() => db.close());

async function seedBefore(superuserUrl: string) {
  const before = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  old = await seedTeam(before);
  for (const [name, status, zone] of [
    ["Soon", "draft", "+05:30"],
    ["Sound", "draft", "Asia/Kolkata"],
    ["Runs", "active", "+05:30"],
    ["Rests", "paused", "AET"],
    ["Over", "completed", "-09:30"],
  ] as const) {
    const [made] =
      await before`insert into campaigns (team_id, name, status) values (${old.teamId}, ${name}, ${status}) returning id`;
    await before`update campaign_settings set timezone = ${zone} where campaign_id = ${made?.id}`;
  }
  const [batch] =
    await before`insert into upload_batches (team_id, file_name, status) values (${old.teamId}, 'x.csv', 'completed') returning id`;
  for (const [email, zone] of [
    ["lea@hale.example", "IST"],
    ["max@hale.example", "-03:00"],
    ["ida@hale.example", null],
    ["tom@hale.example", "Mars/Base"],
  ] as const)
    await before`insert into contacts (team_id, upload_batch_id, raw_data, email, email_norm, time_zone)
      values (${old.teamId}, ${batch?.id}, '{}', ${email}, ${email}, ${zone})`;
  await before`update teams set timezone = 'AET' where id = ${old.teamId}`;
  await before.end();
}

test("zones of before become what they meant, in teams, drafts and contacts; what was launched keeps its own", async () => {
  const [team] = await db.admin`select timezone from teams where id = ${old.teamId}`;
  expect(team?.timezone).toBe("Australia/Sydney");
  const kept = await db.admin`select c.name, g.timezone from campaigns c join campaign_settings g on g.campaign_id = c.id`;
  expect(Object.fromEntries(kept.map(({ name, timezone }) => [name, timezone]))).toEqual({
    Soon: "Asia/Kolkata",
    Sound: "Asia/Kolkata",
    Runs: "+05:30",
    Rests: "AET",
    Over: "-09:30",
  });
  const people = await db.admin`select email, time_zone from contacts order by email`;
  expect(people.map((row) => row.time_zone)).toEqual([null, "Asia/Kolkata", "Etc/GMT+3", "UTC"]);
});

test("each is told in the record, where it stood, and no other", async () => {
  const told =
    await db.admin`select detail, campaign_id is not null as campaign, contact_id is not null as contact from activities
    where verb = 'mapped a time zone' order by detail->>'where', detail->>'from'`;
  expect(told).toEqual([
    { detail: { where: "a campaign", from: "+05:30", to: "Asia/Kolkata" }, campaign: true, contact: false },
    { detail: { where: "a contact", from: "-03:00", to: "Etc/GMT+3" }, campaign: false, contact: true },
    { detail: { where: "a contact", from: "IST", to: "Asia/Kolkata" }, campaign: false, contact: true },
    { detail: { where: "a contact", from: "Mars/Base", to: "UTC" }, campaign: false, contact: true },
    { detail: { where: "the team", from: "AET", to: "Australia/Sydney" }, campaign: false, contact: false },
  ]);
});

test("a row whose zone is of before changes otherwise as it likes", async () => {
  const changed = await db.admin`update campaign_settings set daily_limit = 7, timezone = timezone where timezone = '+05:30'`;
  expect(changed.count).toBe(1);
});

test.each([
  ["teams", "timezone"],
  ["campaign_settings", "timezone"],
  ["contacts", "time_zone"],
])("the database takes no zone into %s that it does not know by name, by whomever", async (table, column) => {
  const put = (zone: string) =>
    db.admin`update ${db.admin(table)} set ${db.admin(column)} = ${zone}`.then(
      () => "taken",
      (error: postgres.PostgresError) => error.code,
    );
  for (const zone of ["AST", "+01:00", "FOO0", "<+0530>-05:30", "Foo/Bar5", "SystemV/EST5", "Mars/Base", ""])
    expect(await put(zone), zone).toBe("23514");
  for (const zone of ["Europe/Kyiv", "Europe/Kiev", "Etc/GMT+5", "UTC"]) expect(await put(zone), zone).toBe("taken");
});

test("of what a person chose for herself and of a mail by hand, too", async () => {
  const [member] = old.members;
  const put = (zone: string) =>
    db.admin`insert into member_settings (team_id, member_id, timezone) values (${old.teamId}, ${member?.id ?? ""}, ${zone})`;
  await expect(put("PST")).rejects.toMatchObject({ code: "23514" });
  await put("Europe/Lisbon");
  const guarded = await db.admin`select tgrelid::regclass::text as name from pg_trigger where tgname = 'keep_zone' order by 1`;
  expect(guarded.map((row) => row.name)).toEqual(["campaign_settings", "contacts", "member_settings", "single_mails", "teams"]);
});

test("a new campaign begins with the team's zone", async () => {
  await db.admin`update teams set timezone = 'Europe/Berlin' where id = ${old.teamId}`;
  const [made] = await withTeam(old.scope, (tx) => tx.insert(campaigns).values({ name: "New" }).returning({ id: campaigns.id }));
  const [rules] = await db.admin`select timezone from campaign_settings where campaign_id = ${made?.id ?? ""}`;
  expect(rules?.timezone).toBe("Europe/Berlin");
});

test("asking for one zone takes well under a millisecond", async () => {
  const began = performance.now();
  await db.admin`select count(*) filter (where app_private.known_zone('Europe/Berlin')) from generate_series(1, 1000)`;
  expect((performance.now() - began) / 1000).toBeLessThan(0.5);
});
