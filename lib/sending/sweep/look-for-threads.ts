import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { openStatuses } from "@/db/schema/words";
import { askFeed } from "../../events/ask-feed";
import { askSingles } from "../../events/ask-singles";
import { buildDraftRequest } from "../../mail/build-draft-request";
import type { Mailbox } from "../../microsoft/graph/clients";
import { lostLookMs } from "../ledger/draft-mail";
import { traceThread } from "../ledger/trace-thread";

/** So many lost threads are looked for in one go. */
const atOnce = 15;

/**
 * Looks again, each hour, for the mails before those follow-ups that could not join their thread: somebody may have put one back.
 * What is found goes on by a slot like any other mail; nothing is made or sent here.
 * @throws what reading the mailbox throws.
 */
export async function lookForThreads(scope: Scope, senderAccountId: string, mailbox: Mailbox, now: Date): Promise<void> {
  const at = now.toISOString();
  const lost = await withTeam(scope, (tx) =>
    readRows<{ id: string; draftId: string; campaignId: string | null }>(
      tx,
      sql`select v.id, v.draft_id as "draftId", v.campaign_id as "campaignId"
          from deliveries v left join campaign_contacts c on c.id = v.campaign_contact_id left join single_mails h on h.draft_id = v.draft_id
          where v.sender_account_id = ${senderAccountId} and v.state = 'queued' and v.thread_lost_at is not null
            and v.next_look_at <= ${at}::timestamptz and (c.status in ${anyOf(openStatuses)} or (h.id is not null and h.ended_reason is null))
          order by v.next_look_at limit ${atOnce}`,
    ),
  );
  for (const { id, draftId, campaignId } of lost) {
    const { request } = await withTeam(scope, (tx) => buildDraftRequest(tx, draftId));
    const before = request.thread && "deliveryId" in request.thread ? request.thread : null;
    const thread = before && (await traceThread(scope, before.deliveryId, mailbox, now, { anew: true }));
    const isLost = thread !== null && "lost" in thread;
    const lookAt = isLost ? new Date(now.getTime() + lostLookMs).toISOString() : null;
    await withTeam(scope, async (tx) => {
      await tx.execute(
        sql`update deliveries set next_look_at = ${lookAt}::timestamptz, thread_lost_at = case when ${isLost} then thread_lost_at end
            where id = ${id} and state = 'queued'`,
      );
      if (isLost) return;
      if (campaignId === null) await askSingles(tx, scope.teamId);
      else await askFeed(tx, scope.teamId, [campaignId]);
    });
  }
}
