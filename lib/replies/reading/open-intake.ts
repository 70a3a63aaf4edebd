import type { Scope } from "@/db/access/with-team";
import type { Mailbox } from "../../microsoft/graph/clients";
import type { ListedMessage } from "../../microsoft/graph/reading/list-messages";
import type { OwnMailbox } from "./read-own";
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
  /** Messages of this look that are done, with when they were received; those of before, that need no second reading, among them. */
  done: Map<string, Date | null>;
  /** Messages that this look read, done or not. */
  seen: Set<string>;
  /** The newest message that this look read. */
  newest: () => Taken | null;
  /**
   * Takes in what was not yet; false when time is up.
   * @param keep called with what is done before the work ends early, however it does.
   */
  work: (items: ListedMessage[], keep: () => Promise<unknown>) => Promise<boolean>;
  retry: (one: { graphId: string; givenUpAt: Date | null }) => Promise<void>;
};
type Taken = { receivedAt: Date; afterMs: number };

/**
 * Takes in messages of one look, each once, however often and in whatever folder the lists tell of it. What was done stays done, whatever
 * ends the look.
 * @param failingSince since when the mailbox cannot be read.
 * @param isTimeUp asked before each message but the first.
 */
export function openIntake(
  scope: Scope,
  own: OwnMailbox,
  mailbox: Mailbox,
  failingSince: Date | null,
  now: Date,
  isTimeUp: () => boolean,
): Intake {
  const began = performance.now();
  const counts = { read: 0, written: 0 };
  const done = new Map<string, Date | null>();
  const seen = new Set<string>();
  let hasTaken = false;
  let newest: Taken | null = null;
  const isLongOver = failingSince !== null && now.getTime() - failingSince.getTime() > longestOutageMs;
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
      done.set(graphId, null);
    }
    doubted.clear();
  };

  const take = async (graphId: string, isRetry: boolean) => {
    const taken = await takeIn(scope, own, mailbox, graphId, now, isRetry);
    hasTaken = true;
    if (taken.doubt) return taken.doubt;
    if (taken.read) counts.read += 1;
    if (taken.written) counts.written += 1;
    if (taken.complete) done.set(graphId, taken.receivedAt);
    if (taken.read) {
      seen.add(graphId);
      const { receivedAt } = taken;
      if (receivedAt && !isRetry && (!newest || receivedAt > newest.receivedAt))
        newest = { receivedAt, afterMs: performance.now() - began };
      await noteDoubted();
      inRow = 0;
    }
    return null;
  };

  return {
    counts,
    done,
    seen,
    newest: () => newest,
    retry: async ({ graphId, givenUpAt }) => {
      const failed = await take(graphId, true);
      // What was given up says nothing of the mailbox any more.
      if (failed && givenUpAt)
        await setAside(scope, own.senderAccountId, graphId, { code: failed.code, pauses: [], mayRecover: true }, now);
      else if (failed) doubt(graphId, failed);
    },
    work: async (items, keep) => {
      try {
        for (const { graphId, isDraft } of items) {
          if (isDraft || done.has(graphId) || doubted.has(graphId)) continue;
          // A list that takes all the time must not keep every look from getting anywhere, and a doubt is worth the next message.
          if (hasTaken && doubted.size === 0 && isTimeUp()) {
            await keep();
            return false;
          }
          const failed = await take(graphId, false);
          if (failed) doubt(graphId, failed);
        }
        await noteDoubted();
        return true;
      } catch (error) {
        await keep();
        throw error;
      }
    },
  };
}
