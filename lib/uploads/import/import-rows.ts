import { and, eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { uploadBatches } from "@/db/schema/contacts";
import { rulesOf } from "../../columns/known-rules";
import { mapRows, type Wanted } from "../../columns/map-rows";
import { keepOtherForms } from "../../contacts/addresses/keep-other-forms";
import { linesBefore } from "../../contacts/addresses/lines-before";
import { lockAddresses } from "../../contacts/addresses/lock-addresses";
import { lockKnown } from "../../contacts/addresses/lock-known";
import { asNew, type Change, type Changed, changedBy, mergeKnown } from "../../contacts/merge-known";
import { wasArchived } from "../../contacts/was-archived";
import type { Place } from "../../files/reading/read-rows";
import type { FileRow } from "../../files/reading/reading";
import type { KeptUpload } from "../find-upload";

type State = "created" | "updated" | "unchanged" | "refused";
type Bringing = Pick<KeptUpload, "id" | "mapping" | "knownPolicy" | "listId">;
type Outcome = {
  line: number;
  state: State;
  reason: string | null;
  contactId: string | null;
  cells: string[];
  changed?: RowChange;
};

/** What a row changed in somebody known, and whether it brought them into the list. */
export type RowChange = Partial<Changed> & { joined?: true };

/** Whether rows were written: "another's" where another process has been here, and "over" where the import was cancelled or has ended. */
export type Turn = "taken" | "another's" | "over";

/**
 * Turns rows of an upload into contacts: one transaction and a handful of statements, whose rows travel as one JSON value: one value a cell took five times as
 * long. Counts add up to the rows read.
 */
export async function importRows(
  scope: Scope,
  upload: KeptUpload,
  rows: readonly FileRow[],
  { before, behind, now }: { before: Place; behind: Place; now: Date },
): Promise<Turn> {
  const { refused, wanted } = mapRows(upload.mapping, upload.findings.optedOut, rows);
  return withTeam(scope, async (tx) => {
    // The turn of these rows, taken with the place behind them: whoever comes second finds another place there.
    const [turn] = await tx
      .update(uploadBatches)
      .set({ readOffset: behind.offset, readLine: behind.line })
      .where(
        and(eq(uploadBatches.id, upload.id), eq(uploadBatches.status, "processing"), eq(uploadBatches.readOffset, before.offset)),
      )
      .returning({ id: uploadBatches.id });
    if (!turn) return stands(tx, upload.id);
    const { created, outcomes } = await bringPeople(tx, upload, wanted, now);
    outcomes.push(...refused.map((one) => ({ ...one, state: "refused" as const, contactId: null })));
    await settle(tx, upload.id, outcomes, created.length);
    return "taken";
  });
}

/** Makes people of rows, or fills up whom the team knows. @returns whom it made, and what became of the other rows. */
export async function bringPeople(tx: TeamTransaction, upload: Bringing, wanted: Wanted, now: Date) {
  const outcomes: Outcome[] = [];
  const rules = rulesOf(upload.mapping, upload.knownPolicy);
  await lockAddresses(tx);
  const known = await lockKnown(tx, [...wanted.keys()]);
  const fresh = new Map([...wanted].filter(([email]) => !known.has(email)));
  const created = await insertNew(tx, upload.id, fresh, now);
  const people = [...known.values()].map(({ contact }) => contact);
  const earlier = await linesBefore(tx, upload.id, people);
  const changes: { id: string; change: Change }[] = [];
  for (const [email, { line, cells, row }] of wanted) {
    const { contact, isHidden } = known.get(email) ?? {};
    if (!contact) continue;
    const first = earlier.get(contact.id);
    if (first) {
      const same = first.email === email ? "address" : "person";
      outcomes.push({ line, cells, state: "refused", reason: `The same ${same} as line ${first.line}`, contactId: null });
      continue;
    }
    earlier.set(contact.id, { line, email });
    // Whom an import had made that was taken back is here again as this file has them.
    const change = isHidden ? asNew(row) : mergeKnown(contact, row, rules);
    if (change) changes.push({ id: contact.id, change: { ...contact, ...change } });
    const archived = contact.archivedAt && !isHidden ? wasArchived[change?.archivedAt === null ? "back" : "stays"] : null;
    outcomes.push({
      line,
      cells: [email],
      state: change ? "updated" : "unchanged",
      reason: archived,
      contactId: contact.id,
      ...(change ? { changed: changedBy(contact, change, isHidden) } : {}),
    });
  }
  await writeChanges(tx, changes, now);
  if (upload.listId) {
    await join(tx, upload.listId, created, now);
    const met = outcomes.flatMap((one) => one.contactId ?? []);
    const joined = await join(tx, upload.listId, met, now);
    for (const one of outcomes) if (one.contactId && joined.has(one.contactId)) one.changed = { ...one.changed, joined: true };
  }
  return { created, outcomes };
}

async function stands(tx: TeamTransaction, uploadId: string): Promise<Turn> {
  const [row] = await tx.select({ status: uploadBatches.status }).from(uploadBatches).where(eq(uploadBatches.id, uploadId));
  return row?.status === "processing" ? "another's" : "over";
}

/** @returns whom it made. */
async function insertNew(tx: TeamTransaction, uploadId: string, wanted: Wanted, now: Date): Promise<string[]> {
  if (wanted.size === 0) return [];
  const rows = [...wanted.values()].map(({ line, row }, index) => ({ ...row, line, at: new Date(now.getTime() + index) }));
  // Contacts are listed by when they came; rows of one chunk keep the order of the file.
  const made = await readRows<{ id: string }>(
    tx,
    sql`insert into contacts (upload_batch_id, upload_line, raw_data, name, email, company, email_norm, first_name, last_name, fields, created_at, updated_at)
        select ${uploadId}::uuid, x.line, x.raw, x.name, x.email, x.company, x."emailNorm", x."firstName", x."lastName", x.fields, x.at, ${now.toISOString()}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(line int, raw jsonb, name text, email text, company text, "emailNorm" text,
          "firstName" text, "lastName" text, fields jsonb, at timestamptz)
        returning id`,
  );
  await keepOtherForms(tx, wanted.keys());
  return made.map((row) => row.id);
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

/** Keeps what was refused, and which rows were people known already; whom a row made carries its line. */
async function settle(tx: TeamTransaction, uploadId: string, outcomes: Outcome[], created: number) {
  if (outcomes.length > 0)
    await tx.execute(
      sql`insert into upload_rows (upload_batch_id, line, cells, state, reason, contact_id, changed)
          select ${uploadId}::uuid, x.line, x.cells, x.state, x.reason, x."contactId", x.changed
          from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as x(line int, cells jsonb, state text, reason text, "contactId" uuid, changed jsonb)`,
    );
  const count = (state: State) => outcomes.filter((one) => one.state === state).length;
  await tx
    .update(uploadBatches)
    .set({
      processedContacts: sql`coalesce(${uploadBatches.processedContacts}, 0) + ${outcomes.length + created}`,
      createdCount: sql`${uploadBatches.createdCount} + ${created}`,
      updatedCount: sql`${uploadBatches.updatedCount} + ${count("updated")}`,
      unchangedCount: sql`${uploadBatches.unchangedCount} + ${count("unchanged")}`,
      refusedCount: sql`${uploadBatches.refusedCount} + ${count("refused")}`,
    })
    .where(eq(uploadBatches.id, uploadId));
}

/** @returns who was not in it before. */
async function join(tx: TeamTransaction, listId: string, members: string[], now: Date): Promise<Set<string>> {
  if (members.length === 0) return new Set();
  const joined = await readRows<{ id: string }>(
    tx,
    sql`insert into contact_list_members (contact_id, list_id, added_at)
        select x::uuid, ${listId}::uuid, ${now.toISOString()}::timestamptz from jsonb_array_elements_text(${JSON.stringify(members)}::jsonb) x
        on conflict do nothing returning contact_id as id`,
  );
  return new Set(joined.map(({ id }) => id));
}
