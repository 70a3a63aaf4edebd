import { sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { suppressions } from "@/db/schema/contacts";

/** An address that gets no more mail from this team. Saying it twice is the same as once. */
export async function suppressAddress(
  tx: TeamTransaction,
  entry: {
    email: string;
    reason: "unsubscribed" | "bounced" | "by hand";
    campaignContactId: string | null;
    memberId: string | null;
  },
) {
  await tx
    .insert(suppressions)
    .values({
      emailNorm: entry.email.trim().toLowerCase(),
      reason: entry.reason,
      campaignContactId: entry.campaignContactId,
      createdBy: entry.memberId,
    })
    .onConflictDoNothing({ target: [suppressions.teamId, suppressions.emailNorm], where: sql`lifted_at is null` });
}
