import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { Reader } from "../../schedule/words/format-time";
import type { ScheduledFilter, ScheduledView } from "../scheduled";
import { readCursor } from "./read-days";
import { type RawRow, rowColumns, rowJoins } from "./row-parts";
import { narrowed } from "./slots";
import { toRow } from "./to-row";

/** So long a mail that a person cancelled stays to be seen. */
const shownDays = 30;
const most = 100;

/** What persons cancelled lately, the last first; only counted where something else is shown. */
export async function readCancelled(
  tx: TeamTransaction,
  filter: ScheduledFilter,
  reader: Reader,
): Promise<ScheduledView["cancelled"]> {
  const since = reader.now.subtract({ hours: shownDays * 24 }).toString();
  const lately = sql`e.cancelled_at is not null and e.cancelled_at > ${since}::timestamptz and ${narrowed(filter, sql`e.campaign_id`, sql`e.sender_account_id`)}`;
  const [counted] = await readRows<{ total: number }>(
    tx,
    sql`select count(*)::int as total from scheduled_emails e join contacts p on p.id = e.contact_id where ${lately}`,
  );
  const total = counted?.total ?? 0;
  if (filter.show !== "cancelled" || total === 0) return { rows: [], total, next: null };
  const after = readCursor(filter.after);
  const rows = await readRows<RawRow & { cancelledAt: string }>(
    tx,
    sql`select e.id as "slotId", e.scheduled_for as at, ${rowColumns}, e.moved_from as "movedFrom", v.name as mover,
          e.cancelled_at as "cancelledAt", x.name as canceller, e.cancel_reason as "cancelReason"
        from scheduled_emails e join sender_accounts m on m.id = e.sender_account_id join contacts p on p.id = e.contact_id
          left join campaign_contacts c on c.id = e.campaign_contact_id left join single_mails h on h.draft_id = e.draft_id
          ${rowJoins} left join members v on v.id = e.moved_by left join members x on x.id = e.cancelled_by
        where ${lately} ${after ? sql`and (e.cancelled_at, e.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
        order by e.cancelled_at desc, e.id desc limit ${most + 1}`,
  );
  const kept = rows.slice(0, most);
  const last = kept.at(-1);
  const next = rows.length > most && last ? `${new Date(last.cancelledAt).toISOString()}~${last.slotId}` : null;
  return { rows: kept.map((row) => toRow({ ...row, heldBy: null }, reader)), total, next };
}
