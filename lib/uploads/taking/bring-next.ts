import { eq, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { uploadBatches } from "@/db/schema/contacts";
import { reopenEnded } from "../../campaigns/reopen-ended";
import type { Contact } from "../../contacts/merge-known";
import { recordActivity } from "../../events/record-activity";
import { keepUndone, lockPeople, nextPeople, type Person, writePeople } from "./people-between";
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
    const contacts = await lockPeople(
      tx,
      people.map(({ contactId }) => contactId),
    );
    const back: string[] = [];
    const written = people.flatMap((person) => {
      const contact = contacts.get(person.contactId);
      if (!contact) return [];
      const change = changeBack(contact, person, upload.takenAct);
      if (!change) return [];
      if (change.archivedAt === null) back.push(contact.id);
      return [{ ...contact, ...change }];
    });
    await writePeople(tx, written, now);
    const joined = people.flatMap(({ contactId, undone }) => (undone?.left ? [contactId] : []));
    if (upload.listId && joined.length > 0)
      await tx.execute(
        sql`insert into contact_list_members (contact_id, list_id, added_at)
            select unnest(${sql.param(joined)}::uuid[]), ${upload.listId}::uuid, ${now.toISOString()}::timestamptz on conflict do nothing`,
      );
    await reopenEnded(tx, scope, { contactIds: back, at: upload.takenAt, notBefore: now, reason: "taken back with its import" });
    const lines = people.filter(({ undone }) => undone).map(({ line }) => ({ line, undone: null }));
    await keepUndone(tx, uploadId, lines);
    await tx.update(uploadBatches).set({ takenLine: last.line }).where(eq(uploadBatches.id, uploadId));
    return { done: false };
  });
}

/** What taking back did to a contact, the other way round; null for nothing. */
function changeBack(contact: Contact, { state, changed, undone }: Person, act: string | null): Partial<Contact> | null {
  const isHidden = contact.archivedAt !== null && (state === "created" ? contact.archiveAct === act : undone?.archived === true);
  const cells = changed?.cells ?? {};
  const keys = (undone?.cells ?? []).filter((key) => cells[key] && cellOf(contact, key) === cells[key][0]);
  if (!isHidden && keys.length === 0) return null;
  return { ...putCells(contact, cells, keys, "after"), ...(isHidden ? { archivedAt: null, archiveAct: null } : {}) };
}
