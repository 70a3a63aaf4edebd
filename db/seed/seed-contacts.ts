import type { Sql } from "postgres";
import type { InventedPerson } from "./invent-people";

/** Contacts of a team from one upload, and a list that holds them. @returns ids in the order given. */
export async function seedContacts(
  owner: Sql,
  teamId: string,
  people: InventedPerson[],
  options: { fileName?: string; listName?: string; at?: Date } = {},
): Promise<{ uploadId: string; listId: string | null; contactIds: string[] }> {
  const at = options.at ?? new Date();
  const [upload] = await owner<{ id: string }[]>`
    insert into upload_batches (team_id, file_name, status, total_contacts, processed_contacts, created_count, headers, delimiter, encoding, created_at, finished_at)
    values (${teamId}, ${options.fileName ?? "contacts.csv"}, 'completed', ${people.length}, ${people.length}, ${people.length},
            ${["First", "Surname", "Organisation", "Town", "Dept", "E-mail Address"]}, ',', 'utf-8', ${at}, ${at}) returning id`;
  if (!upload) throw new Error("The upload was not written.");
  const rows = await owner<{ id: string }[]>`
    insert into contacts (team_id, upload_batch_id, raw_data, name, email, email_norm, company, first_name, last_name, fields, created_at)
    select ${teamId}, ${upload.id}, p.raw, p.first || ' ' || p.last, p.email, lower(p.email), p.company, p.first, p.last,
           case when p.city = '' then jsonb_build_object('dept', p.role) else jsonb_build_object('town', p.city, 'dept', p.role) end,
           ${at}::timestamptz + make_interval(secs => p.n * 0.001)
    from (select e.value as raw, e.value->>'firstName' as first, e.value->>'lastName' as last, e.value->>'email' as email,
                 e.value->>'company' as company, e.value->>'city' as city, e.value->>'role' as role, e.ordinality as n
          from jsonb_array_elements(${JSON.stringify(people)}::text::jsonb) with ordinality e) p
    order by p.n returning id`;
  const contactIds = rows.map((row) => row.id);
  await owner`
    insert into upload_rows (team_id, upload_batch_id, line, cells, state, contact_id)
    select ${teamId}, ${upload.id}, p.n + 1, jsonb_build_array(p.e->>'firstName', p.e->>'lastName', p.e->>'company', p.e->>'city', p.e->>'role', p.e->>'email'),
           'created', p.id
    from rows from (jsonb_array_elements(${JSON.stringify(people)}::text::jsonb), unnest(${contactIds}::uuid[])) with ordinality p(e, id, n)`;
  let listId: string | null = null;
  if (options.listName) {
    const [list] = await owner<
      { id: string }[]
    >`insert into contact_lists (team_id, name, created_at) values (${teamId}, ${options.listName}, ${at}) returning id`;
    listId = list?.id ?? null;
    if (listId) {
      await addToList(owner, teamId, listId, contactIds);
      await owner`update upload_batches set list_id = ${listId} where id = ${upload.id}`;
    }
  }
  return { uploadId: upload.id, listId, contactIds };
}

export async function addToList(owner: Sql, teamId: string, listId: string, contactIds: string[]) {
  await owner`insert into contact_list_members (team_id, list_id, contact_id)
    select ${teamId}, ${listId}, id from unnest(${contactIds}::uuid[]) id on conflict do nothing`;
}
