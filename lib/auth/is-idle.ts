import { type SQL, sql } from "drizzle-orm";
import { sessions, teams } from "@/db/schema/teams";

/** Whether nobody used a session for as many days as its team allows; both tables are in the query. A day is 24 hours, whatever the clocks do. */
export function isIdle(now: Date): SQL {
  return sql`(${sessions.lastSeenAt} < ${now.toISOString()}::timestamptz - make_interval(hours => 24 * ${teams.idleDays}))`;
}
