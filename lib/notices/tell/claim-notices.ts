import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { notices, noticeTargets } from "@/db/schema/notices";
import { gatherMs, longestGatherMs } from "../wake-notices";
import { isInDoubt, marks } from "./marks";
import { type News, readNews } from "./read-news";
import { readReach } from "./read-reach";
import type { Reach } from "./send-news";

/** What one worker tells now, and nobody else. */
export type Claim = {
  kind: "claimed";
  targetId: string;
  reach: Reach;
  news: News[];
  notices: { id: string; tries: number; inDoubt: boolean }[];
};
/** `gathering`: more may come until then. `nothing`: it is not due, rests after a try, or waits for its mailbox. */
export type Claimed = Claim | { kind: "gathering"; until: Date } | { kind: "nothing" };

/** Longer than any call takes: what is still claimed then was left by a process that died. */
const claimMs = 5 * 60_000;
/** A mailbox that does not work is looked at so often. */
const mailboxMs = 60_000;
/** News that could not be told for so long is none any more. */
const staleMs = 7 * 86_400_000;

/**
 * Takes all news of a target that is due, so that it is told once by whoever took it: an UPDATE that names the tries before it, under the target's lock.
 * It is marked as asked before the call is made.
 */
export function claimNotices(scope: Scope, targetId: string, now: Date): Promise<Claimed> {
  return withTeam(scope, async (tx) => {
    const [target] = await tx.select().from(noticeTargets).where(eq(noticeTargets.id, targetId)).for("update");
    if (!target) return { kind: "nothing" };
    const waiting = await tx
      .select()
      .from(notices)
      .where(and(eq(notices.targetId, targetId), isNull(notices.toldAt)))
      .orderBy(asc(notices.createdAt), asc(notices.id))
      .limit(1000);
    const end = endThem(tx, now);
    const reach = await readReach(tx, target);
    if (target.when === "never" || reach === "nobody") return end(waiting, marks.notWanted);
    const hopeless = waiting.filter((one) => one.failure === marks.askedAgain && one.dueAt <= now);
    await end(hopeless, "No answer came, twice. It may have been told.");
    const stale = waiting.filter((one) => one.createdAt < new Date(now.getTime() - staleMs) && !hopeless.includes(one));
    await end(stale, "It could not be told for a week.");
    const open = waiting.filter((one) => !hopeless.includes(one) && !stale.includes(one));
    // A target that is asked right now, or rests after a try, rests for all its news.
    if (open.some((one) => one.tries > 0 && one.dueAt > now)) return { kind: "nothing" };
    const due = open.filter((one) => one.dueAt <= now);
    if (target.when === "at once") {
      const until = gatheredAt(open);
      if (until && until > now) return { kind: "gathering", until };
    }
    if (due.length === 0) return { kind: "nothing" };
    const taken = target.when === "at once" ? open : due;
    if (reach === "waits") {
      await tx
        .update(notices)
        .set({ dueAt: new Date(now.getTime() + mailboxMs) })
        .where(
          inArray(
            notices.id,
            due.map(({ id }) => id),
          ),
        );
      return { kind: "nothing" };
    }
    const news = await readNews(tx, taken);
    const gone = taken.filter((one) => !news.some(({ noticeId }) => noticeId === one.id));
    await end(gone, marks.nobodys);
    const claimed = await claim(
      tx,
      taken.filter((one) => !gone.includes(one)),
      new Date(now.getTime() + claimMs),
    );
    return claimed.length === 0 ? { kind: "nothing" } : { kind: "claimed", targetId, reach, news, notices: claimed };
  });
}

type Notice = typeof notices.$inferSelect;

/** When a burst is over; null where nothing new is among it. */
function gatheredAt(open: Notice[]): Date | null {
  const came = open.filter((one) => one.tries === 0).map((one) => one.createdAt.getTime());
  return came.length === 0 ? null : new Date(Math.min(Math.max(...came) + gatherMs, Math.min(...came) + longestGatherMs));
}

function endThem(tx: TeamTransaction, now: Date) {
  return async (some: Notice[], failure: string): Promise<{ kind: "nothing" }> => {
    const ids = some.map(({ id }) => id);
    if (ids.length > 0)
      await tx
        .update(notices)
        .set({ toldAt: now, failure })
        .where(and(inArray(notices.id, ids), isNull(notices.toldAt)));
    return { kind: "nothing" };
  };
}

async function claim(tx: TeamTransaction, taken: Notice[], until: Date): Promise<Claim["notices"]> {
  const claimed: Claim["notices"] = [];
  for (const one of taken) {
    const inDoubt = isInDoubt(one.failure);
    const rows = await readRows<{ tries: number }>(
      tx,
      sql`update ${notices} set tries = tries + 1, due_at = ${until.toISOString()}::timestamptz, failure = ${inDoubt ? marks.askedAgain : marks.asked}
          where id = ${one.id} and told_at is null and tries = ${one.tries} returning tries`,
    );
    if (rows[0]) claimed.push({ id: one.id, tries: rows[0].tries, inDoubt });
  }
  return claimed;
}
