import { and, eq, isNull, or, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { senderAccounts } from "@/db/schema/senders";
import { restCode } from "./rest-code";

/** Somebody who asks for more is asked again all the same. */
const mostMs = 6 * 3_600_000;

/**
 * Lets a whole mailbox rest for as long as Microsoft asks to: whatever mail is next would be refused as well. A rest ends by the clock;
 * a graver trouble is not forgotten over it.
 * @returns until when.
 */
export async function restMailbox(scope: Scope, senderAccountId: string, seconds: number, now: Date): Promise<Date> {
  const own = senderAccounts;
  const until = new Date(now.getTime() + Math.min(seconds * 1000, mostMs));
  const at = sql`${now.toISOString()}::timestamptz`;
  const rests = and(eq(own.trouble, "limited"), eq(own.troubleCode, restCode));
  await withTeam(scope, (tx) =>
    tx
      .update(own)
      .set({
        trouble: "limited",
        troubleCode: restCode,
        troubleSince: sql`case when ${own.trouble} = 'limited' then ${own.troubleSince} else ${at} end`,
        troubleUntil: sql`case when ${own.trouble} = 'limited' then greatest(${own.troubleUntil}, ${until.toISOString()}::timestamptz)
          else ${until.toISOString()}::timestamptz end`,
      })
      .where(
        and(
          eq(own.id, senderAccountId),
          eq(own.status, "connected"),
          or(isNull(own.trouble), eq(own.trouble, "unreadable"), rests),
        ),
      ),
  );
  return until;
}
