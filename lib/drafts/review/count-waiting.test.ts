import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readRows } from "@/db/access/read-rows";
import { withTeam } from "@/db/access/with-team";
import { inventPeople } from "@/db/seed/invent-people";
import { seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedDraft, seedEnrolment } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { countWaiting } from "./count-waiting";
import { byHand, type QueueOf } from "./queue-of";
import { failsCheck, queuedDrafts, textFails } from "./queued-drafts";

let db: TestDatabase;
let scope: { teamId: string; memberId: string };
const campaigns: string[] = [];

beforeAll(async () => {
  db = await testDatabase();
  ({ scope } = await seedTeam(db.admin));
  await db.admin`update teams set postal_address = '1 Street, Town' where id = ${scope.teamId}`;
  const senderAccountId = await seedMailbox(db.admin, scope.teamId);
  const invented = inventPeople(20);
  const { contactIds, listId } = await seedContacts(db.admin, scope.teamId, invented, { listName: "All" });
  for (const name of ["One", "Two"]) {
    const steps = [{ name: "First", subject: "Hello", body: "<p>Hi</p>" }];
    const { campaignId } = await seedCampaign(db.admin, scope.teamId, {
      ...{ name, status: "active", listId, senderAccountId, steps },
    });
    campaigns.push(campaignId);
    for (const [at, id] of contactIds.slice(0, name === "One" ? 14 : 6).entries()) {
      const draft = await seedDraft(db.admin, await seedEnrolment(db.admin, campaignId, id, { position: at }), {
        missing: at === 1 ? ["town"] : [],
      });
      const texts = ["<p>Hi {{ x</p>", "<p>Hi { name }</p>", "<p>Hi {% if %}</p>"];
      if (at >= 2 && at < 5) await db.admin`update email_drafts set body = ${texts[at - 2] ?? ""} where id = ${draft}`;
      if (at === 5) await db.admin`update email_drafts set edited_subject = '  ' where id = ${draft}`;
      if (at === 6) await db.admin`update email_drafts set subject = ${"a".repeat(201)} where id = ${draft}`;
      // What was edited counts, and not what stood there before.
      if (at === 7) await db.admin`update email_drafts set body = 'a }} b', edited_body = '<p>Hi</p>' where id = ${draft}`;
    }
  }
  // One fails by its person alone, one by both.
  for (const at of [0, 2])
    await db.admin`insert into suppressions (team_id, email_norm, reason) values (${scope.teamId}, ${invented[at]?.email.toLowerCase() ?? ""}, 'by hand')`;
});
afterAll(() => db.close());

const byReading = (of: QueueOf) =>
  withTeam(scope, async (tx) => {
    const [row] = await readRows<{ waiting: number; blocked: number }>(
      tx,
      sql`select count(*)::int as waiting, (count(*) filter (where ${failsCheck}))::int as blocked ${queuedDrafts(of)}`,
    );
    return row;
  });
const byCounting = (of: QueueOf) => withTeam(scope, (tx) => countWaiting(tx, of));

test("what is counted apart is what reading all of them gives, of all, of a campaign, and by hand", async () => {
  for (const of of [null, ...campaigns, byHand]) expect(await byCounting(of), String(of)).toEqual(await byReading(of));
  expect(await byCounting(null)).toEqual({ waiting: 20, blocked: 13 });
});

test("without an address under them none of them may be signed", async () => {
  await db.admin`update teams set postal_address = ' ' where id = ${scope.teamId}`;
  expect(await byCounting(null)).toEqual({ waiting: 20, blocked: 20 });
  expect(await byReading(null)).toEqual({ waiting: 20, blocked: 20 });
  await db.admin`update teams set postal_address = '1 Street, Town' where id = ${scope.teamId}`;
});

test("those whose text fails are found by their index", async () => {
  // Of twenty rows any index is as good: this test is the last one, and has the others no more.
  await db.admin`drop index email_drafts_waiting, email_drafts_to_sign, email_drafts_contact, email_drafts_signed, email_drafts_under_way`;
  const plan = await withTeam(scope, async (tx) => {
    await tx.execute(sql`select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)`);
    return readRows<{ "QUERY PLAN": string }>(
      tx,
      sql`explain select count(*) from email_drafts d where d.status = 'draft' and d.rejected_at is null and ${textFails}`,
    );
  });
  expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toContain("email_drafts_text_fails");
});
