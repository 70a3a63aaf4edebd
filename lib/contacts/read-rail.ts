import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { suppressedContacts } from "@/db/access/suppressions-of";
import { type Scope, withTeam } from "@/db/access/with-team";
import { type ListChoice, readListsInside } from "../lists/read-lists";
import { shareReading } from "../live/share-reading";
import { isAmongArchived } from "./filter-contacts";

export type ContactsRail = { all: number; archived: number; suppressed: number; lists: ListChoice[] };

/** What stands beside the contacts: all, each list, the archived and the suppressed, archived or not, with their numbers. */
export function readRail(scope: Scope): Promise<ContactsRail> {
  return withTeam(scope, async (tx) => {
    const [count] = await readRows<Omit<ContactsRail, "lists">>(
      tx,
      sql`select (select count(*)::int from contacts where archived_at is null) as all,
            (select count(*)::int from contacts p where ${isAmongArchived}) as archived,
            (select count(*)::int from contacts p where p.id in ${suppressedContacts}) as suppressed`,
    );
    return { ...(count ?? { all: 0, archived: 0, suppressed: 0 }), lists: await readListsInside(tx) };
  });
}

/** The same, read once for all who ask. */
export const shareRail = (scope: Scope): Promise<ContactsRail> =>
  shareReading(scope.teamId, "contacts rail", () => readRail(scope));
