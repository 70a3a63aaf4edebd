import { eq, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { graphSubscriptions, mailboxWatches } from "@/db/schema/senders";
import type { ReadFolder } from "@/db/schema/words";
import { emit } from "../../events/emit";

export type Arrival = { graphId: string; folder: ReadFolder; receivedAt: Date | null };

/** Microsoft tells of a message within three minutes at the latest. */
const toldWithinMs = 180_000;
/** What a look finds later says nothing of notifications: nobody was there to hear them. */
const youngMs = 900_000;
/** Graph's time of arrival is cut to seconds, and its clock is another. */
const slackMs = 5000;

type Noted = { folder: ReadFolder; receivedAt: number; isJudged: boolean };
const noted = new Map<string, Map<string, Noted>>();

/** Remembers that a look found a message, until it is known whether somebody had told of it. Lost with the process, it is not counted. */
export function noteArrival(senderAccountId: string, { graphId, folder, receivedAt }: Arrival, now: Date) {
  if (!receivedAt || now.getTime() - receivedAt.getTime() > youngMs) return;
  const own = noted.get(senderAccountId) ?? new Map<string, Noted>();
  noted.set(senderAccountId, own);
  if (!own.has(graphId)) own.set(graphId, { folder, receivedAt: receivedAt.getTime(), isJudged: false });
}

/**
 * Counts what a live subscription should have told of and nobody did, at the end of each look. A notification stands for all that came
 * shortly before it: one look finds them all. Where one was missed the subscriptions are looked after, once an hour.
 */
export async function judgeArrivals(scope: Scope, senderAccountId: string, now: Date): Promise<void> {
  const own = noted.get(senderAccountId);
  if (!own) return;
  for (const [graphId, { receivedAt }] of own) if (now.getTime() - receivedAt > 2 * youngMs) own.delete(graphId);
  if (own.size === 0) noted.delete(senderAccountId);
  const open = [...own.values()].filter((one) => !one.isJudged);
  if (open.length === 0) return;
  const { folder, createdAt, expiresAt } = graphSubscriptions;
  await withTeam(scope, async (tx) => {
    const live = await tx
      .select({ folder, createdAt, expiresAt })
      .from(graphSubscriptions)
      .where(eq(graphSubscriptions.senderAccountId, senderAccountId));
    const [watch] = await tx
      .select({ at: mailboxWatches.notifiedAt })
      .from(mailboxWatches)
      .where(eq(mailboxWatches.senderAccountId, senderAccountId));
    let missed = 0;
    for (const one of open) {
      const told = watch?.at ? watch.at.getTime() - one.receivedAt : -Infinity;
      const isTold = told >= -slackMs && told <= toldWithinMs;
      const isWatched = live.some(
        (sub) =>
          sub.folder === one.folder && sub.createdAt.getTime() <= one.receivedAt && sub.expiresAt.getTime() > one.receivedAt,
      );
      one.isJudged = isTold || !isWatched || now.getTime() - one.receivedAt > toldWithinMs;
      if (one.isJudged && !isTold && isWatched) missed += 1;
    }
    if (missed === 0) return;
    const notificationsMissed = sql`${mailboxWatches.notificationsMissed} + ${missed}`;
    await tx
      .insert(mailboxWatches)
      .values({ senderAccountId, notificationsMissed: missed })
      .onConflictDoUpdate({ target: mailboxWatches.senderAccountId, set: { notificationsMissed } });
    const eventId = `missed:${senderAccountId}:${Math.floor(now.getTime() / 3_600_000)}`;
    await emit(tx, "mailbox/watch", [{ eventId, data: { teamId: scope.teamId, senderAccountId } }]);
  });
}
