import { log } from "../../../lib/log/log";

export type Chore<Item> = {
  /** Said of one that failed: "a mailbox could not be read". */
  failed: string;
  /** Whose it is, for the log: ids alone. */
  of: (item: Item) => Record<string, string>;
  /** What its errors say may quote what a mailbox holds: only their name is logged. */
  isPrivate?: true;
  /** So many at a time; one, if nothing is said. */
  atOnce?: number;
  /**
   * Whoever takes longer loses its turn, in milliseconds: its work goes on by itself, nobody waits for it, and it is not begun anew by this process while it
   * does.
   */
  longestMs?: number;
};

/** Work that nobody waits for any more, and since when. */
const leftAlone = new Map<string, number>();
/** No request to Microsoft takes nearly so long: whatever is still at work then never ends. */
const lostAfterMs = 10 * 60_000;

/** Does one thing after another, or some at a time: what fails or is slow keeps no other from its turn, and the next minute tries again. */
export async function forEach<Item>(
  items: readonly Item[],
  { failed, of, isPrivate, atOnce = 1, longestMs }: Chore<Item>,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const left = items.values();
  await Promise.all(
    Array.from({ length: Math.min(atOnce, items.length) }, async () => {
      for (const item of left) {
        const key = [failed, ...Object.values(of(item))].join(" ");
        if ((leftAlone.get(key) ?? Number.NEGATIVE_INFINITY) > Date.now() - lostAfterMs) continue;
        const done = work(item).catch((error: unknown) =>
          log.error({ err: isPrivate ? nameOf(error) : error, ...of(item) }, failed),
        );
        const inTime = longestMs === undefined ? await done.then(() => true) : await isDoneWithin(done, longestMs);
        if (inTime) continue;
        log.warn({ ...of(item), longestMs }, `${failed}: it took too long`);
        const since = Date.now();
        leftAlone.set(key, since);
        void done.then(() => leftAlone.get(key) === since && leftAlone.delete(key));
      }
    }),
  );
}

const nameOf = (error: unknown) => ({ name: error instanceof Error ? error.name : "unknown" });

async function isDoneWithin(work: Promise<unknown>, longestMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), longestMs);
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
