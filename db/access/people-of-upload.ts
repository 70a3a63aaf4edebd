import { type SQL, sql } from "drizzle-orm";

/** Everybody a file brought, as `contact_id` and `line`: whom it made, and whom it met. Of a file from before files were kept, its rows know whom they made. */
export function peopleOfUpload(uploadId: SQL | string): SQL {
  return sql`(select c.id as contact_id, c.upload_line as line from contacts c where c.upload_batch_id = ${uploadId} and c.upload_line is not null
    union all select r.contact_id, r.line from upload_rows r where r.upload_batch_id = ${uploadId} and r.contact_id is not null)`;
}
