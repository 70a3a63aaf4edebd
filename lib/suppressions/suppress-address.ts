import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import type { TeamTransaction } from "@/db/access/with-team";
import { suppressions } from "@/db/schema/contacts";
import type { SuppressionReason } from "@/db/schema/words";
import { normalAddress } from "../mail/address";

/** What a person said themselves, by the link, in words of their own, or to their provider. */
const ownWishes: readonly SuppressionReason[] = ["unsubscribed", "asked in a reply", "complained"];

/**
 * An address that gets no more mail from this team. Saying it twice is the same as once; only a person's own wish
 * replaces another reason, so that nobody lifts it as if the team had decided it.
 */
export async function suppressAddress(
  tx: TeamTransaction,
  entry: {
    email: string;
    reason: SuppressionReason;
    campaignContactId: string | null;
    memberId: string | null;
  },
) {
  const open = { target: [suppressions.teamId, suppressions.emailNorm], where: sql`lifted_at is null` };
  const insert = tx.insert(suppressions).values({
    emailNorm: normalAddress(entry.email),
    reason: entry.reason,
    campaignContactId: entry.campaignContactId,
    createdBy: entry.memberId,
  });
  if (!ownWishes.includes(entry.reason)) return void (await insert.onConflictDoNothing(open));
  await insert.onConflictDoUpdate({
    target: open.target,
    targetWhere: open.where,
    set: { reason: entry.reason, campaignContactId: entry.campaignContactId },
    setWhere: sql`${suppressions.reason} not in ${anyOf(ownWishes)}`,
  });
}
