import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";

/** Which of the first steps are done. `byHand`: somebody writes mails by hand, with no campaign yet. */
export type FirstDay = { mailbox: boolean; contacts: boolean; campaign: boolean; byHand: boolean; postalAddress: boolean };

export function readFirstDay(scope: Scope): Promise<FirstDay> {
  return withTeam(scope, async (tx) => {
    const [row] = await readRows<FirstDay>(
      tx,
      sql`select exists (select 1 from sender_accounts where status = 'connected') as mailbox,
            exists (select 1 from contacts) as contacts,
            exists (select 1 from campaigns where launched_at is not null) as campaign,
            exists (select 1 from single_mails) as "byHand",
            exists (select 1 from teams where id = ${scope.teamId} and postal_address is not null) as "postalAddress"`,
    );
    return row ?? { mailbox: false, contacts: false, campaign: false, byHand: false, postalAddress: false };
  });
}
