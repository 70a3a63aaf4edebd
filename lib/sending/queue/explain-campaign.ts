import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import type { TeamTransaction } from "@/db/access/with-team";
import { openStatuses, type WaitReason, waitReasons } from "@/db/schema/words";
import { firstThatHolds, holdsInMail, holdsInMailbox, waitFacts } from "../../campaigns/wait/wait-facts";
import { isOutside } from "../../limits/is-outside";
import { toDate, toTemporal } from "../../schedule/clock/to-temporal";
import { explainWait } from "../../schedule/explain-wait";
import { localDay } from "../../schedule/local-day";
import type { Wait } from "../../schedule/types";
import type { Allocation } from "./allocate";
import type { Queue } from "./lock-queue";

/**
 * Writes into open contacts that a campaign mails from one mailbox the one reason why their next mail has not left, and the earliest time it can
 * change. Of several reasons the first of the list. Only rows that say something else are touched, and none that
 * somebody else holds at this moment or held when the delays were filled in.
 * @param ids of the enrolments; those that have ended are passed over.
 */
export async function explainCampaign(
  tx: TeamTransaction,
  queue: Queue,
  allocation: Allocation | null,
  ids: string[],
  now: Date,
): Promise<void> {
  const general = judgeGeneral(queue, allocation, now);
  const tomorrow = toDate(localDay(queue.rules, toTemporal(now)).end).toISOString();
  const full = allocation?.full;
  const outside = isOutside(sql`f.recipient`);
  const reason = firstThatHolds({
    ...holdsInMail(now),
    paused: queue.status === "paused" || queue.stopped,
    ...holdsInMailbox({ ...queue, connected: queue.mailboxConnected }),
    window_closed: general.reason === "window_closed",
    daily_limit: general.reason === "daily_limit" && sql`(f.slot is null or f.slot >= ${tomorrow}::timestamptz)`,
    mailbox_day_used: full?.mailbox ? sql`f.slot is null` : full?.onmicrosoft ? sql`f.slot is null and ${outside}` : false,
    team_budget_used: full?.outside ? sql`f.slot is null and ${outside}` : false,
    in_line: true,
  });
  await tx.execute(
    sql`with reasons as (select f.*, ${reason} as reason from (${waitFacts(queue.campaignId, ids)}) f where not f.due_unknown and f.mailbox = ${queue.senderAccountId}
    ), said as (
      select id, reason, ${earliest(queue, general.from && toDate(general.from), full)} as from_at
      from reasons
    ), free as (
      select said.* from campaign_contacts c join said on said.id = c.id
      where c.status in ${anyOf(openStatuses)} and (c.wait_reason, c.next_at) is distinct from (said.reason, said.from_at)
      for no key update of c skip locked
    )
    update campaign_contacts c set wait_reason = free.reason, next_at = free.from_at from free where c.id = free.id`,
  );
}

/** Why a mail waits that could leave at once and has no slot, by the rules of the campaign alone. */
export function judgeGeneral(queue: Queue, allocation: Allocation | null, now: Date): Wait {
  return explainWait(queue.rules, {
    now: toTemporal(now),
    usedToday: allocation?.usedToday ?? 0,
    ...(allocation?.roomFrom ? { roomFrom: toTemporal(allocation.roomFrom) } : {}),
  })({ notBefore: null, slot: null });
}

/** The earliest time each reason can change by itself, as SQL over a row of the facts; null where only a person or an answer ends it. */
function earliest(queue: Queue, general: Date | null, full: Allocation["full"] | undefined): SQL {
  const slotOr = (at: Date | null | undefined) => sql`coalesce(slot, ${at?.toISOString() ?? null}::timestamptz)`;
  const slot = slotOr(general);
  const times: Record<WaitReason, SQL | null> = {
    paused: null,
    mailbox_signed_out: null,
    mailbox_no_licence: null,
    mailbox_full: null,
    mailbox_unreadable: null,
    mailbox_limited: sql`${queue.troubleUntil?.toISOString() ?? null}::timestamptz`,
    mailbox_guarded: null,
    domain_unproven: null,
    sender_corrected: null,
    changed_in_outlook: null,
    left_otherwise: null,
    elsewhere: null,
    field_missing: null,
    in_doubt: sql`look`,
    thread_closed: sql`look`,
    bounced_often: null,
    out_of_office: sql`nullif(held, 'infinity'::timestamptz)`,
    asked_later: sql`nullif(held, 'infinity'::timestamptz)`,
    model_silent: sql`silent_until`,
    being_written: null,
    delay: sql`coalesce(slot, case when wait_reason = 'delay' and next_at >= due then next_at else due end)`,
    needs_signature: null,
    window_closed: slot,
    daily_limit: slot,
    mailbox_day_used: slotOr((full?.mailbox ?? full?.onmicrosoft)?.from),
    team_budget_used: slotOr(full?.outside?.from),
    in_line: slot,
  };
  const branches = waitReasons.flatMap((reason) => (times[reason] ? [sql`when ${reason}::text then ${times[reason]}`] : []));
  return sql`case reason ${sql.join(branches, sql` `)} end`;
}
