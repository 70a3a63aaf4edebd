import { and, eq, isNull } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { contacts, suppressions } from "@/db/schema/contacts";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";

/**
 * Lets a suppressed address get mail again. The reason stays in the record; campaigns that ended for the person stay ended.
 * @throws AppError "not_found" when the contact is another team's, "conflict" when its address is not suppressed.
 */
export async function liftSuppression(scope: Scope, contactId: string, reason: string, now: Date) {
  await withTeam(scope, async (tx) => {
    const [contact] = await tx.select({ email: contacts.emailNorm }).from(contacts).where(eq(contacts.id, contactId));
    if (!contact) throw new AppError("not_found");
    const [lifted] = await tx
      .update(suppressions)
      .set({ liftedAt: now, liftedBy: scope.memberId, liftReason: reason })
      .where(and(eq(suppressions.emailNorm, contact.email), isNull(suppressions.liftedAt)))
      .returning({ was: suppressions.reason });
    if (!lifted) throw new AppError("conflict", "This address is not suppressed any more.");
    await recordActivity(tx, scope, {
      verb: "lifted a suppression",
      at: now,
      contactId,
      detail: { reason, was: lifted.was },
    });
  });
}
