import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { listMailboxesToWatch } from "./list-mailboxes-to-watch";

let db: TestDatabase;
let teamId: string;
beforeAll(async () => {
  db = await testDatabase();
  stubSettings({ GRAPH_NOTIFICATION_URL: "http://127.0.0.1:1" });
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.admin`delete from graph_subscriptions`;
  await db.admin`update sender_accounts set status = 'removed'`;
  ({ teamId } = await seedTeam(db.admin));
});

const hour = new Date("2026-11-29T10:00:00Z").getTime();
const quarters = [7, 22, 37, 52].map((minute) => new Date(hour + minute * 60_000));
/** Who is asked in the course of an hour, by address. */
async function due() {
  const lists = await Promise.all(quarters.map((at) => listMailboxesToWatch(at)));
  const ids = lists.flat().map((one) => one.senderAccountId);
  const rows = await db.admin<{ id: string; email: string }[]>`select id, email from sender_accounts`;
  return {
    emails: ids.map((id) => rows.find((row) => row.id === id)?.email).sort(),
    perQuarter: lists.map((list) => list.length),
  };
}
const add = (name: string, more: { tid?: string; status?: string } = { tid: "t" }) =>
  seedMailbox(db.admin, teamId, { email: `${name}@c.example`, displayName: name, ...more });
const subscribed = async (senderAccountId: string, hoursAgo: number, folders: string[]) => {
  for (const folder of folders)
    await db.admin`insert into graph_subscriptions (id, team_id, sender_account_id, folder, client_state_hash, expires_at, created_at, renewed_at)
      values (${crypto.randomUUID()}, ${teamId}, ${senderAccountId}, ${folder}, 'h', now(), ${new Date(hour - 90 * 3_600_000)},
        ${new Date(hour - hoursAgo * 3_600_000)})`;
};

test("once an hour at most: who has no subscription, lacks one, or has one that is a day old; none that is signed out or removed", async () => {
  await add("new");
  await add("out", { tid: "t", status: "signed_out" });
  await add("gone", { tid: "t", status: "removed" });
  await add("never", {});
  await subscribed(await add("half"), 1, ["inbox"]);
  await subscribed(await add("fresh"), 20, ["inbox", "junkemail"]);
  await subscribed(await add("old"), 24, ["inbox", "junkemail"]);
  expect((await due()).emails).toEqual(["half@c.example", "new@c.example", "old@c.example"]);
});

test("many are spread over the hour", async () => {
  for (let one = 0; one < 80; one++) await add(`m${one}`);
  const { perQuarter, emails } = await due();
  expect(emails).toHaveLength(80);
  for (const count of perQuarter) expect(count).toBeGreaterThan(4);
});
