import { and, isNotNull, isNull } from "drizzle-orm";
import { withSystem } from "@/db/access/with-system";
import { singleMails } from "@/db/schema/letters";

/** Every team with mails without a campaign that have a time and have not left. */
export async function listTeamsWithSingles(): Promise<string[]> {
  const rows = await withSystem("list teams for sweep", (tx) =>
    tx
      .selectDistinct({ teamId: singleMails.teamId })
      .from(singleMails)
      .where(and(isNull(singleMails.endedReason), isNotNull(singleMails.leaveAt))),
  );
  return rows.map(({ teamId }) => teamId);
}
