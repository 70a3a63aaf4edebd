import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import { suppressedContacts } from "@/db/access/suppressions-of";
import type { TeamTransaction } from "@/db/access/with-team";
import { openStatuses, underWay } from "@/db/schema/words";
import { isNotChanged } from "../../campaigns/wait/changed-mails";
import { waitingDrafts } from "../../campaigns/wait/waiting-drafts";
import { byHand, type QueueOf } from "./queue-of";
import { failsCheck, hasAddress, queuedDrafts, textFails } from "./queued-drafts";

/**
 * How many drafts wait for a signature, and how many of them a check forbids to sign: the numbers of `queuedDrafts` and `failsCheck`. Of campaigns
 * only those are read that fail.
 */
export async function countWaiting(tx: TeamTransaction, of: QueueOf): Promise<{ waiting: number; blocked: number }> {
  const ofCampaign = of !== null && of !== byHand;
  const isOf = (column: string) => (ofCampaign ? sql`and ${sql.raw(column)} = ${of}` : sql``);
  const stillWaits = sql`from email_drafts d join campaign_contacts c on c.id = d.campaign_contact_id join campaigns k on k.id = d.campaign_id
    where d.status = 'draft' and d.rejected_at is null and c.status in ${anyOf(openStatuses)} and k.status in ${anyOf(underWay)} and ${isNotChanged} ${isOf("d.campaign_id")}`;
  const [campaigns] =
    of === byHand
      ? []
      : await readRows<{ waiting: number; blocked: number }>(
          tx,
          sql`select w.waiting, case when ${hasAddress} then (select count(*)::int ${stillWaits} and ${textFails})
                + (select count(*)::int ${stillWaits} and not ${textFails} and d.id = any(array(
                     select e.id from email_drafts e where e.status = 'draft' and e.rejected_at is null ${isOf("e.campaign_id")} and e.contact_id in ${suppressedContacts})))
                else w.waiting end as blocked
              from (select coalesce(sum(w.waiting), 0)::int as waiting from ${waitingDrafts} w where true ${isOf("w.campaign_id")}) w`,
        );
  const [hand] = ofCampaign
    ? []
    : await readRows<{ waiting: number; blocked: number }>(
        tx,
        sql`select count(*)::int as waiting, (count(*) filter (where ${failsCheck}))::int as blocked ${queuedDrafts(byHand)}`,
      );
  return {
    waiting: (campaigns?.waiting ?? 0) + (hand?.waiting ?? 0),
    blocked: (campaigns?.blocked ?? 0) + (hand?.blocked ?? 0),
  };
}
