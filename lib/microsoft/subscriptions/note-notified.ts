import { sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { mailboxWatches } from "@/db/schema/senders";
import { emit } from "../../events/emit";

const everyMs = 1000;

/** What waits to be written of a mailbox, and when something was written last. */
type Turn = { count: number; next: Promise<void> | null; lastAt: number };
const turns = new Map<string, Turn>();

/**
 * Counts notifications of a mailbox and has it looked into. The first of a burst does so at once, the others together a second later:
 * a look that begins after the last of them finds what all of them told of.
 * @returns when it is written down.
 */
export function noteNotified(teamId: string, senderAccountId: string, count: number): Promise<void> {
  const turn = turns.get(senderAccountId) ?? { count: 0, next: null, lastAt: -everyMs };
  turns.set(senderAccountId, turn);
  turn.count += count;
  turn.next ??= writeSoon({ teamId, memberId: null }, senderAccountId, turn);
  return turn.next;
}

async function writeSoon(scope: Scope, senderAccountId: string, turn: Turn) {
  // Also where there is nothing to wait for: whoever called has yet to keep the promise.
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, turn.lastAt + everyMs - performance.now())));
  const { count } = turn;
  Object.assign(turn, { count: 0, next: null, lastAt: performance.now() });
  for (const [id, one] of turns) if (one !== turn && one.next === null && one.lastAt + everyMs < turn.lastAt) turns.delete(id);
  await withTeam(scope, async (tx) => {
    if (count > 0) {
      const notifications = sql`${mailboxWatches.notifications} + ${count}`;
      await tx
        .insert(mailboxWatches)
        .values({ senderAccountId, notifications: count, notifiedAt: sql`now()` })
        .onConflictDoUpdate({ target: mailboxWatches.senderAccountId, set: { notifications, notifiedAt: sql`now()` } });
    }
    const data = { teamId: scope.teamId, senderAccountId };
    await emit(tx, "mailbox/poll", [{ eventId: `notified:${senderAccountId}:${Date.now()}`, data }]);
  });
}
