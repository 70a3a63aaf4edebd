import { sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { toDate, toTemporal } from "../../schedule/clock/to-temporal";
import { explainWait } from "../../schedule/explain-wait";
import { localDay } from "../../schedule/local-day";
import { nextOpening } from "../../schedule/next-opening";
import type { TimeReason } from "../../schedule/types";
import type { Allocation } from "./allocate";
import type { Queue } from "./lock-queue";

const wordOf: Record<TimeReason, string> = {
  "Delay runs": "delay",
  "Window closed": "window_closed",
  "Daily limit reached": "daily_limit",
  "In line for a slot": "in_line",
};

/**
 * Writes into every open contact of a campaign the one reason why its next mail has not left, and the earliest time it can
 * change. Of several reasons the first of the guide's order. Only rows that say something else are touched, and none that
 * somebody else holds at this moment or held when the delays were filled in.
 */
export async function explainCampaign(tx: TeamTransaction, queue: Queue, allocation: Allocation | null, now: Date) {
  const at = now.toISOString();
  const opens = toDate(nextOpening(queue.rules, toTemporal(now)));
  const waiting = explainWait(queue.rules, {
    now: toTemporal(now),
    usedToday: allocation?.usedToday ?? 0,
    ...(allocation?.roomFrom ? { roomFrom: toTemporal(allocation.roomFrom) } : {}),
  })({ notBefore: null, slot: null });
  const general = { reason: wordOf[waiting.reason], from: text(waiting.from ? toDate(waiting.from) : null) };
  const isOpen = opens !== null && opens.getTime() <= now.getTime();
  const held = queue.status === "paused" || queue.stopped ? "paused" : queue.mailboxConnected ? null : "mailbox_signed_out";
  const tomorrow = localDay(queue.rules, toTemporal(now)).end.toString();
  await tx.execute(
    sql`with facts as (
      select c.id, c.wait_reason, c.next_at, d.id as draft, d.status::text as status, e.scheduled_for as slot, v.state, v.next_look_at as look,
        (cardinality(d.missing_fields) > 0 and d.edited_body is null and d.edited_subject is null and d.status = 'draft') as missing,
        c.due_at as due
      from campaign_contacts c
        left join campaign_sequences s on s.campaign_id = c.campaign_id and s.sequence_order = c.current_sequence_step + 1
        left join email_drafts d on d.campaign_contact_id = c.id and d.sequence_id = s.id
        left join scheduled_emails e on e.draft_id = d.id and e.status = 'pending'
        left join deliveries v on v.draft_id = d.id
      where c.campaign_id = ${queue.campaignId} and c.status in ('pending', 'in_progress')
        and (c.due_at is not null or c.last_email_sent_at is null or s.id is null)
    ), reasons as (
      select f.*, case
          when ${held}::text is not null then ${held}::text
          when missing then 'field_missing'
          when state in ('reconciling', 'review') then 'in_doubt'
          when draft is null then case when wait_reason = 'model_silent' then 'model_silent' else 'being_written' end
          when due > ${at}::timestamptz then 'delay'
          when status = 'draft' then 'needs_signature'
          when slot is null then ${general.reason}::text
          when ${isOpen} is false then 'window_closed'
          when slot >= ${tomorrow}::timestamptz and ${general.reason} = 'daily_limit' then 'daily_limit'
          else 'in_line' end as reason
      from facts f
    ), said as (
      select id, reason, case reason
          when 'paused' then null when 'mailbox_signed_out' then null when 'field_missing' then null when 'needs_signature' then null
          when 'being_written' then null when 'model_silent' then next_at when 'in_doubt' then look
          when 'delay' then coalesce(slot, due)
          else coalesce(slot, ${general.from}::timestamptz) end as from_at
      from reasons
    ), free as (
      select c.id from campaign_contacts c join said on said.id = c.id
      where c.status in ('pending', 'in_progress') and (c.wait_reason, c.next_at) is distinct from (said.reason, said.from_at)
      for no key update of c skip locked
    )
    update campaign_contacts c set wait_reason = said.reason, next_at = said.from_at from said, free where c.id = said.id and c.id = free.id`,
  );
}

function text(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
