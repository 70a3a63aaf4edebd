import { notExists, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { withSystem } from "@/db/access/with-system";
import { explainDue } from "@/db/schema/explained";
import { underWay } from "@/db/schema/words";

/** Forgets what was noted of campaigns that have ended or are gone: nobody is told any more why they wait there. @returns how many notes went. */
export async function tidyExplained(): Promise<number> {
  const isUnderWay = sql`(select 1 from campaigns c where c.id = ${explainDue.campaignId} and c.status in ${anyOf(underWay)})`;
  const gone = await withSystem("tidy explained", (tx) =>
    tx.delete(explainDue).where(notExists(isUnderWay)).returning({ id: explainDue.id }),
  );
  return gone.length;
}
