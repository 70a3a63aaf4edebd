import { forSending } from "@/db/access/for-sending";
import { listen } from "@/db/access/listen";
import { log } from "../log/log";
import { drainOutbox, type OutboxEvent } from "./drain-outbox";

/** A notification wakes the drainer; this sweep finds what one was missed for. */
const sweepMs = 5000;
const longestRestMs = 15_000;

/**
 * Sends the outbox for as long as the process lives: at once when a row is written, and every few seconds. While Inngest or
 * Postgres is away rows wait; nothing is lost.
 * @returns a function that ends it.
 */
export function keepDraining(send: (events: OutboxEvent[]) => Promise<unknown>): () => void {
  let busy = false;
  let again = false;
  let ended = false;
  let failures = 0;
  let restUntil = 0;
  const drain = async () => {
    if (ended || Date.now() < restUntil) return;
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      do {
        again = false;
        await forSending(() => drainOutbox(send));
      } while (again && !ended);
      failures = 0;
    } catch (error) {
      failures += 1;
      restUntil = Date.now() + Math.min(longestRestMs, 500 * 2 ** failures);
      if (failures === 3) log.warn({ reason: error instanceof Error ? error.name : "unknown" }, "events wait in the outbox");
    } finally {
      busy = false;
    }
  };
  const stop = listen("countersign_outbox", () => void drain());
  const timer = setInterval(() => void drain(), sweepMs);
  timer.unref();
  void drain();
  return () => {
    ended = true;
    stop();
    clearInterval(timer);
  };
}
