import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { unsettled } from "@/db/schema/words";
import { readAct } from "./read-act";

/** A mail to somebody that nobody can call back, because Exchange has it or may have it; null where there is none on its way. */
export async function sayHandedOver(
  tx: TeamTransaction,
  scope: Scope,
  { contactId, campaignId }: { contactId: string; campaignId?: string },
  now: Date,
): Promise<string | null> {
  const [mail] = await readRows<{ at: string }>(
    tx,
    sql`select coalesce(submitted_at, created_at) as at from deliveries
        where contact_id = ${contactId} and ${campaignId ? sql`campaign_id = ${campaignId}` : sql`true`} and state in ${anyOf(unsettled)}
        order by 1 desc limit 1`,
  );
  if (!mail) return null;
  const { when } = await readAct(tx, { by: null, at: instantOf(mail.at) }, { memberId: scope.memberId, now });
  return `A mail was handed over already${when}; nothing follows it.`;
}
