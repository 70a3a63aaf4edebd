import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";

const fieldKey = "field:";

/** What stands in the cell `e.key` of `c`, a contact. */
const standing = sql`case e.key when 'firstName' then c.first_name when 'lastName' then c.last_name when 'name' then c.name when 'company' then c.company
  else c.fields->>substr(e.key, ${fieldKey.length + 1}::int) end`;

/** A text as the body of a mail has it. */
const escaped = (text: SQL) => sql`replace(replace(replace(${text}, '&', '&amp;'), '<', '&lt;'), '>', '&gt;')`;

/**
 * The cells that `r`, a line of a file, filled in `c`, somebody known, and that can go back to what they said, as an array of keys: those that stand as the line left them
 * and that no mail quotes which was signed since. @param since when the import began.
 */
export function cellsToUndo(since: Date): SQL {
  const after = sql`(e.value->>1)`;
  const letter = sql`coalesce(d.edited_subject, d.subject) || ' ' || coalesce(d.edited_body, d.body)`;
  return sql`array(select e.key from jsonb_each(r.changed->'cells') e where ${standing} is not distinct from ${after} and not exists (
    select 1 from email_drafts d where d.contact_id = c.id and d.status not in ${anyOf(["draft"])}
      and coalesce(d.approved_at, d.updated_at, d.created_at) >= ${since.toISOString()}::timestamptz
      and (strpos(${letter}, ${after}) > 0 or strpos(${letter}, ${escaped(after)}) > 0)))`;
}
