import { and, eq, or, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import type { TeamTransaction } from "@/db/access/with-team";
import { campaigns } from "@/db/schema/campaigns";
import { openStatuses } from "@/db/schema/words";
import { askFeed } from "../events/ask-feed";
import { askSingles } from "../events/ask-singles";

/** A mailbox works again: its campaigns and what was written by hand are looked over, so that mail goes on. The caller has written its row in the same transaction. */
export async function wakeMailbox(tx: TeamTransaction, teamId: string, senderAccountId: string): Promise<void> {
  const waiting = await tx
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(eq(campaigns.status, "active"), or(eq(campaigns.senderAccountId, senderAccountId), mailsFrom(senderAccountId))));
  await askFeed(
    tx,
    teamId,
    waiting.map(({ id }) => id),
  );
  await askSingles(tx, teamId);
}

/** Some of its people stayed with this mailbox when the others were handed over to another. */
const mailsFrom = (senderAccountId: string) => sql`exists (select 1 from campaign_contacts x
  where x.campaign_id = ${campaigns.id} and x.sender_account_id = ${senderAccountId} and x.status in ${anyOf(openStatuses)})`;
