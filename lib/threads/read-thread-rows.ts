import { type SQL, sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { suppressionsOf } from "@/db/access/suppressions-of";
import type { TeamTransaction } from "@/db/access/with-team";
import type { ListedThread } from "./thread";

/** `place`: what it is sorted by, as Postgres writes it: to the microsecond, which a Date does not keep. */
type ThreadRow = { row: ListedThread; earlier: boolean; place: string };

/**
 * The rows of threads as the list shows them. @param picked selects rows `t` of reply_threads, and whether each is `earlier`. @param order how they are sorted.
 * @param today the team's day: who is back by then is not away any more.
 */
export async function readThreadRows(tx: TeamTransaction, picked: SQL, order: SQL, today: string): Promise<ThreadRow[]> {
  const rows = await readRows<ListedThread & Omit<ThreadRow, "row">>(
    tx,
    sql`select t.id, coalesce(p.name, p.email) as name, p.company, left(coalesce(n.snippet, ''), 160) as line, t.last_in_at::text as at,
          m.email as mailbox, t.state, t.unread, t.snoozed_until::text as "snoozedUntil",
          case when t.label is not null then json_build_object('word', t.label, 'by', t.label_by) end as label,
          case when exists (select 1 ${suppressionsOf(sql`t.contact_id`)}) then 'suppressed' when n.kind = 'meeting' then 'meeting'
            when n.kind = 'automatic' then case when n.away_sentence is not null and n.wish is distinct from 'left' and (n.away_back is null or n.away_back > ${today}::date)
              then 'away' else 'automatic' end end as sign,
          case when b.id is not null then json_build_object('id', b.id, 'name', b.name) end as assigned,
          coalesce(t.snoozed_until, t.last_in_at)::text as place, t.earlier
        from (${picked}) t join contacts p on p.id = t.contact_id join mailbox_messages n on n.id = t.last_message_id
          join sender_accounts m on m.id = t.sender_account_id left join members b on b.id = t.assigned_to
        order by ${order}`,
  );
  return rows.map(({ place, earlier, ...row }) => {
    const snoozedUntil = instantOf(row.snoozedUntil)?.toISOString() ?? null;
    return { row: { ...row, at: instantOf(row.at).toISOString(), snoozedUntil }, place, earlier };
  });
}
