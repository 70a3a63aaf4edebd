import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { toDate, toTemporal } from "../../schedule/clock/to-temporal";
import { explainWait } from "../../schedule/explain-wait";
import { localDay } from "../../schedule/local-day";
import type { SendingRules, TimeReason } from "../../schedule/types";
import { readDayUse } from "../../slots/read-day-use";
import type { WaitingGroup } from "./read-reasons";

const wordOf: Record<TimeReason, string> = {
  "Delay runs": "delay",
  "Window closed": "window_closed",
  "Daily limit reached": "daily_limit",
  "In line for a slot": "in_line",
};

/**
 * What holds the contacts of a paused campaign apart from the pause: their row says only "paused", the first of several reasons.
 * The groups add up to those who wait. Nothing is written; resuming decides anew.
 */
export async function readReasonsBehind(
  tx: TeamTransaction,
  campaign: { id: string; mailboxId: string | null },
  rules: SendingRules,
  now: Date,
): Promise<WaitingGroup[]> {
  const at = now.toISOString();
  const rows = await readRows<{ reason: string; count: number; from: string | null; name: string; contact: string }>(
    tx,
    sql`with facts as (
          select c.id, c.position, p.id as contact, coalesce(p.name, p.email) as name, d.id as draft, d.status::text as status, v.state,
            (cardinality(d.missing_fields) > 0 and d.edited_body is null and d.edited_subject is null and d.status = 'draft') as missing,
            c.due_at as due
          from campaign_contacts c join contacts p on p.id = c.contact_id
            left join campaign_sequences s on s.campaign_id = c.campaign_id and s.sequence_order = c.current_sequence_step + 1
            left join email_drafts d on d.campaign_contact_id = c.id and d.sequence_id = s.id
            left join deliveries v on v.draft_id = d.id
          where c.campaign_id = ${campaign.id} and c.status in ('pending', 'in_progress')
        ), reasons as (
          select f.*, case
              when missing then 'field_missing'
              when state in ('submitting', 'reconciling', 'review') then 'in_doubt'
              when draft is null then 'being_written'
              when due > ${at}::timestamptz then 'delay'
              when status = 'draft' then 'needs_signature'
              else 'signed' end as reason
          from facts f
        )
        select reason, count(*)::int as count, min(due) filter (where reason = 'delay') as from,
          (array_agg(name order by due nulls first, position))[1] as name, (array_agg(contact order by due nulls first, position))[1] as contact
        from reasons group by 1`,
  );
  const groups = rows.map(({ name, contact, ...row }) => ({
    ...row,
    from: instantOf(row.from),
    firstName: name,
    firstContactId: contact,
  }));
  const signed = groups.find((group) => group.reason === "signed");
  return [
    ...groups.filter((group) => group.reason !== "signed"),
    ...(signed ? await splitByRules(tx, campaign, rules, signed, now) : []),
  ];
}

/** Signed mail waits for the window, then for today's places as far as they reach, then for another day. */
async function splitByRules(
  tx: TeamTransaction,
  campaign: { id: string; mailboxId: string | null },
  rules: SendingRules,
  signed: WaitingGroup,
  now: Date,
): Promise<WaitingGroup[]> {
  const use = await readDayUse(tx, { campaignId: campaign.id, senderAccountId: campaign.mailboxId ?? "", rules }, now);
  const usedToday = use.used[localDay(rules, toTemporal(now)).key] ?? 0;
  const explain = (used: number) =>
    explainWait(rules, { now: toTemporal(now), usedToday: used })({ notBefore: null, slot: null });
  const group = (count: number, { reason, from }: ReturnType<typeof explain>): WaitingGroup => ({
    ...signed,
    count,
    reason: wordOf[reason],
    from: from && toDate(from),
  });
  const first = explain(usedToday);
  if (first.reason !== "In line for a slot") return [group(signed.count, first)];
  const places = Math.min(signed.count, rules.dailyLimit - usedToday);
  const rest = signed.count - places;
  return [group(places, first), ...(rest > 0 ? [group(rest, explain(rules.dailyLimit))] : [])];
}
