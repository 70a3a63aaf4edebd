import { type SQL, sql } from "drizzle-orm";
import { lowerCase } from "@/db/access/lower-case";
import { suppressedContacts } from "@/db/access/suppressions-of";

export type ContactsFilter = {
  search?: string | undefined;
  listId?: string | undefined;
  suppressed?: boolean | undefined;
  /** Those who are archived, instead of those who are not. */
  archived?: boolean | undefined;
  /** Whom one act of archiving or restoring touched last. */
  act?: string | undefined;
};

/** Some contacts by their ids, or all that a filter shows. */
export type Choice = string[] | ContactsFilter;

/** The condition on `contacts p` that they stand among the archived: whom an import took with it that was taken back is hidden there, too. */
export const isAmongArchived = sql`p.archived_at is not null
  and (p.archive_act is null or not exists (select 1 from upload_batches b where b.taken_act = p.archive_act))`;

/** The condition on `contacts p` that a filter means: not archived unless asked for, every word in name, company or one of their addresses. */
export function filterContacts(filter: ContactsFilter): SQL {
  const found = searchWords(filter.search).map((word) => {
    const like = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
    return sql`and (${lowerCase(sql`coalesce(p.name, '')`)} like ${like} or p.email_norm like ${like}
      or p.id in (select a.contact_id from contact_addresses a where a.kind <> 'primary' and a.address_norm like ${like}) or ${lowerCase(sql`coalesce(p.company, '')`)} like ${like})`;
  });
  return sql`${filter.archived ? isAmongArchived : sql`p.archived_at is null`} ${sql.join(found, sql` `)}
    ${filter.listId ? sql`and exists (select 1 from contact_list_members l where l.contact_id = p.id and l.list_id = ${filter.listId})` : sql``}
    ${filter.act ? sql`and p.archive_act = ${filter.act}` : sql``}
    ${filter.suppressed ? sql`and p.id in ${suppressedContacts}` : sql``}`;
}

/** The condition on `contacts p` that a choice means. */
export function chosenContacts(choice: Choice): SQL {
  if (!Array.isArray(choice)) return filterContacts(choice);
  return sql`p.id in (select x::uuid from jsonb_array_elements_text(${JSON.stringify(choice)}::jsonb) x)`;
}

/** What is looked for, in lower case: at most six words. */
export function searchWords(search: string | undefined): string[] {
  return (search ?? "").normalize("NFC").trim().toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6);
}
