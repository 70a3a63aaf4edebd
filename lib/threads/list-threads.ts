import { type SQL, sql } from "drizzle-orm";
import { type TeamTransaction, withTeam } from "@/db/access/with-team";
import type { Member } from "../auth/member";
import { toTemporal } from "../schedule/clock/to-temporal";
import { countThreads } from "./count-threads";
import { type Narrowed, narrowThreads } from "./narrow-threads";
import { readThreadRows } from "./read-thread-rows";
import type { ThreadFilter, ThreadList } from "./thread";
import { readCursor, writeCursor } from "./thread-cursor";

const perPage = 50;
const mostEarlier = 20;

/**
 * One page of threads of a filter, unread ones first, then the newest; of snoozed ones those that come back soonest. Under 'other' no threads, as these
 * messages belong to none. Threads of archived contacts stay in it: what somebody wrote is still to be answered, and found.
 * @param mailboxId of one mailbox alone; null for all. @param after `next` of the page before.
 * @throws AppError "invalid" for an `after` that is none.
 */
export async function listThreads(
  member: Pick<Member, "teamId" | "memberId" | "timezone">,
  { filter, mailboxId, after }: { filter: ThreadFilter; mailboxId: string | null; after: string | null },
  now: Date,
): Promise<ThreadList> {
  const today = toTemporal(now).toZonedDateTimeISO(member.timezone).toPlainDate().toString();
  const asked = { memberId: member.memberId, after, today };
  // Beside each other: counting takes about as long as reading, and neither needs to know of the other.
  const [page, counted] = await Promise.all([
    filter === "other"
      ? { rows: [], earlier: [], next: null }
      : withTeam(member, (tx) => readPage(tx, { filter, mailboxId }, asked)),
    withTeam(member, (tx) => countThreads(tx, member.memberId, mailboxId)),
  ]);
  return { filter, mailboxId, ...page, ...counted };
}

type Asked = { memberId: string; after: string | null; today: string };

async function readPage(tx: TeamTransaction, narrowed: Narrowed, { memberId, after, today }: Asked) {
  const isSoonest = narrowed.filter === "snoozed";
  const order = isSoonest ? sql`t.snoozed_until, t.id` : sql`t.unread desc, t.last_in_at desc, t.id desc`;
  const from = after === null ? null : readCursor(after);
  const further = !from
    ? sql``
    : isSoonest
      ? sql` and (t.snoozed_until, t.id) > (${from[1]}::timestamptz, ${from[2]}::uuid)`
      : sql` and (t.unread, t.last_in_at, t.id) < (${from[0]}::boolean, ${from[1]}::timestamptz, ${from[2]}::uuid)`;
  const page = sql`(select t.*, false as earlier from reply_threads t where ${narrowThreads(narrowed, memberId)}${further} order by ${order} limit ${perPage + 1})`;
  const hasEarlier = narrowed.filter === "todo" && after === null;
  // One question for both: on a first page planning it takes longer than answering it.
  const read = hasEarlier
    ? await readThreadRows(
        tx,
        sql`${page} union all (${newestEarlier(narrowed.mailboxId)})`,
        sql`t.earlier, (t.unread and not t.earlier) desc, t.last_in_at desc, t.id desc`,
        today,
      )
    : await readThreadRows(tx, page, order, today);
  const listed = read.filter((row) => !row.earlier);
  const rows = listed.slice(0, perPage);
  const last = listed.length > perPage ? rows.at(-1) : undefined;
  return {
    rows: rows.map(({ row }) => row),
    earlier: read.filter((row) => row.earlier).map(({ row }) => row),
    next: last ? writeCursor([last.row.unread, last.place, last.row.id]) : null,
  };
}

/** A look into the index for each of the four parts in which the newest may stand: it is sorted by the unread ones first. */
function newestEarlier(mailboxId: string | null): SQL {
  const parts = (["waiting", "done"] as const).flatMap((filter) =>
    [true, false].map(
      (
        unread,
      ) => sql`(select t.*, true as earlier from reply_threads t where ${narrowThreads({ filter, mailboxId }, null)} and t.unread = ${unread}
        order by t.last_in_at desc, t.id desc limit ${mostEarlier})`,
    ),
  );
  return sql`select * from (${sql.join(parts, sql` union all `)}) t order by t.last_in_at desc, t.id desc limit ${mostEarlier}`;
}
