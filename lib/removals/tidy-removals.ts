import { lt } from "drizzle-orm";
import { withSystem } from "@/db/access/with-system";
import { removals } from "@/db/schema/removals";

const keptDays = 7;

/** Deletes for good what was removed more than a week ago, of every team. @returns how many went. */
export async function tidyRemovals(now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  const gone = await withSystem("tidy removals", (tx) =>
    tx.delete(removals).where(lt(removals.removedAt, before)).returning({ id: removals.id }),
  );
  return gone.length;
}
