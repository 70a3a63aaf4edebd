import { and, eq, lte } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { replyThreads } from "@/db/schema/threads";

/** Threads whose time has come are to do again, unread so that somebody sees it, as often as this is called once each. @returns how many. */
export async function wakeThreads(scope: Scope, now: Date): Promise<number> {
  const woken = await withTeam(scope, (tx) =>
    tx
      .update(replyThreads)
      .set({ state: "open", unread: true, snoozedUntil: null, snoozedBy: null })
      .where(and(eq(replyThreads.state, "snoozed"), lte(replyThreads.snoozedUntil, now)))
      .returning({ id: replyThreads.id }),
  );
  return woken.length;
}
