import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { countLastMails } from "./count-last-mails";
import { isGuarded } from "./is-guarded";
import type { Allowed, LastMails } from "./judge-guard";
import { allowedIn } from "./read-allowed";

export type GuardState = LastMails & { id: string; email: string; isGuarded: boolean };
export type Guards = { allowed: Allowed; mailboxes: GuardState[] };

/** What the team allows, and how near each of its mailboxes is to it. */
export function readGuards(scope: Scope): Promise<Guards> {
  return withTeam(scope, async (tx) => {
    const allowed = await allowedIn(tx);
    const rows = await readRows<Pick<GuardState, "id" | "email" | "isGuarded">>(
      tx,
      sql`select m.id, m.email, ${isGuarded} as "isGuarded" from sender_accounts m where m.status <> 'removed' order by m.email`,
    );
    const mailboxes: GuardState[] = [];
    for (const row of rows) mailboxes.push({ ...row, ...(await countLastMails(tx, row.id)) });
    return { allowed, mailboxes };
  });
}
