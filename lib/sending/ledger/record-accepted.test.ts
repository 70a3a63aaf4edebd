import { afterAll, beforeAll, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { seedThread } from "@/db/seed/seed-thread";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { seedMailed } from "../../replies/testing/seed-mailed";
import { seedFollowUp, seedReadyMail } from "../testing/seed-ready-mail";
import { ensureDelivery } from "./ensure-delivery";
import { recordAccepted } from "./record-accepted";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());

const sentAt = new Date("2026-11-23T15:00:00Z");
const now = new Date("2026-11-24T15:00:00Z");

/** Until somebody waits for a lock that a transaction holds. */
async function untilAwaited(pid: number): Promise<void> {
  await expect
    .poll(async () => (await db.admin`select 1 from pg_stat_activity where ${pid} = any(pg_blocking_pids(pid))`).length, {
      timeout: 10_000,
    })
    .toBeGreaterThan(0);
}

test("whoever writes in the moment in which their mail of a campaign leaves is written down all the same", async () => {
  const first = await seedMailed(db.admin, await seedReadyMail(db.admin, sentAt, { followUps: 1 }), sentAt);
  const { scope, contactId, senderAccountId } = first;
  const { threadId } = await seedThread(db.admin, { teamId: scope.teamId, senderAccountId, contactId }, { at: sentAt });
  const next = await seedFollowUp(db.admin, first, 2, now);
  const row = await ensureDelivery(scope, next.draftId, now);
  let left: Promise<void> | null = null;
  // As a message is recorded: first the person's enrolments, at last their thread.
  await db.admin.begin(async (tx) => {
    await tx`select 1 from campaign_contacts where contact_id = ${contactId} order by id for no key update`;
    const [own] = await tx`select pg_backend_pid() as pid`;
    left = withTeam(scope, (inside) => recordAccepted(inside, row, now));
    left.catch(() => {});
    await untilAwaited(Number(own?.pid));
    await tx`update reply_threads set version = version + 1 where id = ${threadId}`;
  });
  await left;
  expect(await db.admin`select 1 from sent_emails where draft_id = ${next.draftId}`).toHaveLength(1);
});
