import { type SQL, sql } from "drizzle-orm";

/** The zone in which times are said to the person of this transaction: the one they chose, else the team's; that, too, where nobody asks. @param team its row. */
export function zoneOfReader(team: SQL): SQL<string> {
  return sql`coalesce((select z.timezone from member_settings z
    where z.team_id = ${team}.id and z.member_id = nullif(current_setting('app.member_id', true), '')::uuid), ${team}.timezone)`;
}
