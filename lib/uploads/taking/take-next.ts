import { eq, isNotNull, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { uploadBatches } from "@/db/schema/contacts";
import { openStatuses } from "@/db/schema/words";
import { endContacts } from "../../campaigns/end-contact";
import { holdPeople } from "../../contacts/hold-people";
import type { Contact } from "../../contacts/merge-known";
import { recordActivity } from "../../events/record-activity";
import { cellsToUndo } from "./cells-to-undo";
import { type Hold, holdOf } from "./holding";
import {
  keepUndone,
  lockEnrolments,
  lockPeople,
  nextPeople,
  type Person,
  readChanged,
  type Undone,
  writePeople,
} from "./people-between";
import { putCells } from "./put-cells";
import { addTaken, nothingTaken, type Taken } from "./taken";

type Upload = typeof uploadBatches.$inferSelect;

/**
 * Takes the next people of an import back, in one transaction: whom it made goes unless something holds them, whom it met has back what they had. What they are and have in
 * that moment counts, whatever a plan said before. The place behind them is kept with it, so that a part that is repeated after a crash finds the next ones.
 * @returns whether none is left. @param most so many people.
 */
export function takeNext(scope: Scope, uploadId: string, now: Date, most = 2000): Promise<{ done: boolean }> {
  return withTeam(scope, async (tx) => {
    await holdPeople(tx, "take away");
    const [upload] = await tx.select().from(uploadBatches).where(eq(uploadBatches.id, uploadId)).for("update");
    if (upload?.taking !== "taking" || !upload.takenAt) return { done: true };
    const people = await nextPeople(tx, uploadId, upload.takenLine, most);
    const last = people.at(-1);
    const before = upload.taken as Taken;
    if (!last) {
      await tx.update(uploadBatches).set({ taking: "taken", takenEnd: now }).where(eq(uploadBatches.id, uploadId));
      const detail = { uploadId, fileName: upload.fileName, people: before.went };
      await recordActivity(tx, scope, { verb: "took back an import", detail, at: now });
      return { done: true };
    }
    await lockPeople(tx, people);
    await lockEnrolments(tx, people);
    const { made, going } = await takeMade(tx, scope, upload, people);
    const known = await takeKnown(tx, upload, people, going, now);
    await tx
      .update(uploadBatches)
      .set({ takenLine: last.line, taken: addTaken(before, addTaken(made, known)) })
      .where(eq(uploadBatches.id, uploadId));
    return { done: false };
  });
}

/** Whom the file made, or brought back out of the archive, goes, and their campaigns end, unless something holds them. */
async function takeMade(
  tx: TeamTransaction,
  scope: Scope,
  upload: Upload,
  people: Person[],
): Promise<{ made: Taken; going: Set<string> }> {
  const made = new Set(people.flatMap(({ contactId, state }) => (state === "created" ? [contactId] : [])));
  const back = people.flatMap(({ contactId, changed }) => (changed?.archived ? [contactId] : []));
  const rows = await readRows<{ id: string; hold: Hold | null }>(
    tx,
    sql`select c.id, ${holdOf(upload)} as hold from contacts c where c.id in ${those([...made, ...back])}`,
  );
  const going = rows.flatMap(({ id, hold }) => (hold === null ? [id] : []));
  const gone = going.filter((id) => made.has(id));
  const drafts = await countUnsigned(tx, gone);
  const at = upload.takenAt as Date;
  await tx.execute(
    sql`update contacts c set archived_at = ${at.toISOString()}::timestamptz, archive_act = ${upload.takenAct}::uuid, updated_at = ${at.toISOString()}::timestamptz
        where c.id in ${those(gone)}`,
  );
  await endOpen(tx, scope, going, at);
  const stayed: Taken["stayed"] = {};
  for (const { id, hold } of rows) if (hold && made.has(id)) stayed[hold] = (stayed[hold] ?? 0) + 1;
  return { made: { ...nothingTaken, went: gone.length, drafts, stayed }, going: new Set(going) };
}

const those = (ids: string[]) => sql`(select unnest(${sql.param(ids)}::uuid[]))`;

async function countUnsigned(tx: TeamTransaction, ids: string[]): Promise<number> {
  const [row] = await readRows<{ count: number }>(
    tx,
    sql`select count(*)::int as count from email_drafts d where d.contact_id in ${those(ids)} and d.status = 'draft' and d.rejected_at is null and not d.shelved`,
  );
  return row?.count ?? 0;
}

async function endOpen(tx: TeamTransaction, { teamId, memberId }: Scope, ids: string[], at: Date) {
  const open = await readRows<{ id: string }>(
    tx,
    sql`select x.id from campaign_contacts x where x.contact_id in ${those(ids)} and x.status in ${anyOf(openStatuses)} order by x.id`,
  );
  const enrolments = open.map(({ id }) => id);
  await endContacts(tx, { teamId, memberId }, enrolments, "taken back with its import", at);
}

/** Whom it met gets back what they had, leaves the list that it put them into, and is archived again where it had brought them back. */
async function takeKnown(tx: TeamTransaction, upload: Upload, people: Person[], going: Set<string>, now: Date): Promise<Taken> {
  const contacts = await readChanged(tx, people);
  const hiding = await readHiding(tx);
  const known = people.filter(({ state }) => state !== "created");
  const rows = await readRows<{ line: number; keys: string[] }>(
    tx,
    sql`select r.line, ${cellsToUndo(upload.startedAt ?? upload.createdAt ?? now)} as keys from upload_rows r join contacts c on c.id = r.contact_id
        where r.upload_batch_id = ${upload.id} and r.line = any(${sql.param(known.map(({ line }) => line))}::int[]) and r.changed ? 'cells'`,
  );
  const keys = new Map(rows.map((row) => [row.line, row.keys]));
  const [written, undone]: [Contact[], { line: number; undone: Undone }[]] = [[], []];
  const left = await leave(tx, upload.listId, known);
  const count = { setBack: 0, kept: 0, same: 0, left: left.size };
  for (const { contactId, line, state, changed } of known) {
    const contact = contacts.get(contactId);
    const cells = keys.get(line) ?? [];
    // Not where the import that made them is here again: they are its.
    const back = changed?.archived;
    const archived = Boolean(back && going.has(contactId) && (!back.hidden || (back.act !== null && hiding.has(back.act))));
    if (contact && (cells.length > 0 || archived)) {
      const was = archived ? changed?.archived : undefined;
      // Whom an earlier import had made goes with this one now, and comes back with it.
      const act = was?.hidden ? upload.takenAct : (was?.act ?? null);
      const as = was ? { archivedAt: was.hidden ? upload.takenAt : new Date(was.at), archiveAct: act } : {};
      written.push({ ...contact, ...putCells(contact, changed?.cells ?? {}, cells, "before"), ...as });
    }
    const all = Object.keys(changed?.cells ?? {}).length === cells.length && Boolean(changed?.archived) === archived;
    if (state === "unchanged") count.same += 1;
    else if (changed && all) count.setBack += 1;
    // A file of before what it changed was kept has nothing to put back.
    else count.kept += 1;
    const did: Undone = {
      ...(cells.length > 0 ? { cells } : {}),
      ...(left.has(contactId) ? { left: true as const } : {}),
      ...(archived ? { archived: true as const } : {}),
    };
    if (Object.keys(did).length > 0) undone.push({ line, undone: did });
  }
  await writePeople(tx, written, now);
  await keepUndone(tx, upload.id, undone);
  return { ...nothingTaken, ...count };
}

/** The acts by which imports that are taken back hide people. */
async function readHiding(tx: TeamTransaction): Promise<Set<string>> {
  const rows = await tx.select({ act: uploadBatches.takenAct }).from(uploadBatches).where(isNotNull(uploadBatches.takenAct));
  return new Set(rows.flatMap(({ act }) => act ?? []));
}

/** @returns who left the list that the file had put them into. */
async function leave(tx: TeamTransaction, listId: string | null, known: Person[]): Promise<Set<string>> {
  const joined = known.flatMap(({ contactId, changed }) => (changed?.joined ? [contactId] : []));
  if (!listId || joined.length === 0) return new Set();
  const rows = await readRows<{ id: string }>(
    tx,
    sql`delete from contact_list_members m where m.list_id = ${listId} and m.contact_id in ${those(joined)} returning m.contact_id as id`,
  );
  return new Set(rows.map(({ id }) => id));
}
