import { and, eq, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { senderAccounts } from "@/db/schema/senders";

/**
 * Marks a mailbox that waits for a person, with the reason in words and Microsoft's code for it. Only the first to notice writes, and
 * never over a reconnect that came after `connectedAt`.
 */
export async function markSignedOut(
  scope: Scope,
  senderAccountId: string,
  reason: string,
  connectedAt: Date | null,
  now: Date,
  code: string | null = null,
) {
  // Postgres keeps microseconds, a Date does not.
  const sameConnection = connectedAt
    ? sql`date_trunc('milliseconds', connected_at) = ${connectedAt.toISOString()}::timestamptz`
    : undefined;
  // Another trouble counts no more; reconnecting looks anew.
  const told = { troubleCode: code, trouble: null, troubleSince: null, troubleUntil: null };
  await withTeam(scope, (tx) =>
    tx
      .update(senderAccounts)
      .set({ status: "signed_out", statusReason: reason, statusSince: now, ...told })
      .where(and(eq(senderAccounts.id, senderAccountId), eq(senderAccounts.status, "connected"), sameConnection)),
  );
}
