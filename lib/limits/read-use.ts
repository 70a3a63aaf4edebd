import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { withExchange } from "@/db/schema/words";
import { isOnmicrosoft } from "./read-budget";

/** What counts against which limit. */
export type LimitKind = "mailbox" | "outside" | "onmicrosoft";

/**
 * The mails that count against a limit, as `from` and `where` over `v`, rows of the ledger: what left in the 24 hours before, is in flight, or in doubt.
 * What was sent exactly 24 hours ago does not count any more.
 */
export function counted(kind: LimitKind, senderAccountId: string | null, now: Date): SQL {
  const recent = sql`v.submitted_at > ${now.toISOString()}::timestamptz - interval '24 hours' and v.state in ${anyOf(withExchange)}`;
  switch (kind) {
    case "mailbox":
      return sql`deliveries v where v.sender_account_id = ${senderAccountId} and ${recent}`;
    case "outside":
      return sql`deliveries v where v.is_outside and ${recent}`;
    case "onmicrosoft":
      return sql`deliveries v where v.is_outside and v.sender_account_id in (select m.id from sender_accounts m where ${isOnmicrosoft}) and ${recent}`;
  }
}

/** How many mails count against a limit. @param before only those that left before this instant. */
export async function readUse(
  tx: TeamTransaction,
  kind: LimitKind,
  senderAccountId: string | null,
  now: Date,
  before: Date | null = null,
): Promise<number> {
  const earlier = before ? sql`and v.submitted_at < ${before.toISOString()}::timestamptz` : sql``;
  const [row] = await readRows<{ used: number }>(
    tx,
    sql`select count(*)::int as used from ${counted(kind, senderAccountId, now)} ${earlier}`,
  );
  return row?.used ?? 0;
}

/**
 * When so many mails have grown older than 24 hours that another may leave, if nothing else leaves until then; null where none ever may.
 * @param used as counted; not below `most`.
 */
export async function readFreeFrom(
  tx: TeamTransaction,
  kind: LimitKind,
  senderAccountId: string | null,
  { used, most }: { used: number; most: number },
  now: Date,
): Promise<Date | null> {
  const [row] = await readRows<{ at: string }>(
    tx,
    sql`select v.submitted_at + interval '24 hours' as at from ${counted(kind, senderAccountId, now)} order by v.submitted_at offset ${used - most} limit 1`,
  );
  return instantOf(row?.at ?? null);
}
