import { type SQL, sql } from "drizzle-orm";

/** The condition that a mail is in the mailbox otherwise than signed, and nobody has settled it. @param delivery its ledger row. */
export function isChanged(delivery: SQL): SQL<boolean> {
  return sql<boolean>`exists (select 1 from mail_differences x where x.delivery_id = ${delivery} and x.settled_at is null)`;
}

/** The same of another mail to the same contact in the campaign; what is only asked about holds nobody. */
export function isLeftOtherwise(delivery: SQL, campaignContact: SQL): SQL<boolean> {
  return sql<boolean>`exists (select 1 from mail_differences x join deliveries y on y.id = x.delivery_id
    where y.campaign_contact_id = ${campaignContact} and y.id is distinct from ${delivery} and x.settled_at is null
      and y.read_back is distinct from 'asked')`;
}
