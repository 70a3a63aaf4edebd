import { and, eq, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { senderAccounts } from "@/db/schema/senders";
import type { MailboxTrouble } from "@/db/schema/words";

/** @param until when it is tried again by itself. @param code Microsoft's own word for it. */
export type Trouble = { trouble: MailboxTrouble; code: string; until: Date };

/**
 * Writes what keeps a connected mailbox from working; the newest trouble is the one that counts. Since when it lasts stays, as long as
 * the same trouble goes on.
 */
export async function reportTrouble(scope: Scope, senderAccountId: string, { trouble, code, until }: Trouble, now: Date) {
  const since = sql`case when ${senderAccounts.trouble} = ${trouble} then coalesce(${senderAccounts.troubleSince}, ${now.toISOString()}::timestamptz) else ${now.toISOString()}::timestamptz end`;
  await withTeam(scope, (tx) =>
    tx
      .update(senderAccounts)
      .set({ trouble, troubleCode: code, troubleSince: since, troubleUntil: until })
      .where(and(eq(senderAccounts.id, senderAccountId), eq(senderAccounts.status, "connected"))),
  );
}
