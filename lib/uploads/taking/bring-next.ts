import { eq, type SQL, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { uploadBatches } from "@/db/schema/contacts";
import { reopenEnded } from "../../campaigns/reopen-ended";
import type { Contact } from "../../contacts/merge-known";
import { recordActivity } from "../../events/record-activity";
import { keepUndone, lockPeople, nextPeople, type Person, readChanged, writePeople } from "./people-between";
import { cellOf, putCells } from "./put-cells";
import type { Taken } from "./taken";

/**
 * Brings the next people of an import back that was taken back, with their lists, cells and campaigns: as `takeNext` took them. What somebody has changed since stays as they
 * changed it. @returns whether none is left. @param most so many people.
 */
export function bringNext(scope: Scope, uploadId: string, now: Date, most = 2000): Promise<{ done: boolean }> {
  return withTeam(scope, async (tx) => {
    const [upload] = await tx.select().from(uploadBatches).where(eq(uploadBatches.id, uploadId)).for("update");
    if (upload?.taking !== "bringing" || !upload.takenAt) return { done: true };
    const people = await nextPeople(tx, uploadId, upload.takenLine, most);
    const last = people.at(-1);
    if (!last) {
      await tx
        .update(uploadBatches)
        .set({ taking: null, takenLine: 0, takenAt: null, takenBy: null, takenEnd: null, takenAct: null, taken: null })
        .where(eq(uploadBatches.id, uploadId));
      const detail = { uploadId, fileName: upload.fileName, people: (upload.taken as Taken).went };
      await recordActivity(tx, scope, { verb: "brought back an import", detail, at: now });
      return { done: true };
    }
    await lockPeople(tx, people);
    const back = await bringMade(tx, people, upload.takenAct, now);
    const contacts = await readChanged(tx, people);
    const written = people.flatMap((person) => {
      const contact = contacts.get(person.contactId);
      if (!contact) return [];
      const change = changeBack(contact, person);
      if (!change) return [];
      if (change.archivedAt === null) back.push(contact.id);
      return [{ ...contact, ...change }];
    });
    await writePeople(tx, written, now);
    const joined = people.flatMap(({ contactId, undone }) => (undone?.left ? [contactId] : []));
    if (upload.listId && joined.length > 0)
      await tx.execute(
        sql`insert into contact_list_members (contact_id, list_id, added_at)
            select c.id, ${upload.listId}::uuid, ${now.toISOString()}::timestamptz from contacts c
              where c.id in (select unnest(${sql.param(joined)}::uuid[])) and exists (select 1 from contact_lists l where l.id = ${upload.listId}) on conflict do nothing`,
      );
    await reopenEnded(tx, scope, { contactIds: back, at: upload.takenAt, notBefore: now, reason: "taken back with its import" });
    const lines = people.filter(({ undone }) => undone).map(({ line }) => ({ line, undone: null }));
    await keepUndone(tx, uploadId, lines);
    await tx.update(uploadBatches).set({ takenLine: last.line }).where(eq(uploadBatches.id, uploadId));
    return { done: false };
  });
}

/** @returns whom the file had made, or met, and who are here again: not who came back otherwise meanwhile. */
async function bringMade(tx: TeamTransaction, people: Person[], act: string | null, now: Date): Promise<string[]> {
  const made = people.flatMap(({ contactId, state }) => (state === "created" ? [contactId] : []));
  const met = people.flatMap(({ contactId, state }) => (state === "created" ? [] : [contactId]));
  const bring = (ids: string[], hidden: SQL) =>
    readRows<{ id: string }>(
      tx,
      sql`update contacts c set archived_at = null, archive_act = null, updated_at = ${now.toISOString()}::timestamptz
          where c.id in (select unnest(${sql.param(ids)}::uuid[])) and c.archived_at is not null and ${hidden} returning c.id`,
    );
  // One by one: asked for either at once, the planner reads all people of the team.
  const rows = await bring(made, sql`c.archive_act = ${act}::uuid`);
  // Whom it met is in this file, too, whatever became of the import that made them.
  rows.push(...(await bring(met, sql`exists (select 1 from upload_batches b where b.taken_act = c.archive_act)`)));
  return rows.map(({ id }) => id);
}

/** What taking back did to somebody known before, the other way round; null for nothing. */
function changeBack(contact: Contact, { changed, undone }: Person): Partial<Contact> | null {
  const isHidden = contact.archivedAt !== null && undone?.archived === true;
  const cells = changed?.cells ?? {};
  const keys = (undone?.cells ?? []).filter((key) => cells[key] && cellOf(contact, key) === cells[key][0]);
  if (!isHidden && keys.length === 0) return null;
  return { ...putCells(contact, cells, keys, "after"), ...(isHidden ? { archivedAt: null, archiveAct: null } : {}) };
}
