import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import type { TeamTransaction } from "@/db/access/with-team";
import { openStatuses, type WaitReason } from "@/db/schema/words";

/**
 * Says at once why contacts wait, where a draft is held: those whom somebody else holds are left out, because who ends a contact goes on to
 * its drafts, and the two would wait for each other. The feeder says it of them. Whose campaign has ended waits for nothing.
 * @param which a condition on `c`, the rows of campaign_contacts.
 */
export async function sayWhy(tx: TeamTransaction, which: SQL, reason: WaitReason): Promise<void> {
  await tx.execute(
    sql`update campaign_contacts set wait_reason = ${reason}, next_at = null where id in (
          select c.id from campaign_contacts c where ${which} and c.status in ${anyOf(openStatuses)} for no key update skip locked)`,
  );
}
