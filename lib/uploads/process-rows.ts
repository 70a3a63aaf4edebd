import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { contactListMembers, contacts, uploadBatches, uploadRows } from "@/db/schema/contacts";
import { findUpload } from "./find-upload";
import { type MappedRow, mapRow } from "./map-row";
import { mergeKnown } from "./merge-known";

type Outcome = {
  id: string;
  state: "created" | "updated" | "unchanged" | "refused";
  reason: string | null;
  contactId: string | null;
};

/**
 * Turns the next staged rows of an upload into contacts: one transaction a chunk, so that a crash repeats a chunk that left
 * nothing behind. Counts add up to the rows read.
 * @returns whether none is left.
 */
export async function processRows(scope: Scope, uploadId: string, now: Date, chunk = 500): Promise<{ done: boolean }> {
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
    const mapped = rows.map((row) => ({ ...row, result: mapRow(upload.mapping, row.cells as string[]) }));
    const outcomes: Outcome[] = [];
    const wanted = new Map<string, { id: string; line: number; row: MappedRow }>();
    for (const { id, line, result } of mapped) {
      if ("refused" in result) outcomes.push({ id, state: "refused", reason: result.refused, contactId: null });
      else {
        const twin = wanted.get(result.row.emailNorm);
        if (twin) outcomes.push({ id, state: "refused", reason: `The same address as line ${twin.line}`, contactId: null });
        else wanted.set(result.row.emailNorm, { id, line, row: result.row });
      }
    }
    const created = await insertNew(
      tx,
      uploadId,
      [...wanted.values()].map((one) => one.row),
      now,
    );
    const known = await tx
      .select()
      .from(contacts)
      .where(
        inArray(
          contacts.emailNorm,
          [...wanted.keys()].filter((email) => !created.has(email)),
        ),
      );
    const earlier = await earlierLines(
      tx,
      uploadId,
      known.map((contact) => contact.id),
    );
    for (const [email, { id, row }] of wanted) {
      const fresh = created.get(email);
      const contact = known.find((one) => one.emailNorm === email);
      if (fresh) outcomes.push({ id, state: "created", reason: null, contactId: fresh });
      else if (contact) {
        const before = earlier.get(contact.id);
        if (before !== undefined)
          outcomes.push({ id, state: "refused", reason: `The same address as line ${before}`, contactId: null });
        else {
          const change = mergeKnown(contact, row, upload.knownPolicy as "fill" | "overwrite" | "leave");
          if (change)
            await tx
              .update(contacts)
              .set({ ...change, updatedAt: now })
              .where(eq(contacts.id, contact.id));
          outcomes.push({ id, state: change ? "updated" : "unchanged", reason: null, contactId: contact.id });
        }
      }
    }
    await settle(tx, uploadId, outcomes);
    if (upload.listId) {
      const listId = upload.listId;
      const members = outcomes.flatMap((one) => (one.contactId ? [{ contactId: one.contactId, listId, addedAt: now }] : []));
      if (members.length > 0) await tx.insert(contactListMembers).values(members).onConflictDoNothing();
    }
    const done = rows.length < chunk;
    if (done) {
      await tx.update(uploadBatches).set({ status: "completed", finishedAt: now }).where(eq(uploadBatches.id, uploadId));
    }
    return { done };
  });
}

async function insertNew(tx: TeamTransaction, uploadBatchId: string, rows: MappedRow[], now: Date): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map();
  const made = await tx
    .insert(contacts)
    .values(
      rows.map(({ raw, ...row }, index) => ({
        ...row,
        uploadBatchId,
        rawData: raw,
        // Contacts are listed by when they came; rows of one chunk keep the order of the file.
        createdAt: new Date(now.getTime() + index),
        updatedAt: now,
      })),
    )
    .onConflictDoNothing({ target: [contacts.teamId, contacts.emailNorm] })
    .returning({ id: contacts.id, email: contacts.emailNorm });
  return new Map(made.map((row) => [row.email, row.id]));
}

/** Lines of this file that an earlier chunk gave the same contacts. */
async function earlierLines(tx: TeamTransaction, uploadId: string, contactIds: string[]): Promise<Map<string, number>> {
  if (contactIds.length === 0) return new Map();
  const rows = await tx
    .select({ contactId: uploadRows.contactId, line: uploadRows.line })
    .from(uploadRows)
    .where(and(eq(uploadRows.uploadBatchId, uploadId), inArray(uploadRows.contactId, contactIds)));
  return new Map(rows.flatMap((row) => (row.contactId ? [[row.contactId, row.line]] : [])));
}

async function settle(tx: TeamTransaction, uploadId: string, outcomes: Outcome[]) {
  if (outcomes.length === 0) return;
  await tx.execute(
    sql`update upload_rows r set state = x.state, reason = x.reason, contact_id = x.contact_id::uuid
        from jsonb_to_recordset(${JSON.stringify(outcomes.map((one) => ({ id: one.id, state: one.state, reason: one.reason, contact_id: one.contactId })))}::jsonb)
          as x(id uuid, state text, reason text, contact_id text) where r.id = x.id`,
  );
  const count = (state: Outcome["state"]) => outcomes.filter((one) => one.state === state).length;
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
