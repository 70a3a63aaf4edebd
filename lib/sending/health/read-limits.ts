import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { microsoftLimits } from "../../limits/microsoft-limits";
import { readBudget } from "../../limits/read-budget";
import { counted, type LimitKind, readFreeFrom } from "../../limits/read-use";
import type { Budget, Lesson } from "../../limits/team-budget";

/**
 * `used` of `most` in the last 24 hours. `fullAt`: when it is used up at the pace of the last hour, where that is within a day; `freeFrom`: when one more
 * may leave, where it is used up.
 */
export type Limit = { used: number; most: number; fullAt: Date | null; freeFrom: Date | null };

/** What the team sends to others, from all mailboxes. Full is what is left for ours. */
export type OutsideLimit = Limit & { budget: Budget };

export type Limits = {
  /** Mails of the fullest minute; no pace is told of it. */
  minute: Limit;
  /** Recipients of this mailbox, and what our own campaigns allow themselves in a day. */
  recipients: Limit & { ownADay: number; lesson: Lesson | null };
  outside: OutsideLimit;
  /** Recipients outside, from all addresses under onmicrosoft.com; null where this mailbox has another. */
  onmicrosoft: Limit | null;
};

/** How near a mailbox and its team are to Microsoft's limits, as far as our own mails go. */
export async function readLimits(tx: TeamTransaction, senderAccountId: string, now: Date): Promise<Limits> {
  const { budget, mailbox, isOnmicrosoft } = await readBudget(tx, senderAccountId, now);
  const [own] = await readRows<{ minute: number; ownADay: number }>(
    tx,
    sql`select coalesce((select max(x.n) from (select count(*)::int as n from ${counted("mailbox", senderAccountId, now)}
            group by date_trunc('minute', v.submitted_at)) x), 0) as minute,
          (select coalesce(sum(g.daily_limit), 0)::int from campaigns k join campaign_settings g on g.campaign_id = k.id
            where k.sender_account_id = ${senderAccountId} and k.status = 'active') as "ownADay"`,
  );
  const few = microsoftLimits.outsideFromOnmicrosoft;
  return {
    minute: { used: own?.minute ?? 0, most: microsoftLimits.aMinute, fullAt: null, freeFrom: null },
    recipients: {
      ...(await readLimit(tx, "mailbox", senderAccountId, mailbox.most, now)),
      ownADay: own?.ownADay ?? 0,
      lesson: mailbox.lesson,
    },
    outside: await readOutside(tx, budget, now),
    onmicrosoft: isOnmicrosoft ? await readLimit(tx, "onmicrosoft", senderAccountId, few, now) : null,
  };
}

/** The same of the team as a whole. */
export async function readOutside(tx: TeamTransaction, budget: Budget, now: Date): Promise<OutsideLimit> {
  const limit = await readLimit(tx, "outside", null, budget.ours, now);
  return { ...limit, most: budget.most, budget };
}

async function readLimit(
  tx: TeamTransaction,
  kind: LimitKind,
  senderAccountId: string | null,
  most: number,
  now: Date,
): Promise<Limit> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const [row] = await readRows<{ used: number; hour: number }>(
    tx,
    sql`select count(*)::int as used, (count(*) filter (where v.submitted_at > ${at} - interval '1 hour'))::int as hour
        from ${counted(kind, senderAccountId, now)}`,
  );
  const { used, hour } = row ?? { used: 0, hour: 0 };
  if (used >= most)
    return { used, most, fullAt: now, freeFrom: await readFreeFrom(tx, kind, senderAccountId, { used, most }, now) };
  const ms = hour === 0 ? Number.POSITIVE_INFINITY : ((most - used) / hour) * hourMs;
  return { used, most, fullAt: ms < 24 * hourMs ? new Date(now.getTime() + ms) : null, freeFrom: null };
}

const hourMs = 3_600_000;
