import { and, eq, isNull } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { mailDifferences } from "@/db/schema/differences";
import { deliveries } from "@/db/schema/sending";
import { members } from "@/db/schema/teams";
import { AppError } from "../../errors/app-error";
import { askFeed } from "../../events/ask-feed";
import { recordActivity } from "../../events/record-activity";

/**
 * A person has seen in what a sent copy differs, and lets it go on: the further mails of its contact wait for it no longer. Where it was
 * only asked about, the copy counts as explained from now on. A campaign that was paused for it is resumed by a person, as ever.
 * @throws AppError "not_found", "conflict" when it is settled already.
 */
export async function settleCopy(scope: Scope, differenceId: string, now: Date): Promise<void> {
  await withTeam(scope, async (tx) => {
    const isThis = and(eq(mailDifferences.id, differenceId), eq(mailDifferences.place, "sent"));
    const [there] = await tx.select({ deliveryId: mailDifferences.deliveryId }).from(mailDifferences).where(isThis);
    if (!there) throw new AppError("not_found");
    // The ledger row before its difference, as whoever writes one locks them.
    const [row] = await tx.select().from(deliveries).where(eq(deliveries.id, there.deliveryId)).for("update");
    const settled = await tx
      .update(mailDifferences)
      .set({ settledAt: now, settledBy: scope.memberId, settledAs: "accepted" })
      .where(and(isThis, isNull(mailDifferences.settledAt)))
      .returning({ id: mailDifferences.id });
    if (!row) throw new AppError("not_found");
    if (settled.length === 0) throw new AppError("conflict", await sayWho(tx, differenceId));
    await tx
      .update(deliveries)
      .set({ readBack: "explained" })
      .where(and(eq(deliveries.id, row.id), eq(deliveries.readBack, "asked")));
    const { campaignId, contactId, draftId } = row;
    const detail = { draftId, as: "accepted" };
    await recordActivity(tx, scope, { verb: "settled a changed mail", at: now, campaignId, contactId, detail });
    await askFeed(tx, scope.teamId, [campaignId]);
  });
}

async function sayWho(tx: TeamTransaction, differenceId: string): Promise<string> {
  const [row] = await tx
    .select({ name: members.name })
    .from(mailDifferences)
    .leftJoin(members, eq(members.id, mailDifferences.settledBy))
    .where(eq(mailDifferences.id, differenceId));
  return `${row?.name ?? "Somebody"} has settled this already. Nothing was changed.`;
}
