import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { doubtful, type WaitReason, withExchange } from "@/db/schema/words";
import { isChanged } from "../../campaigns/wait/is-changed";
import { firstThatHolds } from "../../campaigns/wait/wait-facts";
import { isUnproven } from "../../domains/is-unproven";
import { isOutside } from "../../limits/is-outside";
import { restCode } from "../../microsoft/rest-code";
import { isGuarded } from "../../senders/guard/is-guarded";
import { isMailedAgain, isUnread } from "../ledger/is-unread";

/** A slot this long past was missed: its run is lost, or was held up. */
const missedAfterSeconds = 90;

/**
 * A run that was started for it is given half of what it is late, and so much at most: an engine that is minutes behind would else find each of its runs
 * replaced by the next before it comes to it.
 */
const patienceMinutes = 30;

/** A signed mail without a campaign that something is to be done for or said of. */
export type Due = {
  id: string;
  draftId: string;
  mailbox: string;
  isOutside: boolean;
  slot: Date | null;
  leaveAt: Date | null;
  /** It was handed over: the ledger settles it. */
  isWithExchange: boolean;
  /** Nobody runs for it, or whoever did has not moved for a while. */
  isFree: boolean;
  /** The first reason that stands against it, and when that may end; "in_line" where nothing does. */
  reason: WaitReason;
  from: Date | null;
  /** What its row says. */
  said: WaitReason | null;
  saidFrom: Date | null;
};

/** Reasons that only the last check sees: there the word of a run counts until the instant it named. */
const ofTheRun = sql`(h.wait_reason is null or h.wait_reason in ('in_line', 'mailbox_unreadable'))`;

/** The draft of `h` if it is signed, looked up mail by mail: a team's other signatures, however many, are not read for a few mails by hand each minute. */
const signedDraft = sql`select x.id, x.contact_id, x.sender_account_id, x.draft_type, x.signed_from from email_drafts x
    where x.id = h.draft_id and x.status in ('approved', 'scheduled')
      and exists (select 1 from signatures g where g.draft_id = x.id and g.voided_at is null) offset 0`;

/** What waits, is late, or says that it does, in the order in which it is to leave. */
export async function listDue(tx: TeamTransaction, now: Date): Promise<Due[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const lately = sql`${at} - make_interval(secs => ${missedAfterSeconds})`;
  const isNew = sql`coalesce(h.admitted_at > ${at} - least((${at} - h.leave_at) / 2, make_interval(mins => ${patienceMinutes})), false)`;
  type Instants = "slot" | "leaveAt" | "from" | "saidFrom";
  const rows = await readRows<Omit<Due, Instants> & Record<Instants, string | null>>(
    tx,
    sql`select h.id, d.id as "draftId", m.id as mailbox, ${isOutside(sql`h.recipient_email`)} as "isOutside", e.scheduled_for as slot, h.leave_at as "leaveAt",
          coalesce(v.state in ${anyOf(withExchange)}, false) as "isWithExchange", h.wait_reason as said, h.next_at as "saidFrom",
          (h.run_id is null or (greatest(e.scheduled_for, h.admitted_at) < ${lately} and not ${isNew} and not (${ofTheRun} and coalesce(h.next_at >= ${lately}, false)))) as "isFree",
          ${reasonAt(now)} as reason, case when v.state in ${anyOf(doubtful)} or v.thread_lost_at is not null then v.next_look_at
            when m.trouble = 'limited' then m.trouble_until end as from
        from single_mails h cross join lateral (${signedDraft}) d join sender_accounts m on m.id = d.sender_account_id
          left join scheduled_emails e on e.draft_id = d.id and e.status = 'pending' left join deliveries v on v.draft_id = d.id
        where h.ended_reason is null and (e.id is null or e.scheduled_for <= ${at} or h.run_id is null or h.wait_reason is not null)
        order by coalesce(e.scheduled_for, h.leave_at), h.leave_at, h.id`,
  );
  return rows.map((row) => ({
    ...row,
    slot: instantOf(row.slot),
    leaveAt: instantOf(row.leaveAt),
    from: instantOf(row.from),
    saidFrom: instantOf(row.saidFrom),
  }));
}

/** As the last check would say it, in the order of the closed list; the limits of 24 hours are for the caller to know. */
function reasonAt(now: Date): SQL {
  const followsUp = isMailedAgain(sql`d.draft_type`, sql`d.contact_id`);
  const isBeforeExchange = sql`(v.state is null or v.state not in ${anyOf(withExchange)})`;
  const rests = sql`(m.trouble_code is distinct from ${restCode} or m.trouble_until > ${now.toISOString()}::timestamptz)`;
  return firstThatHolds({
    paused: sql`exists (select 1 from team_stops x where x.lifted_at is null)`,
    mailbox_signed_out: sql`m.status <> 'connected'`,
    mailbox_no_licence: sql`m.trouble = 'no_licence'`,
    mailbox_full: sql`m.trouble = 'full'`,
    mailbox_unreadable: sql`${followsUp} and ${isUnread(now)}`,
    mailbox_limited: sql`m.trouble = 'limited' and ${rests}`,
    mailbox_guarded: isGuarded,
    domain_unproven: sql`not ${followsUp} and ${isUnproven(now)}`,
    sender_corrected: sql`d.signed_from <> m.email and ${isBeforeExchange}`,
    changed_in_outlook: isChanged(sql`v.id`),
    left_otherwise: false,
    elsewhere: false,
    field_missing: false,
    in_doubt: sql`v.state in ${anyOf(doubtful)}`,
    thread_closed: sql`v.thread_lost_at is not null`,
    bounced_often: false,
    out_of_office: false,
    asked_later: false,
    model_silent: false,
    being_written: false,
    delay: false,
    needs_signature: false,
    window_closed: false,
    daily_limit: false,
    mailbox_day_used: false,
    team_budget_used: false,
    in_line: true,
  });
}
