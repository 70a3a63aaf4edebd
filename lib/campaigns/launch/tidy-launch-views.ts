import { lt } from "drizzle-orm";
import { withSystem } from "@/db/access/with-system";
import { launchViews } from "@/db/schema/shown";

/** Nothing is launched by what was shown longer than an hour ago; a day leaves time to look into what happened. */
const keptHours = 24;

/** Deletes what was shown before launching long ago, of every team. @returns how many went. */
export async function tidyLaunchViews(now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptHours * 3_600_000);
  const gone = await withSystem("tidy launch views", (tx) =>
    tx.delete(launchViews).where(lt(launchViews.seenAt, before)).returning({ id: launchViews.id }),
  );
  return gone.length;
}
