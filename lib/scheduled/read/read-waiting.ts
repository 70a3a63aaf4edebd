import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { withExchange } from "@/db/schema/words";
import type { Reader } from "../../schedule/words/format-time";
import type { ScheduledFilter, ScheduledRow } from "../scheduled";
import { type RawRow, rowColumns, rowJoins } from "./row-parts";
import { narrowed } from "./slots";
import { toRow } from "./to-row";

const most = 50;

/** Mails by hand that could not leave at their time, gave it back and wait with a reason: they leave when that has ended. */
export async function readWaiting(tx: TeamTransaction, filter: ScheduledFilter, reader: Reader): Promise<ScheduledRow[]> {
  if (filter.by === "campaigns") return [];
  const rows = await readRows<RawRow>(
    tx,
    sql`select e.slot as "slotId", e.scheduled_for as at, ${rowColumns}, null as "movedFrom", null as mover,
          null as "cancelledAt", null as canceller, null as "cancelReason"
        from single_mails h cross join lateral (select h.id as slot, h.draft_id, coalesce(h.leave_at, h.created_at) as scheduled_for, null::uuid as campaign_id) e
          join email_drafts o on o.id = h.draft_id join sender_accounts m on m.id = o.sender_account_id join contacts p on p.id = h.contact_id
          left join campaign_contacts c on false ${rowJoins}
        where h.ended_reason is null and h.wait_reason is not null and o.status = 'approved' and g.id is not null
          and ${narrowed(filter, sql`null::uuid`, sql`o.sender_account_id`)}
          and not exists (select 1 from scheduled_emails x where x.draft_id = h.draft_id and x.status = 'pending')
          and not exists (select 1 from deliveries v where v.draft_id = h.draft_id and v.state in ${anyOf(withExchange)})
        order by h.leave_at, h.id limit ${most}`,
  );
  return rows.map((row) => toRow(row, reader));
}
