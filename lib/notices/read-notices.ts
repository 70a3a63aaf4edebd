import { type SQL, sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type TeamTransaction, withTeam } from "@/db/access/with-team";
import type { Member } from "../auth/member";
import { holdOf, type MailboxHold } from "../senders/mailbox-hold";
import { type NoticeTarget, untouched } from "./notice-target";
import { sentenceOf } from "./tell/marks";

/** A target as its page shows it, with what became of its last news. */
export type NoticeView = NoticeTarget & {
  /** Whether Teams has an address that may be called; never the address. */
  hasWebhook: boolean;
  /** Answers that wait to be told. */
  waiting: number;
  lastToldAt: Date | null;
  /** What went wrong last, if nothing was told since; `nextAt` where it is tried again. */
  failure: { says: string; at: Date; nextAt: Date | null } | null;
};

export type NoticeMailbox = { id: string; email: string; hold: MailboxHold | null; code: string | null; isRemoved: boolean };

/** How somebody is told of new answers, and the team in its channel, and the mailboxes that can tell. */
export function readNotices(
  member: Member,
): Promise<{ own: NoticeView; team: NoticeView; mailboxes: NoticeMailbox[]; suggestedId: string | null }> {
  return withTeam(member, async (tx) => {
    const rows = await readRows<NoticeMailbox & { isTheirs: boolean }>(
      tx,
      sql`select m.id, m.email, ${holdOf} as hold, m.trouble_code as code, m.status = 'removed' as "isRemoved",
            coalesce(m.connected_by = ${member.memberId}, false) or m.email_norm = lower(${member.email}) as "isTheirs"
          from sender_accounts m
          where m.status <> 'removed' or m.id in (select g.sender_account_id from notice_targets g where g.member_id = ${member.memberId}) order by m.email`,
    );
    const working = rows.filter((one) => !one.isRemoved && one.hold === null);
    const suggested = working.find((one) => one.isTheirs) ?? working[0] ?? rows.find((one) => !one.isRemoved);
    return {
      own: await readTarget(tx, sql`g.member_id = ${member.memberId}`),
      team: await readTarget(tx, sql`g.member_id is null`),
      mailboxes: rows.map(({ isTheirs: _, ...one }) => one),
      suggestedId: suggested?.id ?? null,
    };
  });
}

async function readTarget(tx: TeamTransaction, isIt: SQL): Promise<NoticeView> {
  type Dates = "lastToldAt" | "failedAt" | "nextAt";
  const [row] = await readRows<
    NoticeTarget & { hasWebhook: boolean; waiting: number; failure: string | null } & Record<Dates, string | null>
  >(
    tx,
    sql`select g.when_told as "when", g.way, g.about, to_char(g.digest_at, 'FMHH24:MI') as "digestAt", g.sender_account_id as "senderAccountId",
          g.webhook_host as "webhookHost", g.ciphertext is not null as "hasWebhook", w.waiting, w.told as "lastToldAt",
          f.failure, f.at as "failedAt", f.next as "nextAt"
        from notice_targets g cross join lateral (
            select count(*) filter (where n.told_at is null)::int as waiting, max(n.told_at) filter (where n.failure is null) as told
            from notices n where n.target_id = g.id) w
          left join lateral (
            select n.failure, coalesce(n.told_at, n.due_at) as at, case when n.told_at is null then n.due_at end as next
            from notices n where n.target_id = g.id and n.failure is not null and coalesce(n.told_at, 'infinity') > g.updated_at
              and (w.told is null or coalesce(n.told_at, 'infinity') > w.told)
            order by coalesce(n.told_at, 'infinity') desc, n.id limit 1) f on true
        where ${isIt}`,
  );
  if (!row) return { ...untouched, hasWebhook: false, waiting: 0, lastToldAt: null, failure: null };
  const { failure, failedAt, nextAt, lastToldAt, ...target } = row;
  const says = sentenceOf(failure);
  return {
    ...target,
    lastToldAt: instantOf(lastToldAt),
    failure: says && failedAt ? { says, at: new Date(failedAt), nextAt: instantOf(nextAt) } : null,
  };
}
