import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { watchMailbox } from "./watch-mailbox";

/**
 * Judges the mailbox that wrote to somebody last, in the transaction that writes down that their address is dead or that they want no more mail. As the
 * last of it: the mailbox is held until it ends.
 * @param campaignContactId of the mail that it is about; null where it is about none.
 */
export async function watchGuard(
  tx: TeamTransaction,
  { teamId }: Pick<Scope, "teamId">,
  campaignContactId: string | null,
  now: Date,
): Promise<void> {
  if (campaignContactId === null) return;
  const [last] = await readRows<{ mailbox: string }>(
    tx,
    sql`select sender_account_id as mailbox from deliveries where campaign_contact_id = ${campaignContactId} and state in ('accepted', 'confirmed')
        order by submitted_at desc limit 1`,
  );
  if (last) await watchMailbox(tx, teamId, last.mailbox, now);
}
