import { and, eq, not, sql } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { senderAccounts } from "@/db/schema/senders";
import type { MailboxTrouble } from "@/db/schema/words";

/** @param until when it is tried again by itself. @param code Microsoft's own word for it. */
type Trouble = { trouble: MailboxTrouble; code: string; until: Date };

/**
 * Writes what keeps a connected mailbox from working; the newest trouble is the one that counts, but for a limit on
 * sending that lasts longer: what is known of it must not be forgotten over something that passes sooner. Since when it lasts stays as long as
 * the same trouble goes on, also where it was lifted on trial and came back within the hour.
 */
export async function reportTrouble(scope: Scope, senderAccountId: string, trouble: Trouble, now: Date) {
  await withTeam(scope, (tx) => writeTrouble(tx, senderAccountId, trouble, now));
}

/** The same inside a transaction that is open already. */
export async function writeTrouble(tx: TeamTransaction, senderAccountId: string, { trouble, code, until }: Trouble, now: Date) {
  const own = senderAccounts;
  const at = sql`${now.toISOString()}::timestamptz`;
  const goesOn = sql`${own.trouble} = ${trouble} or (${own.trouble} is null and ${own.troubleCode} = ${code} and ${own.troubleUntil} > ${at} - interval '1 hour')`;
  const lastsLonger = sql`(${own.trouble} = 'limited' and ${own.troubleUntil} > ${until.toISOString()}::timestamptz) is true`;
  await tx
    .update(own)
    .set({
      trouble,
      troubleCode: code,
      troubleSince: sql`case when ${goesOn} then coalesce(${own.troubleSince}, ${at}) else ${at} end`,
      troubleUntil: until,
    })
    .where(and(eq(own.id, senderAccountId), eq(own.status, "connected"), not(lastsLonger)));
}
