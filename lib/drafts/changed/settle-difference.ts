import { and, desc, eq, isNull } from "drizzle-orm";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { mailDifferences } from "@/db/schema/differences";
import { deliveries } from "@/db/schema/sending";
import { members } from "@/db/schema/teams";
import type { DifferenceEnd } from "@/db/schema/words";
import { AppError } from "../../errors/app-error";
import { recordActivity } from "../../events/record-activity";
import type { DraftRow } from "../lock-draft";

export type DifferenceRow = typeof mailDifferences.$inferSelect;

/**
 * The difference of a draft that nobody has settled. The caller holds the draft's row, so that of two people one is the first.
 * @throws AppError "conflict", with who was first.
 */
export async function openDifference(tx: TeamTransaction, draftId: string): Promise<DifferenceRow> {
  const [last] = await tx
    .select({ difference: mailDifferences, by: members.name })
    .from(mailDifferences)
    .innerJoin(deliveries, eq(deliveries.id, mailDifferences.deliveryId))
    .leftJoin(members, eq(members.id, mailDifferences.settledBy))
    .where(eq(deliveries.draftId, draftId))
    .orderBy(desc(isNull(mailDifferences.settledAt)), desc(mailDifferences.settledAt))
    .limit(1);
  if (!last) throw new AppError("conflict", "This mail is in the mailbox as it was signed: there is nothing to settle.");
  if (last.difference.settledAt)
    throw new AppError("conflict", `${last.by ?? "Somebody"} has settled this already. Nothing was changed.`);
  return last.difference;
}

/** The same where there may be none. */
export async function openDifferences(tx: TeamTransaction, draftId: string): Promise<DifferenceRow[]> {
  const rows = await tx
    .select({ difference: mailDifferences })
    .from(mailDifferences)
    .innerJoin(deliveries, eq(deliveries.id, mailDifferences.deliveryId))
    .where(and(eq(deliveries.draftId, draftId), isNull(mailDifferences.settledAt)));
  return rows.map(({ difference }) => difference);
}

/** Writes how somebody settled it; what waited for that goes on. */
export async function settleDifference(
  tx: TeamTransaction,
  scope: Scope,
  draft: DraftRow,
  difference: DifferenceRow,
  as: DifferenceEnd,
  now: Date,
) {
  const settled = await tx
    .update(mailDifferences)
    .set({ settledAt: now, settledBy: scope.memberId, settledAs: as })
    .where(and(eq(mailDifferences.id, difference.id), isNull(mailDifferences.settledAt)))
    .returning({ id: mailDifferences.id });
  if (settled.length === 0) throw new AppError("conflict", "Somebody has settled this already. Nothing was changed.");
  await recordActivity(tx, scope, {
    verb: "settled a changed mail",
    at: now,
    campaignId: draft.campaignId,
    contactId: draft.contactId,
    detail: { draftId: draft.id, as },
  });
}
