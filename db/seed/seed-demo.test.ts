import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../testing/test-database";
import { seedDemo } from "./seed-demo";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

test("the demo has answers wherever one can stand, each after the mail it answers, also right after midnight on a Tuesday", async () => {
  const now = new Date("2026-11-24T00:30:00Z");
  expect(await seedDemo(db.admin, now)).toBe(true);
  const stands = await db.admin`
    select t.state, t.unread, t.label, t.label_by as by, n.kind, count(*)::int as n from reply_threads t join mailbox_messages n on n.id = t.last_message_id
    where t.last_in_at > ${new Date(now.getTime() - 2 * 86_400_000)} group by 1, 2, 3, 4, 5`;
  const has = (of: Record<string, unknown>) => expect(stands).toContainEqual(expect.objectContaining(of));
  has({ state: "open", unread: true, label: "interested", by: "words" });
  has({ state: "open", unread: true, label: null });
  has({ state: "open", unread: true, label: "later", by: "words" });
  has({ state: "open", unread: true, label: "wrong person", by: "words" });
  has({ state: "open", unread: false, label: "interested", by: "person" });
  has({ state: "snoozed", unread: false });
  has({ state: "waiting", label: "interested", n: 2 });
  has({ state: "done", label: "not interested" });
  has({ state: "done", kind: "automatic" });
  const early =
    await db.admin`select n.id from mailbox_messages n join sent_emails s on s.contact_id = n.contact_id and s.sent_at >= n.received_at
    where s.campaign_id is not null`;
  expect(early).toEqual([]);
  // What nobody has read is what Today counts.
  const [unseen] = await db.admin`select count(*)::int as n from email_replies where seen_at is null`;
  const [unread] = await db.admin`select count(*)::int as n from reply_threads where unread`;
  expect(unseen?.n).toBe(unread?.n);
});
