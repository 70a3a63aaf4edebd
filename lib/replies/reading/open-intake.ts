import type { Scope } from "@/db/access/with-team";
import type { Mailbox } from "../../microsoft/graph/clients";
import type { InboxItem } from "../../microsoft/graph/read-inbox";
import type { Own } from "../read-finding";
import { keepPlace, type Place } from "./place";
import { takeIn } from "./take-in";

export type Intake = {
  counts: { read: number; written: number };
  newest: () => Date | null;
  /** Takes in what was not yet; false when time is up. */
  work: (items: InboxItem[]) => Promise<boolean>;
  retry: (graphId: string) => Promise<void>;
};

/**
 * Takes in messages of one look, each once, however often the lists tell of it. What was done stays done, whatever ends the look.
 * @param isTimeUp asked before each message but the first.
 */
export function openIntake(scope: Scope, own: Own, mailbox: Mailbox, place: Place, now: Date, isTimeUp: () => boolean): Intake {
  const counts = { read: 0, written: 0 };
  const seen = new Set(place.done);
  let hasTaken = false;
  let newest = place.lastMessageAt?.getTime() ?? 0;

  const take = async (graphId: string, isRetry: boolean) => {
    const taken = await takeIn(scope, own, mailbox, graphId, now, isRetry);
    if (taken.read) counts.read += 1;
    if (taken.written) counts.written += 1;
    newest = Math.max(newest, taken.receivedAt?.getTime() ?? 0);
    if (taken.complete) seen.add(graphId);
    hasTaken = true;
  };
  const keepDone = () =>
    keepPlace(scope, own.senderAccountId, place.link, {
      link: place.link,
      done: [...seen],
      pageSize: place.pageSize,
    });

  return {
    counts,
    newest: () => (newest > 0 ? new Date(newest) : null),
    retry: (graphId) => take(graphId, true),
    work: async (items) => {
      try {
        for (const { graphId, isDraft } of items) {
          if (isDraft || seen.has(graphId)) continue;
          // A list that takes all the time must not keep every look from getting anywhere.
          if (hasTaken && isTimeUp()) {
            await keepDone();
            return false;
          }
          await take(graphId, false);
        }
        return true;
      } catch (error) {
        await keepDone();
        throw error;
      }
    },
  };
}
