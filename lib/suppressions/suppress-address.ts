import { inArray, sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { suppressions } from "@/db/schema/suppressions";
import type { SuppressionReason } from "@/db/schema/words";
import { normalAddress } from "../mail/address";

/**
 * An address that gets no more mail from this team. Saying it twice is the same as once; only a person's own wish
 * replaces another reason, so that nobody lifts it as if the team had decided it. The link outranks words, which were read.
 */
export async function suppressAddress(
  tx: TeamTransaction,
  entry: {
    email: string;
    reason: SuppressionReason;
    campaignContactId: string | null;
    /** The mail without a campaign that it came from. */
    singleMailId?: string | null;
    memberId: string | null;
  },
) {
  const open = { target: [suppressions.teamId, suppressions.emailNorm], where: sql`lifted_at is null` };
  const insert = tx.insert(suppressions).values({
    emailNorm: normalAddress(entry.email),
    reason: entry.reason,
    campaignContactId: entry.campaignContactId,
    singleMailId: entry.singleMailId ?? null,
    createdBy: entry.memberId,
  });
  const outranked = outrankedBy[entry.reason];
  if (outranked.length === 0) return void (await insert.onConflictDoNothing(open));
  await insert.onConflictDoUpdate({
    target: open.target,
    targetWhere: open.where,
    set: { reason: entry.reason, campaignContactId: entry.campaignContactId, singleMailId: entry.singleMailId ?? null },
    setWhere: inArray(suppressions.reason, outranked),
  });
}

const ours: SuppressionReason[] = ["bounced", "by hand"];
const outrankedBy: Record<SuppressionReason, SuppressionReason[]> = {
  unsubscribed: [...ours, "asked in a reply", "complained"],
  complained: [...ours, "asked in a reply"],
  "asked in a reply": ours,
  "by hand": [],
  bounced: [],
};
