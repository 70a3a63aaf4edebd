import { and, isNull, lte } from "drizzle-orm";
import { withSystem } from "@/db/access/with-system";
import { notices } from "@/db/schema/notices";

/** Every team with news that is due and was not told. */
export async function listTeamsToTell(now: Date): Promise<string[]> {
  const rows = await withSystem("list teams to tell", (tx) =>
    tx
      .selectDistinct({ teamId: notices.teamId })
      .from(notices)
      .where(and(isNull(notices.toldAt), lte(notices.dueAt, now))),
  );
  return rows.map(({ teamId }) => teamId);
}
