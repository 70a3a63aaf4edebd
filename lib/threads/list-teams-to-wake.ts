import { eq } from "drizzle-orm";
import { withSystem } from "@/db/access/with-system";
import { replyThreads } from "@/db/schema/threads";

/** Every team with a snoozed thread. */
export async function listTeamsToWake(): Promise<string[]> {
  const rows = await withSystem("list teams for sweep", (tx) =>
    tx.selectDistinct({ teamId: replyThreads.teamId }).from(replyThreads).where(eq(replyThreads.state, "snoozed")),
  );
  return rows.map(({ teamId }) => teamId);
}
