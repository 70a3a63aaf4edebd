import { randomUUID } from "node:crypto";
import { and, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { contacts } from "@/db/schema/contacts";
import { openStatuses } from "@/db/schema/words";
import { type Choice, chosenContacts } from "./filter-contacts";
import { holdPeople } from "./hold-people";
import { isOpenByHand } from "./read-hand-mails";

/** `act` names what was done, so that it can be taken back as one; `names`: three of those who stayed. */
type Archived = { act: string; archived: number; stayed: number; names: string[] };

/**
 * Takes contacts out of lists and searches; what was sent to them stays. Who is still in a campaign, or has an open mail by hand, is left: mail
 * would go on to somebody whom nobody sees.
 */
export async function archiveContacts(scope: Scope, choice: Choice, now: Date): Promise<Archived> {
  const act = randomUUID();
  const chosen = chosenContacts(choice);
  const these = sql`${contacts.id} in (select p.id from contacts p where ${chosen} and not exists (
    select 1 from campaign_contacts c where c.contact_id = p.id and c.status in ${anyOf(openStatuses)}) and not exists (
    select 1 from single_mails h left join letters l on l.id = h.letter_id where h.contact_id = p.id and ${isOpenByHand}))`;
  return withTeam(scope, async (tx) => {
    await holdPeople(tx, "take away");
    // First, and whether they have a mail in a statement of its own: a letter that was being kept meanwhile is seen.
    await tx.execute(
      sql`with locked as materialized (select p.id from contacts p where ${chosen} and p.archived_at is null order by p.id for no key update)
          select count(*) from locked`,
    );
    const rows = await tx
      .update(contacts)
      .set({ archivedAt: now, archiveAct: act, updatedAt: now })
      .where(and(these, isNull(contacts.archivedAt)))
      .returning({ id: contacts.id });
    return { act, archived: rows.length, ...(await readStayed(tx, chosen)) };
  });
}

async function readStayed(tx: TeamTransaction, chosen: SQL): Promise<Pick<Archived, "stayed" | "names">> {
  const [row] = await readRows<{ stayed: number; names: string[] | null }>(
    tx,
    sql`with stayed as materialized (select p.id, coalesce(p.name, p.email) as name from contacts p where ${chosen} and p.archived_at is null)
        select (select count(*)::int from stayed) as stayed,
          (select array_agg(f.name) from (select name from stayed order by name collate "und-x-icu", id limit 3) f) as names`,
  );
  return { stayed: row?.stayed ?? 0, names: row?.names ?? [] };
}

/** Brings archived contacts back. `act` names what was done, so that it can be taken back as one. */
export async function restoreContacts(scope: Scope, choice: Choice, now: Date): Promise<{ act: string; restored: number }> {
  const act = randomUUID();
  const which: Choice = Array.isArray(choice) ? choice : { ...choice, archived: true };
  const rows = await withTeam(scope, (tx) =>
    tx
      .update(contacts)
      .set({ archivedAt: null, archiveAct: act, updatedAt: now })
      .where(
        and(sql`${contacts.id} in (select p.id from contacts p where ${chosenContacts(which)})`, isNotNull(contacts.archivedAt)),
      )
      .returning({ id: contacts.id }),
  );
  return { act, restored: rows.length };
}
