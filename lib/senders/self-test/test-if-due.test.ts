import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { completed } from "./checks";
import { listMailboxesToTest } from "./list-mailboxes-to-test";
import { testIfDue } from "./test-if-due";

let db: TestDatabase;
let scope: { teamId: string; memberId: null };
let id: string;
const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 15, minute));

beforeAll(async () => {
  db = await testDatabase();
  // Nobody answers there: a test that runs fails at once, and says so.
  stubSettings({ MICROSOFT_STANDIN_URL: "http://127.0.0.1:9" });
});
afterAll(() => db.close());
beforeEach(async () => {
  scope = { teamId: (await seedTeam(db.admin)).teamId, memberId: null };
  const mailbox = { email: "anna@contoso.com", displayName: "Anna", tid: crypto.randomUUID(), oid: crypto.randomUUID() };
  id = await seedMailbox(db.admin, scope.teamId, mailbox);
});

const sound = completed([]).map((one) => ({ ...one, passed: true }));
const broken = [{ ...sound[0], passed: false }, ...sound.slice(1)];
const tested = (results: object) =>
  db.admin`insert into mailbox_tests (team_id, sender_account_id, tested_at, results)
    values (${scope.teamId}, ${id}, ${at(0)}, ${db.admin.json(results as never)})`;
const change = (values: object) => db.admin`update sender_accounts set ${db.admin(values)} where id = ${id}`;
const due = (minute: number) => testIfDue(scope, id, () => at(minute));

it("a mailbox that was never tested is tested at once", async () => {
  expect(await due(0)).toBe(true);
  const [row] =
    await db.admin`select tested_at as at, jsonb_array_length(results) as count from mailbox_tests where sender_account_id = ${id}`;
  expect(row).toEqual({ at: at(0), count: 8 });
});

it.each([
  ["a sound one hourly", () => tested(sound), 60],
  ["one that failed its test every five minutes", () => tested(broken), 5],
  ["one that is in trouble every five minutes", async () => [await tested(sound), await change({ trouble: "full" })], 5],
  [
    "one that is signed out every five minutes",
    async () => [await tested(sound), await change({ status: "signed_out", status_since: at(0) })],
    5,
  ],
  ["one whose test was cut off every five minutes", () => tested([]), 5],
])("tests %s", async (_, prepare, minutes) => {
  await prepare();
  expect([await due(minutes - 1), await due(minutes)]).toEqual([false, true]);
});

it("tests at once one whose trouble began after its last test", async () => {
  await tested(sound);
  await change({ trouble: "full", trouble_since: at(2) });
  expect([await due(1), await due(2)]).toEqual([false, true]);
});

it("leaves a mailbox alone that Microsoft asked to let rest, until then", async () => {
  await tested(sound);
  await change({ trouble: "limited", trouble_code: "Retry-After", trouble_until: at(9) });
  expect([await due(8), await due(9)]).toEqual([false, true]);
});

it("lists what somebody connected, signed out or not, and nothing that is disconnected", async () => {
  const listed = async () => (await listMailboxesToTest()).filter(({ teamId }) => teamId === scope.teamId);
  expect(await listed()).toEqual([{ teamId: scope.teamId, senderAccountId: id }]);
  await change({ status: "signed_out" });
  expect(await listed()).toHaveLength(1);
  await change({ status: "removed" });
  expect(await listed()).toEqual([]);
  expect(await due(0)).toBe(false);
});
