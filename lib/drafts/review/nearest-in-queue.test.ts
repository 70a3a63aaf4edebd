import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readRows } from "@/db/access/read-rows";
import { withTeam } from "@/db/access/with-team";
import { inventPeople } from "@/db/seed/invent-people";
import { seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedDelivery, seedDraft, seedEnrolment } from "@/db/seed/seed-enrolment";
import { seedSingle } from "@/db/seed/seed-single";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { readUnsigned } from "../../analytics/read-unsigned";
import { nearestInQueue } from "./nearest-in-queue";
import { byHand, type QueueOf } from "./queue-of";
import { queuedDrafts, queueOrder } from "./queued-drafts";

const now = new Date("2026-11-24T15:00:00Z");
const people = 60;
let db: TestDatabase;
let scope: { teamId: string; memberId: string };
const campaigns: string[] = [];

/** Two campaigns under way and one that ended, from two mailboxes, with drafts of every kind of order, and some mails by hand. */
beforeAll(async () => {
  db = await testDatabase();
  ({ scope } = await seedTeam(db.admin));
  const mailboxes = [
    await seedMailbox(db.admin, scope.teamId),
    await seedMailbox(db.admin, scope.teamId, { email: "ben@contoso.com", displayName: "Ben Ortiz", oid: "ben" }),
  ];
  const { contactIds, listId } = await seedContacts(db.admin, scope.teamId, inventPeople(people), { listName: "All" });
  const steps = [1, 2].map((n) => ({ name: `Step ${n}`, subject: "Hello", body: "<p>Hi</p>", days: 3 }));
  let seed = 11;
  const random = (most: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % most;
  };
  // Several fall due in one minute.
  const soon = (most: number) => new Date(now.getTime() + random(most) * 60_000);
  for (const [place, status] of (["active", "paused", "completed"] as const).entries()) {
    const senderAccountId = mailboxes[place % 2] ?? "";
    const { campaignId } = await seedCampaign(db.admin, scope.teamId, { name: status, status, listId, senderAccountId, steps });
    campaigns.push(campaignId);
    for (const [at, id] of contactIds.entries()) {
      const follows = random(3) === 0;
      const enrolment = await seedEnrolment(db.admin, campaignId, id, {
        position: at,
        status: random(9) === 0 ? "replied" : "in_progress",
        ...(random(2) === 0 ? { nextAt: soon(5) } : {}),
        ...(follows ? { sent: 1 } : {}),
      });
      if (random(4) === 0)
        await db.admin`update campaign_contacts set sender_account_id = ${mailboxes[(place + 1) % 2] ?? ""} where id = ${enrolment}`;
      if (random(7) === 0)
        await db.admin`insert into contact_holds (team_id, campaign_contact_id, kind, began_at) values (${scope.teamId}, ${enrolment}, 'bounced often', ${now})`;
      if (random(3) === 0) await db.admin`update campaign_contacts set due_at = ${soon(5)} where id = ${enrolment}`;
      if (random(6) === 0) continue;
      const draft = await seedDraft(db.admin, enrolment, {
        step: follows ? 2 : 1,
        status: random(5) === 0 ? "approved" : "draft",
        missing: random(9) === 0 ? ["town"] : [],
      });
      if (random(8) === 0) {
        const delivery = await seedDelivery(db.admin, draft, { state: "drafted", at: now });
        await db.admin`insert into mail_differences (team_id, delivery_id, place, found_at, found, differences) values (${scope.teamId}, ${delivery}, 'draft', ${now}, '{}', '[]')`;
      }
      // A set of them at once, as they are written.
      await db.admin`update email_drafts set created_at = ${new Date(now.getTime() + Math.floor(at / 9) * 60_000)} where id = ${draft}`;
    }
  }
  const writer = { ...scope, senderAccountId: mailboxes[0] ?? "" };
  for (const id of contactIds.slice(0, 5)) await seedSingle(db.admin, writer, id);
});
afterAll(() => db.close());

test.each([1, 7, 40, 500])(
  "the first %i of the queue are found among the nearest, of all, of one campaign and by hand",
  async (count) => {
    for (const of of [null, ...campaigns, byHand] as QueueOf[]) {
      const first = (nearest: boolean) =>
        withTeam(scope, async (tx) => {
          // Of the three campaigns those in which more than twenty wait are read in order.
          const among = nearest ? await nearestInQueue(tx, of, count, 20) : null;
          expect(among !== null, `${of}`).toBe(nearest && of !== byHand && of !== campaigns[2]);
          return readRows<{ id: string }>(
            tx,
            sql`select d.id ${queuedDrafts(of)} ${among ? sql`and ${among}` : sql``} order by ${queueOrder} limit ${count}`,
          );
        });
      const all = await first(false);
      expect(await first(true), `${of}`).toEqual(all);
      if (of === null) expect(all.length).toBe(Math.min(count, 68));
    }
  },
);

test.each([1, 7, 40, 500])("the first %i that only want a signature are the same, walked to or sorted", async (most) => {
  for (const campaignId of campaigns.slice(0, 2)) {
    const read = (few: number) => withTeam(scope, (tx) => readUnsigned(tx, campaignId, now, most, few));
    const all = await read(1000);
    expect(all.length).toBeGreaterThanOrEqual(Math.min(most, 20));
    expect(await read(0)).toEqual(all);
  }
});
