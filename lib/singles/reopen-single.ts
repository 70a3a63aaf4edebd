import { and, eq } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { singleMails } from "@/db/schema/letters";
import type { SingleEnd } from "@/db/schema/words";

/** Takes the end of a mail without a campaign back, where it ended for this reason and no other. @returns whether it did. */
export async function reopenSingle(tx: TeamTransaction, singleMailId: string, reason: SingleEnd): Promise<boolean> {
  const reopened = await tx
    .update(singleMails)
    .set({ endedReason: null, endedAt: null, endedBy: null })
    .where(and(eq(singleMails.id, singleMailId), eq(singleMails.endedReason, reason)))
    .returning({ id: singleMails.id });
  return reopened.length > 0;
}
