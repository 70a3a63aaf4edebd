import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { contacts, uploadBatches, uploadRows } from "@/db/schema/contacts";
import type { KnownPolicy } from "@/db/schema/words";
import { findByAddress } from "../contacts/addresses/find-by-address";
import { lockAddresses } from "../contacts/addresses/lock-addresses";
import { normalAddress } from "../mail/address";
import { findUpload } from "./find-upload";
import { cellOf, type MappedRow, mapRow, readAddress } from "./map-row";

type State = "created" | "updated" | "unchanged" | "refused";
type Outcome = { id: string; state: State; reason: string | null; contactId: string | null };
type Contact = typeof contacts.$inferSelect;
type Change = Partial<Pick<Contact, "firstName" | "lastName" | "name" | "company" | "fields" | "archivedAt">>;
type Wanted = Map<string, { id: string; line: number; row: MappedRow }>;

/** What a row of a file says of somebody who was archived when it was read. */
export const wasArchived = { back: "Was archived, is back", stays: "Is archived, stays so" } as const;

/**
 * Turns the next staged rows of an upload into contacts: one transaction a chunk, so that a crash repeats a chunk that left
 * nothing behind, and a handful of statements, whose rows travel as one JSON value: one value a cell took five times as long.
 * Counts add up to the rows read.
 * @returns whether none is left.
 */
export async function processRows(scope: Scope, uploadId: string, now: Date, chunk = 2000): Promise<{ done: boolean }> {
  return withTeam(scope, async (tx) => {
    const [lock] = await tx
      .select({ status: uploadBatches.status })
      .from(uploadBatches)
      .where(eq(uploadBatches.id, uploadId))
      .for("update");
    if (lock?.status !== "processing") return { done: true };
    const upload = await findUpload(tx, uploadId);
    const rows = await tx
      .select({ id: uploadRows.id, line: uploadRows.line, cells: uploadRows.cells })
      .from(uploadRows)
      .where(and(eq(uploadRows.uploadBatchId, uploadId), eq(uploadRows.state, "staged")))
      .orderBy(asc(uploadRows.line))
      .limit(chunk);
    const outcomes: Outcome[] = [];
    const refuse = (id: string, reason: string) => outcomes.push({ id, state: "refused", reason, contactId: null });
    const wanted: Wanted = new Map();
    for (const { id, line, cells } of rows) {
      const mapped = mapRow(upload.mapping, cells as string[]);
      if ("refused" in mapped) {
        refuse(id, mapped.refused);
        continue;
      }
      const twin = wanted.get(mapped.row.emailNorm);
      if (twin) refuse(id, `The same address as line ${twin.line}`);
      else wanted.set(mapped.row.emailNorm, { id, line, row: mapped.row });
    }
    await lockAddresses(tx);
    const known = await readKnown(tx, [...wanted.keys()]);
    const fresh = new Map([...wanted].filter(([email]) => !known.has(email)));
    const created = await insertNew(tx, uploadId, fresh, now);
    const earlier = await earlierLines(
      tx,
      upload,
      [...known.values()].map((contact) => contact.id),
    );
    const changes: { id: string; change: Change }[] = [];
    for (const [email, { id, line, row }] of wanted) {
      const made = created.get(email);
      if (made) outcomes.push({ id, state: "created", reason: null, contactId: made });
      const contact = known.get(email);
      if (!contact) continue;
      const before = earlier.get(contact.id);
      if (before !== undefined) {
        refuse(id, `The same ${before.email === email ? "address" : "person"} as line ${before.line}`);
        continue;
      }
      earlier.set(contact.id, { line, email });
      const change = mergeKnown(contact, row, upload.knownPolicy as KnownPolicy);
      if (change) changes.push({ id: contact.id, change: { ...contact, ...change } });
      const archived = contact.archivedAt ? wasArchived[change ? "back" : "stays"] : null;
      outcomes.push({ id, state: change ? "updated" : "unchanged", reason: archived, contactId: contact.id });
    }
    await writeChanges(tx, changes, now);
    await settle(tx, uploadId, outcomes);
    if (upload.listId) await join(tx, upload.listId, outcomes, now);
    const done = rows.length < chunk;
    if (done) {
      await tx.update(uploadBatches).set({ status: "completed", finishedAt: now }).where(eq(uploadBatches.id, uploadId));
    }
    return { done };
  });
}

async function insertNew(tx: TeamTransaction, uploadId: string, wanted: Wanted, now: Date): Promise<Map<string, string>> {
  if (wanted.size === 0) return new Map();
  const rows = [...wanted.values()].map(({ row }, index) => ({ ...row, at: new Date(now.getTime() + index) }));
  // Contacts are listed by when they came; rows of one chunk keep the order of the file.
  const made = await readRows<{ id: string; email: string }>(
    tx,
    sql`insert into contacts (upload_batch_id, raw_data, name, email, company, email_norm, first_name, last_name, fields, created_at, updated_at)
        select ${uploadId}::uuid, x.raw, x.name, x.email, x.company, x."emailNorm", x."firstName", x."lastName", x.fields, x.at, ${now.toISOString()}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(raw jsonb, name text, email text, company text, "emailNorm" text,
          "firstName" text, "lastName" text, fields jsonb, at timestamptz)
        returning id, email_norm as email`,
  );
  return new Map(made.map((row) => [row.email, row.id]));
}

/** Whom the team knows already, by whichever address of theirs. */
async function readKnown(tx: TeamTransaction, emails: string[]): Promise<Map<string, Contact>> {
  const owners = await findByAddress(tx, emails);
  if (owners.size === 0) return new Map();
  const ids = [...new Set([...owners.values()].map((owner) => owner.contactId))];
  const rows = await tx
    .select()
    .from(contacts)
    .where(sql`${contacts.id} = any(${sql.param(ids)}::uuid[])`);
  const people = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    [...owners].flatMap(([email, { contactId }]) => {
      const contact = people.get(contactId);
      return contact ? [[email, contact]] : [];
    }),
  );
}

/** Lines of this file that an earlier chunk gave the same contacts, and by which of their addresses. */
async function earlierLines(
  tx: TeamTransaction,
  { id: uploadId, mapping }: Awaited<ReturnType<typeof findUpload>>,
  contactIds: string[],
): Promise<Map<string, { line: number; email: string }>> {
  if (contactIds.length === 0) return new Map();
  const rows = await tx
    .select({ contactId: uploadRows.contactId, line: uploadRows.line, cells: uploadRows.cells })
    .from(uploadRows)
    .where(and(eq(uploadRows.uploadBatchId, uploadId), inArray(uploadRows.contactId, contactIds)));
  return new Map(
    rows.flatMap(({ contactId, line, cells }) => {
      const email = normalAddress(readAddress(cellOf(mapping, cells as string[], "email")));
      return contactId ? [[contactId, { line, email }]] : [];
    }),
  );
}

/**
 * What a row of a file changes in a contact that is known already; null for nothing. An empty cell never erases. `fill` writes
 * only where nothing is known, `overwrite` wherever the file says something, `leave` nothing.
 */
function mergeKnown(contact: Contact, row: MappedRow, policy: "fill" | "overwrite" | "leave"): Change | null {
  if (policy === "leave") return null;
  const change: Change = {};
  const take = (now: string | null | undefined, given: string | null) =>
    given !== null && given !== "" && (policy === "overwrite" ? given !== now : !now?.trim());
  for (const key of ["firstName", "lastName", "name", "company"] as const)
    if (take(contact[key], row[key])) change[key] = row[key];
  // Own fields alone: every object has a "constructor".
  const known = (name: string) => (Object.hasOwn(contact.fields, name) ? contact.fields[name] : null);
  const fields = Object.fromEntries(Object.entries(row.fields).filter(([name, given]) => take(known(name), given)));
  if (Object.keys(fields).length > 0) change.fields = { ...contact.fields, ...fields };
  if (contact.archivedAt) change.archivedAt = null;
  return Object.keys(change).length > 0 ? change : null;
}

async function writeChanges(tx: TeamTransaction, changes: { id: string; change: Change }[], now: Date) {
  if (changes.length === 0) return;
  const rows = changes.map(({ id, change }) => ({ ...change, id }));
  await tx.execute(
    sql`update contacts c set first_name = x."firstName", last_name = x."lastName", name = x.name, company = x.company, fields = x.fields,
          archived_at = x."archivedAt", updated_at = ${now.toISOString()}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, "firstName" text, "lastName" text, name text, company text,
          fields jsonb, "archivedAt" timestamptz)
        where c.id = x.id`,
  );
}

async function settle(tx: TeamTransaction, uploadId: string, outcomes: Outcome[]) {
  if (outcomes.length === 0) return;
  await tx.execute(
    sql`update upload_rows r set state = x.state, reason = x.reason, contact_id = x."contactId"
        from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as x(id uuid, state text, reason text, "contactId" uuid)
        where r.id = x.id`,
  );
  const count = (state: State) => outcomes.filter((one) => one.state === state).length;
  await tx
    .update(uploadBatches)
    .set({
      processedContacts: sql`coalesce(${uploadBatches.processedContacts}, 0) + ${outcomes.length}`,
      createdCount: sql`${uploadBatches.createdCount} + ${count("created")}`,
      updatedCount: sql`${uploadBatches.updatedCount} + ${count("updated")}`,
      unchangedCount: sql`${uploadBatches.unchangedCount} + ${count("unchanged")}`,
      refusedCount: sql`${uploadBatches.refusedCount} + ${count("refused")}`,
    })
    .where(eq(uploadBatches.id, uploadId));
}

async function join(tx: TeamTransaction, listId: string, outcomes: Outcome[], now: Date) {
  const members = outcomes.flatMap((one) => one.contactId ?? []);
  await tx.execute(
    sql`insert into contact_list_members (contact_id, list_id, added_at)
        select x::uuid, ${listId}::uuid, ${now.toISOString()}::timestamptz from jsonb_array_elements_text(${JSON.stringify(members)}::jsonb) x
        on conflict do nothing`,
  );
}
