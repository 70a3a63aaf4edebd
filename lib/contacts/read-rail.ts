import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { suppressedContacts } from "@/db/access/suppressions-of";
import { type Scope, withTeam } from "@/db/access/with-team";
import { type ListChoice, readListsInside } from "../lists/read-lists";

export type ContactsRail = { all: number; suppressed: number; lists: ListChoice[] };

/** What stands beside the contacts: all, each list and the suppressed, with their numbers. */
export function readRail(scope: Scope): Promise<ContactsRail> {
  return withTeam(scope, async (tx) => {
    const [count] = await readRows<{ all: number; suppressed: number }>(
      tx,
      sql`select (select count(*)::int from contacts where archived_at is null) as all,
            (select count(*)::int from contacts p where p.archived_at is null and p.id in ${suppressedContacts}) as suppressed`,
    );
    return { all: count?.all ?? 0, suppressed: count?.suppressed ?? 0, lists: await readListsInside(tx) };
  });
}
