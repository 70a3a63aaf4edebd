import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { suppressionOrder, suppressionsOf } from "@/db/access/suppressions-of";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { contacts } from "@/db/schema/contacts";
import { suppressions } from "@/db/schema/suppressions";
import { readAct } from "../campaigns/words/read-act";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";
import { sayEntry } from "./entries/say-entry";
import { findSuppression } from "./find-suppression";

/** What was shown of a suppression. Its reason can change while it holds: a person's own wish replaces the team's. */
export type SuppressionSeen = { suppressionId: string; reason: string };

/**
 * Lets a suppressed person get mail again, at every address of theirs: what names them alone is lifted. A domain or a wildcard names others too and stays;
 * it is lifted in the list (`liftEntry`). The reason stays in the record; what ended for the person, campaigns and mails by hand, stays ended.
 * @returns the domain or wildcard that stops them still, null where nothing does.
 * @throws AppError "not_found" when the contact is another team's; "conflict" with what changed since the suppression was shown.
 */
export async function liftSuppression(
  scope: Scope,
  contactId: string,
  seen: SuppressionSeen,
  reason: string,
  now: Date,
): Promise<{ remains: string | null }> {
  return withTeam(scope, async (tx) => {
    const [contact] = await tx.select({ id: contacts.id }).from(contacts).where(eq(contacts.id, contactId));
    if (!contact) throw new AppError("not_found");
    // Locked first, and looked at then: a statement that waits for a lock still sees what was before.
    const own = await readRows<{ id: string }>(
      tx,
      sql`select x.id from suppressions x where x.domain is null and x.wildcard is null and x.id in (select s.id ${suppressionsOf(sql`${contactId}`)})
          order by x.email_norm, x.id for update of x`,
    );
    const ids = own.map(({ id }) => id);
    const open = await findOwn(tx, contactId);
    if (open?.id !== seen.suppressionId && !ids.includes(seen.suppressionId))
      throw new AppError("conflict", await sayLifted(tx, scope, seen, open, now));
    if (open?.id !== seen.suppressionId || open.reason !== seen.reason)
      throw new AppError("conflict", "The person asked meanwhile for no more mail. Look again before you lift it.");
    await tx
      .update(suppressions)
      .set({ liftedAt: now, liftedBy: scope.memberId, liftReason: reason })
      .where(and(inArray(suppressions.id, ids), isNull(suppressions.liftedAt)));
    await recordActivity(tx, scope, {
      verb: "lifted a suppression",
      at: now,
      contactId,
      detail: { reason, was: open.reason },
    });
    const still = await findSuppression(tx, contactId);
    return { remains: still ? sayEntry(still) : null };
  });
}

/** What is shown of the person, among the entries that name nobody else. */
async function findOwn(tx: TeamTransaction, contactId: string) {
  const [first] = await readRows<{ id: string }>(
    tx,
    sql`select s.id ${suppressionsOf(sql`${contactId}`)} and s.domain is null and s.wildcard is null order by ${suppressionOrder} limit 1`,
  );
  if (!first) return undefined;
  const [open] = await tx.select().from(suppressions).where(eq(suppressions.id, first.id));
  return open;
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
