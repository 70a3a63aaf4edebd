import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { withSystem } from "@/db/access/with-system";
import { foldReviewCounts } from "../campaigns/wait/fold-review-counts";
import { log } from "../log/log";

/** So old are the numbers of a day at most, in its own row; whoever reads them in the product adds what waits (read-weeks). */
const everyMs = 2000;
/** As in the function of the database: there may be more. */
const atOnce = 10_000;

/** Adds what the triggers counted to the rows of its days (drizzle/0023_counted_apart.sql), until nothing waits. */
export async function foldAnalytics(): Promise<void> {
  for (let folded = atOnce; folded === atOnce; ) {
    const [row] = await withSystem("fold daily numbers", (tx) =>
      readRows<{ folded: number }>(tx, sql`select fold_email_analytics() as folded`),
    );
    folded = row?.folded ?? 0;
  }
}

/** Adds up both, these and what waits in Review, for as long as the process lives; of several processes the first to come. @returns a function that ends it. */
export function keepFolding(): () => void {
  let busy = false;
  let failures = 0;
  const fold = async () => {
    if (busy) return;
    busy = true;
    try {
      await foldAnalytics();
      await foldReviewCounts();
      failures = 0;
    } catch (error) {
      failures += 1;
      if (failures === 3)
        log.warn(
          { reason: error instanceof Error ? error.name : "unknown" },
          "daily numbers, or what waits in Review, are not added up",
        );
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => void fold(), everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
