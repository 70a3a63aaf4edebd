import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { counted, readUse } from "./read-use";

type Counted = {
  kind: "mailbox" | "outside";
  /** Whose: a mailbox, or a team. */
  of: string;
  most: number;
  /** Whether nobody else can add to it until the transaction ends. Only then is what was counted remembered. */
  isLocked: boolean;
};

/**
 * How many mails count against a limit, or a number that is a little too high where there is room all the same: to count 14,000 before each mail takes longer
 * than everything else at the last check. What was counted is remembered by this process; later mails are counted on top, and
 * none is taken off as it grows old, so that the number errs to one side only. Near the limit, and at least every minute, all are counted.
 */
export async function countUsed(tx: TeamTransaction, { kind, of, most, isLocked }: Counted, now: Date): Promise<number> {
  const key = `${kind} ${of}`;
  const before = remembered.get(key);
  const age = before ? now.getTime() - before.at : -1;
  if (before && age >= 0 && age < livesMs && before.used + nearLimit < most) {
    const since = new Date(before.at).toISOString();
    const [row] = await readRows<{ used: number }>(
      tx,
      sql`select count(*)::int as used from ${counted(kind, of, now)} and v.submitted_at >= ${since}::timestamptz`,
    );
    const used = before.used + (row?.used ?? 0);
    if (used + nearLimit < most) return used;
  }
  const used = await readUse(tx, kind, of, now);
  // Mails of this very instant are counted on top: one of them may be about to be written.
  if (isLocked) remembered.set(key, { at: now.getTime(), used });
  return used;
}

const remembered = new Map<string, { at: number; used: number }>();
const livesMs = 60_000;
/** A doubt that is settled as sent adds a mail of before; never so many in a minute. */
const nearLimit = 50;
