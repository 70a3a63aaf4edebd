import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Listed, seedListed, type Who } from "../testing/seed-listed";
import { type TestDatabase, testDatabase } from "../testing/test-database";

/** What the app's role can do to the list: add to it, and little else. */
let db: TestDatabase;
let mail: Listed;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedListed(db.admin);
});

const may = "1 row";
const none = "0 row";
const no = "42501";
const me = sql`nullif(current_setting('app.member_id', true), '')::uuid`;
const lift = (reason: string, by: SQL = me) =>
  sql`update suppressions set lifted_at = now(), lifted_by = ${by}, lift_reason = ${reason}`;
const everybody = (answer: string, more: Partial<Record<Who, string>> = {}): Record<Who, string> => ({
  administrator: answer,
  member: answer,
  viewer: answer,
  nobody: answer,
  ...more,
});

/** What each of the team's people gets for an answer; the entry is the administrator's, by hand, unless it says otherwise. */
const table: [string, Record<string, unknown>, SQL, Record<Who, string>][] = [
  ["deleting", {}, sql`delete from suppressions`, everybody(no)],
  ["truncating", {}, sql`truncate suppressions`, everybody(no)],
  ["switching the rules off", {}, sql`alter table suppressions disable trigger user`, everybody(no)],
  ["switching all rules off", {}, sql`set local session_replication_role = replica`, everybody(no)],
  ["naming another address", {}, sql`update suppressions set email_norm = 'x@y.example'`, everybody(no)],
  ["turning an address into a domain", {}, sql`update suppressions set email_norm = null, domain = 'y.example'`, everybody(no)],
  ["saying that it is younger", {}, sql`update suppressions set created_at = now()`, everybody(no)],
  ["saying that another added it", {}, sql`update suppressions set created_by = ${me}`, everybody(no)],
  ["saying that it came from no file", {}, sql`update suppressions set file_id = null`, everybody(no)],
  ["moving it to another team", {}, sql`update suppressions set team_id = gen_random_uuid()`, everybody(no)],
  ["a weaker reason", { reason: "unsubscribed" }, sql`update suppressions set reason = 'complained'`, everybody(no)],
  ["another reason of the team's own", { reason: "bounced" }, sql`update suppressions set reason = 'by hand'`, everybody(no)],
  ["a graver reason", { reason: "bounced" }, sql`update suppressions set reason = 'asked in a reply'`, everybody(may)],
  ["another mail as its proof", {}, sql`update suppressions set campaign_contact_id = gen_random_uuid()`, everybody(no)],
  ["lifting", {}, lift("Asked by phone"), everybody(no, { administrator: may })],
  ["lifting a person's wish", { reason: "unsubscribed" }, lift("Came back"), everybody(no, { administrator: may })],
  ["lifting without a reason", {}, lift(" \n"), everybody(no)],
  [
    "lifting without any reason",
    {},
    sql`update suppressions set lifted_at = now(), lifted_by = ${me}`,
    everybody("23514", { member: no, viewer: no, nobody: no }),
  ],
  ["lifting in nobody's name", {}, lift("x", sql`null`), everybody(no)],
  ["lifting in another's name", {}, lift("x", sql`(select id from members where name = 'viewer')`), everybody(no)],
  ["lifting with another reason for it", { reason: "bounced" }, sql`${lift("x")}, reason = 'unsubscribed'`, everybody(no)],
  [
    "opening what was lifted",
    { lifted_at: new Date(), lift_reason: "x" },
    sql`update suppressions set lifted_at = null, lift_reason = null, lifted_by = null`,
    everybody(no),
  ],
  [
    "another reason for having lifted",
    { lifted_at: new Date(), lift_reason: "x" },
    sql`update suppressions set lift_reason = 'y'`,
    everybody(no),
  ],
  ["taking back one's own, at once", { created_by: "me" }, lift("taken back"), everybody(may, { viewer: no, nobody: no })],
  [
    "taking back after half a minute",
    { created_by: "me", created_at: new Date(Date.now() - 31_000) },
    lift("taken back"),
    everybody(no),
  ],
  ["taking back another's", { created_by: "another" }, lift("taken back"), everybody(no)],
  ["taking back what nobody added", {}, lift("taken back"), everybody(no)],
  ["taking back a person's own wish", { created_by: "me", reason: "asked in a reply" }, lift("taken back"), everybody(no)],
  [
    "taking back an entry of a file",
    { created_by: "me", file_id: "11111111-1111-4111-8111-111111111111" },
    lift("taken back"),
    everybody(no),
  ],
  [
    "adding",
    {},
    sql`insert into suppressions (email_norm, reason, created_by) values ('a@x.example', 'by hand', ${me})`,
    everybody(may),
  ],
  [
    "adding in another's name",
    {},
    sql`insert into suppressions (email_norm, reason, created_by) select 'a@x.example', 'by hand', id from members where name = 'viewer'`,
    everybody(no, { viewer: may }),
  ],
  [
    "adding what is lifted already",
    {},
    sql`insert into suppressions (email_norm, reason, lifted_at, lift_reason) values ('a@x.example', 'by hand', now(), 'x')`,
    everybody(no),
  ],
  [
    "adding to another team",
    {},
    sql`insert into suppressions (team_id, email_norm, reason) values (gen_random_uuid(), 'a@x.example', 'by hand')`,
    everybody(no),
  ],
  ["seeing a key", {}, sql`select key from app_private.suppression_keys`, everybody(no)],
  ["hashing", {}, sql`select app_private.hash_address(gen_random_uuid(), 'x', 'k')`, everybody(no)],
  ["adding a key", {}, sql`select app_private.add_suppression_key('k9')`, everybody(no)],
  [
    "saying that an address is not the one that was erased",
    {},
    sql`update contact_addresses set hashed_in = gen_random_uuid() where hashed_in is not null`,
    everybody(none),
  ],
  ["taking the address from its person", {}, sql`delete from contact_addresses`, everybody("CS003", { administrator: may })],
  [
    "giving the address to nobody",
    {},
    sql`update contact_addresses set address_norm = 'x@y.example'`,
    everybody("CS003", { administrator: may }),
  ],
  ["taking away an address that is dead", { reason: "bounced" }, sql`delete from contact_addresses`, everybody(may)],
  ["forgetting an address", {}, sql`select forget_suppressed('lea@hale.example')`, everybody(no, { administrator: may })],
];

describe.each(table)("%s", (_name, entry, statement, expected) => {
  test.each(Object.entries(expected))("as %s: %s", async (who, answer) => {
    const own = who === "nobody" ? null : mail.idOf(who as Who);
    const named = { me: own, another: mail.idOf(who === "administrator" ? "member" : "administrator") };
    const by = entry.created_by === "me" || entry.created_by === "another" ? { created_by: named[entry.created_by] } : {};
    await mail.add({ email_norm: "lea@hale.example", ...entry, ...by });
    expect(await mail.tried(who as Who, statement)).toBe(answer);
  });
});

test("what another team does finds no entry", async () => {
  await mail.add({ email_norm: "lea@hale.example" });
  const theirs = await seedListed(db.admin);
  expect(await theirs.tried("administrator", lift("x"))).toBe(none);
  expect(await theirs.tried("administrator", sql`update suppressions set reason = 'unsubscribed'`)).toBe(none);
});

test("when an entry was added or lifted is what the database's clock says", async () => {
  const year = sql`timestamptz '2020-01-01'`;
  await mail.done(
    "member",
    sql`insert into suppressions (email_norm, reason, created_at) values ('a@x.example', 'by hand', ${year})`,
  );
  await mail.done("administrator", sql`update suppressions set lifted_at = ${year}, lifted_by = ${me}, lift_reason = 'x'`);
  const rows = await db.admin`select 1 from suppressions where team_id = ${mail.teamId}
    and created_at > now() - interval '1 minute' and lifted_at > now() - interval '1 minute'`;
  expect(rows).toHaveLength(1);
});
