import { and, eq } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { campaigns } from "@/db/schema/campaigns";
import { askFeed } from "../events/ask-feed";

/** A mailbox works again: its campaigns are looked over, so that mail goes on. The caller has written its row in the same transaction. */
export async function wakeMailbox(tx: TeamTransaction, teamId: string, senderAccountId: string): Promise<void> {
  const waiting = await tx
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(eq(campaigns.senderAccountId, senderAccountId), eq(campaigns.status, "active")));
  await askFeed(
    tx,
    teamId,
    waiting.map(({ id }) => id),
  );
}
