import { and, eq, isNull, ne } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { notices, noticeTargets } from "@/db/schema/notices";
import { senderAccounts } from "@/db/schema/senders";
import { teams } from "@/db/schema/teams";
import { AppError } from "../errors/app-error";
import { nextDigest } from "./next-digest";
import { memberOf, type NoticeOwner, type NoticeTarget } from "./notice-target";
import { marks } from "./tell/marks";
import { wakeNotices } from "./wake-notices";

export type NoticeChange = Partial<Pick<NoticeTarget, "when" | "way" | "about" | "digestAt" | "senderAccountId">>;

/**
 * Changes when, of what and by which way somebody is told, or the team in its channel. What waits goes by the new choice; with "never" it is told no more.
 * @throws AppError "not_found" for a mailbox that is not the team's, "blocked" for mail without a mailbox and for a channel by mail.
 */
export async function setNoticeTarget(scope: Scope & { memberId: string }, whose: NoticeOwner, change: NoticeChange, now: Date) {
  const memberId = memberOf(scope, whose);
  await withTeam(scope, async (tx) => {
    if (change.senderAccountId) await findMailbox(tx, change.senderAccountId);
    const given = { memberId, ...(whose === "team" ? { way: "teams" as const } : {}), updatedAt: now };
    await tx.insert(noticeTargets).values(given).onConflictDoNothing();
    const isIt = memberId ? eq(noticeTargets.memberId, memberId) : isNull(noticeTargets.memberId);
    const [before] = await tx.select().from(noticeTargets).where(isIt).for("update");
    if (!before) throw new Error("The target was not written.");
    const target = { ...before, ...change };
    if (whose === "team" && target.way === "mail")
      throw new AppError("blocked", "The team’s channel is one of Teams. Each person can be told by mail.");
    if (target.when !== "never" && target.way === "mail" && !target.senderAccountId)
      throw new AppError("blocked", "Choose the mailbox that tells you. Nothing was changed.");
    await tx
      .update(noticeTargets)
      .set({ ...change, updatedAt: now })
      .where(eq(noticeTargets.id, before.id));
    if (change.when || change.digestAt) await timeAnew(tx, scope.teamId, target, now);
  });
}

async function findMailbox(tx: TeamTransaction, id: string): Promise<void> {
  const [found] = await tx
    .select({ id: senderAccounts.id })
    .from(senderAccounts)
    .where(and(eq(senderAccounts.id, id), ne(senderAccounts.status, "removed")));
  if (!found)
    throw new AppError("not_found", "This mailbox is not connected any more, or belongs to another team. Choose another.");
}

/** What was tried already keeps its time. */
async function timeAnew(
  tx: TeamTransaction,
  teamId: string,
  target: Pick<typeof noticeTargets.$inferSelect, "id" | "when" | "digestAt">,
  now: Date,
) {
  const waits = and(eq(notices.targetId, target.id), isNull(notices.toldAt));
  if (target.when === "never") {
    await tx.update(notices).set({ toldAt: now, failure: marks.notWanted }).where(waits);
    return;
  }
  const [team] = await tx.select({ timezone: teams.timezone }).from(teams).where(eq(teams.id, teamId));
  const dueAt = target.when === "at once" ? now : nextDigest(target.digestAt, team?.timezone ?? "UTC", now);
  const moved = await tx
    .update(notices)
    .set({ dueAt })
    .where(and(waits, eq(notices.tries, 0)))
    .returning({ id: notices.id });
  if (target.when === "at once" && moved.length > 0) await wakeNotices(tx, teamId, now);
}
