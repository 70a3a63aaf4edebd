import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { watchMailbox } from "./watch-mailbox";

/**
 * Judges the mailbox that wrote to somebody last, in the transaction that writes down that their address is dead or that they want no more mail. As the
 * last of it: the mailbox is held until it ends.
 * @param about the mail that it is about, of a campaign or without one; both null where it is about none.
 */
export async function watchGuard(
  tx: TeamTransaction,
  { teamId }: Pick<Scope, "teamId">,
  { campaignContactId, singleMailId }: { campaignContactId: string | null; singleMailId: string | null },
  now: Date,
): Promise<void> {
  if (campaignContactId === null && singleMailId === null) return;
  const [last] = await readRows<{ mailbox: string }>(
    tx,
    sql`select d.sender_account_id as mailbox from deliveries d
        where d.state in ('accepted', 'confirmed') and ${
          campaignContactId === null
            ? sql`d.draft_id = (select h.draft_id from single_mails h where h.id = ${singleMailId})`
            : sql`d.campaign_contact_id = ${campaignContactId}`
        } order by d.submitted_at desc limit 1`,
  );
  if (last) await watchMailbox(tx, teamId, last.mailbox, now);
}
