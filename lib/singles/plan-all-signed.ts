import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { emit } from "../events/emit";
import { toDate } from "../schedule/clock/to-temporal";
import type { LeavesAt } from "../schedule/leave-at";
import { takeBackSeconds } from "./read-leave";
import { singleRunName } from "./single-run-name";

type Leaving = { singleMailId: string; leave: LeavesAt & { kind: string } };
type Planned = { singleMailId: string; senderAccountId: string; admission: number };

/**
 * As `planSigned` does for one mail: gives many that were signed this moment, and had no slot before, the one their letters ask for. The caller
 * holds the rows of their drafts.
 */
export async function planAllSigned(tx: TeamTransaction, teamId: string, mails: Leaving[], now: Date): Promise<void> {
  if (mails.length === 0) return;
  const at = sql`${now.toISOString()}::timestamptz`;
  const earliest = now.getTime() + takeBackSeconds * 1000;
  const rows = JSON.stringify(
    mails.map(({ singleMailId, leave }) => ({
      id: singleMailId,
      kind: leave.kind,
      zone: leave.zone,
      at: new Date(Math.max(toDate(leave.at).getTime(), earliest)).toISOString(),
    })),
  );
  const planned = await readRows<Planned>(
    tx,
    sql`with x as materialized (select * from jsonb_to_recordset(${rows}::jsonb) as x(id uuid, kind text, zone text, at timestamptz)),
        admitted as (
          update single_mails h set leave = x.kind, leave_zone = x.zone, leave_at = x.at, admission = h.admission + 1, run_id = h.id || ':' || (h.admission + 1),
            admitted_at = ${at}, wait_reason = null, next_at = null
          from x where h.id = x.id and h.ended_reason is null returning h.id, h.draft_id, h.contact_id, h.admission, h.leave_at
        ), scheduled as (
          update email_drafts d set status = 'scheduled' from admitted a where d.id = a.draft_id and d.status = 'approved' returning d.id, d.sender_account_id
        ), slots as (
          insert into scheduled_emails (draft_id, contact_id, sender_account_id, scheduled_for, created_at)
          select a.draft_id, a.contact_id, s.sender_account_id, a.leave_at, ${at} from admitted a join scheduled s on s.id = a.draft_id
        )
        select a.id as "singleMailId", s.sender_account_id as "senderAccountId", a.admission from admitted a join scheduled s on s.id = a.draft_id`,
  );
  await emit(
    tx,
    "mail/planned",
    planned.map((mail) => ({
      eventId: `planned:${singleRunName(mail.singleMailId, mail.admission)}`,
      data: { teamId, ...mail },
    })),
  );
}
