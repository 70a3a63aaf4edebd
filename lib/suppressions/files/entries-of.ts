import { type SQL, sql } from "drizzle-orm";

/** The entries of a file that was read, as rows. */
export function entriesOf(fileId: string): SQL {
  return sql`(select email_norm, domain, wildcard, reason from suppression_file_entries where file_id = ${fileId} and refused is null)`;
}
