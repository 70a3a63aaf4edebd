import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { withSystem } from "@/db/access/with-system";
import { keptDays } from "../tidy-files";

const atOnce = 5000;

/** Deletes for good, of every team, whom imports made that were taken back more than thirty days ago, and whom nothing names since. @returns how many went. */
export async function tidyTaken(now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 86_400_000).toISOString();
  for (let all = 0; ; ) {
    const [row] = await withSystem("tidy taken", (tx) =>
      readRows<{ gone: number }>(tx, sql`select remove_taken_back(${before}::timestamptz, ${atOnce}) as gone`),
    );
    const gone = row?.gone ?? 0;
    all += gone;
    if (gone < atOnce) return all;
  }
}
