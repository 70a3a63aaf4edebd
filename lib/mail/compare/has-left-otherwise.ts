import { type SQL, sql } from "drizzle-orm";

/** Whether another mail than the signed one has left: sent so from Outlook, or changed on its way to Sent Items. What somebody has seen stays so. */
export function hasLeftOtherwise(draftId: SQL): SQL {
  return sql`exists (select 1 from mail_differences y join deliveries w on w.id = y.delivery_id
    where w.draft_id = ${draftId} and (y.place = 'by hand' or (y.place = 'sent' and w.read_back = 'different')))`;
}
