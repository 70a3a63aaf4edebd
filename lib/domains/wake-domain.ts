import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { wakeMailbox } from "../slots/wake-mailbox";
import { isMailboxOf } from "./mailboxes-of";

/** Looks over the campaigns of every mailbox of a domain. */
export async function wakeDomain(tx: TeamTransaction, teamId: string, domain: string): Promise<void> {
  const mailboxes = await readRows<{ id: string }>(tx, sql`select m.id from sender_accounts m where ${isMailboxOf(domain)}`);
  for (const { id } of mailboxes) await wakeMailbox(tx, teamId, id);
}
