import { and, eq, isNull } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { contacts, suppressions } from "@/db/schema/contacts";
import { readAct } from "../campaigns/words/read-act";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";

/** What was shown of a suppression. Its reason can change while it holds: a person's own wish replaces the team's. */
export type SuppressionSeen = { suppressionId: string; reason: string };

/**
 * Lets a suppressed address get mail again. The reason stays in the record; campaigns that ended for the person stay ended.
 * @throws AppError "not_found" when the contact is another team's; "conflict" with what changed since the suppression was shown.
 */
export async function liftSuppression(scope: Scope, contactId: string, seen: SuppressionSeen, reason: string, now: Date) {
  await withTeam(scope, async (tx) => {
    const [contact] = await tx.select({ email: contacts.emailNorm }).from(contacts).where(eq(contacts.id, contactId));
    if (!contact) throw new AppError("not_found");
    const [open] = await tx
      .select()
      .from(suppressions)
      .where(and(eq(suppressions.emailNorm, contact.email), isNull(suppressions.liftedAt)))
      .for("update");
    if (open?.id !== seen.suppressionId) throw new AppError("conflict", await sayLifted(tx, scope, seen, open, now));
    if (open.reason !== seen.reason)
      throw new AppError("conflict", "The person asked meanwhile for no more mail. Look again before you lift it.");
    await tx
      .update(suppressions)
      .set({ liftedAt: now, liftedBy: scope.memberId, liftReason: reason })
      .where(eq(suppressions.id, open.id));
    await recordActivity(tx, scope, {
      verb: "lifted a suppression",
      at: now,
      contactId,
      detail: { reason, was: open.reason },
    });
  });
}

/** What became of the suppression that was shown, and what holds now. */
async function sayLifted(
  tx: TeamTransaction,
  scope: Scope,
  seen: SuppressionSeen,
  open: typeof suppressions.$inferSelect | undefined,
  now: Date,
): Promise<string> {
  const [was] = await tx.select().from(suppressions).where(eq(suppressions.id, seen.suppressionId));
  if (!was) throw new AppError("not_found");
  const reader = { memberId: scope.memberId, now };
  const lifted = was.liftedAt ? await readAct(tx, { by: was.liftedBy, at: was.liftedAt }, reader) : null;
  const first = lifted ? `${lifted.who} lifted it${lifted.when}.` : "That was the suppression of another address.";
  if (!open) return first;
  const again = await readAct(tx, { by: open.createdBy, at: open.createdAt }, reader);
  const since =
    open.reason === "by hand"
      ? `${again.who} suppressed this address${again.when}.`
      : `It was suppressed again${again.when}: ${open.reason}.`;
  return `${first} ${since} Look again before you lift it.`;
}
