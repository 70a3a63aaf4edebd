import { sql } from "drizzle-orm";
import { type Scope, withTeam } from "./with-team";

/** Tables that grow by hundreds of rows at a time. */
type Table =
  | "campaign_contacts"
  | "contact_list_members"
  | "contacts"
  | "email_drafts"
  | "scheduled_emails"
  | "signatures"
  | "suppression_file_entries"
  | "suppressions"
  | "upload_rows";

/**
 * Has the database count these tables now, in a transaction of its own, so that the next query is planned for what they hold
 * (drizzle/0003_statistics.sql says why). Some 10 ms a table; large ones are sampled.
 */
export async function refreshStatistics(scope: Scope, tables: Table[]): Promise<void> {
  await withTeam(scope, (tx) => tx.execute(sql`select refresh_statistics(${sql.param(tables)}::text[])`));
}
