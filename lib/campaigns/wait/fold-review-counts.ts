import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { withSystem } from "@/db/access/with-system";

/** As in the function of the database: there may be more. */
const atOnce = 1000;

/** Puts aside the drafts of those for whom a campaign ended, and makes of many counts one (drizzle/0025_waiting_counted.sql), until nothing waits. */
export async function foldReviewCounts(): Promise<void> {
  for (let noted = atOnce; noted === atOnce; ) {
    const [row] = await withSystem("fold review counts", (tx) =>
      readRows<{ noted: number }>(tx, sql`select fold_review_counts() as noted`),
    );
    noted = row?.noted ?? 0;
  }
}
