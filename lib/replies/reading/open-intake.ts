import type { Scope } from "@/db/access/with-team";
import type { Mailbox } from "../../microsoft/graph/clients";
import type { InboxItem } from "../../microsoft/graph/read-inbox";
import type { Own } from "../read-finding";
import { keepPlace, type Place } from "./place";
import { setAside } from "./set-aside";
import { type Doubt, takeIn } from "./take-in";

/** So many in a row that cannot be read are no broken messages: the mailbox cannot be read. */
const mostInRow = 3;
/** No outage lasts so long: they are broken after all, and must not hide those behind them for ever. */
const longestOutageMs = 24 * 3_600_000;
/** A code that stands for a fault that passes and for a broken message is given longer than a sure one. */
const pauses = [60, 240, 900];

export type Intake = {
  counts: { read: number; written: number };
  newest: () => Date | null;
  /** Takes in what was not yet; false when time is up. */
  work: (items: InboxItem[]) => Promise<boolean>;
  retry: (one: { graphId: string; givenUpAt: Date | null }) => Promise<void>;
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
  const isLongOver = place.failingSince !== null && now.getTime() - place.failingSince.getTime() > longestOutageMs;
  /** How many failed since the last that could be read, and those of them that are not noted yet. */
  let inRow = 0;
  const doubted = new Map<string, string>();

  const doubt = (graphId: string, { code, error }: Doubt) => {
    inRow += 1;
    if (inRow >= mostInRow && !isLongOver) throw error;
    doubted.set(graphId, code);
  };
  const noteDoubted = async () => {
    for (const [graphId, code] of doubted) {
      const given = inRow >= mostInRow ? [] : pauses;
      await setAside(scope, own.senderAccountId, graphId, { code, pauses: given, mayRecover: true }, now);
      seen.add(graphId);
    }
    doubted.clear();
  };

  const take = async (graphId: string, isRetry: boolean) => {
    const taken = await takeIn(scope, own, mailbox, graphId, now, isRetry);
    hasTaken = true;
    if (taken.doubt) return taken.doubt;
    if (taken.read) counts.read += 1;
    if (taken.written) counts.written += 1;
    newest = Math.max(newest, taken.receivedAt?.getTime() ?? 0);
    if (taken.complete) seen.add(graphId);
    if (taken.read) {
      await noteDoubted();
      inRow = 0;
    }
    return null;
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
    retry: async ({ graphId, givenUpAt }) => {
      const failed = await take(graphId, true);
      // What was given up says nothing of the mailbox any more.
      if (failed && givenUpAt)
        await setAside(scope, own.senderAccountId, graphId, { code: failed.code, pauses: [], mayRecover: true }, now);
      else if (failed) doubt(graphId, failed);
    },
    work: async (items) => {
      try {
        for (const { graphId, isDraft } of items) {
          if (isDraft || seen.has(graphId) || doubted.has(graphId)) continue;
          // A list that takes all the time must not keep every look from getting anywhere, and a doubt is worth the next message.
          if (hasTaken && doubted.size === 0 && isTimeUp()) {
            await keepDone();
            return false;
          }
          const failed = await take(graphId, false);
          if (failed) doubt(graphId, failed);
        }
        await noteDoubted();
        return true;
      } catch (error) {
        await keepDone();
        throw error;
      }
    },
  };
}
