import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { openStatuses } from "@/db/schema/words";

const isLeftOver = sql`k.status = 'completed' and c.status in ${anyOf(openStatuses)}`;

/** How the enrolment `c` in the campaign `k` stands: where somebody ended the campaign, of many people the most follow after the click, and stand as ended at once. */
export const standing = {
  status: sql`case when ${isLeftOver} then 'completed' else c.status end`,
  endedReason: sql`case when ${isLeftOver} then 'campaign ended' else c.ended_reason end`,
};
