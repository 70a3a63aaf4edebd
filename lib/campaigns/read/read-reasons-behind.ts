import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { toDate, toTemporal } from "../../schedule/clock/to-temporal";
import { explainWait } from "../../schedule/explain-wait";
import { localDay } from "../../schedule/local-day";
import type { SendingRules } from "../../schedule/types";
import { readDayUse } from "../../slots/read-day-use";
import { inReview } from "../wait/in-review";
import { firstThatHolds, holdsInMail, holdsInMailbox, waitFacts } from "../wait/wait-facts";
import type { WaitingGroup } from "./read-reasons";

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
  // What the rules then say of signed mail depends on how many there are.
  const reason = firstThatHolds({
    ...holdsInMail(now),
    paused: false,
    ...holdsInMailbox({ connected: true, trouble: null, isUnread: false, isGuarded: false, isUnproven: false }),
    window_closed: false,
    daily_limit: false,
    mailbox_day_used: false,
    team_budget_used: false,
    in_line: true,
  });
  const rows = await readRows<
    Pick<WaitingGroup, "reason" | "count" | "inReview"> & { from: string | null; name: string; contact: string }
  >(
    tx,
    sql`select r.reason, r.count, r."inReview", r.from, coalesce(p.name, p.email) as name, p.id as contact
        from (select f.reason, count(*)::int as count, count(f.enrolment)::int as "inReview",
                min(case f.reason when 'delay' then f.due when 'out_of_office' then nullif(f.held, 'infinity'::timestamptz) when 'asked_later' then f.held when 'model_silent' then f.silent_until when 'in_doubt' then f.look end) as from,
                (array_agg(f.contact_id order by f.due nulls first, f.position))[1] as first
              from (select f.*, ${reason} as reason, w.enrolment from (${waitFacts(campaign.id)}) f
                left join (${inReview(campaign.id)}) w on w.enrolment = f.id) f group by 1) r
          join contacts p on p.id = r.first`,
  );
  const groups = rows.map(({ name, contact, ...row }) => ({
    ...row,
    from: instantOf(row.from),
    firstName: name,
    firstContactId: contact,
  }));
  const signed = groups.find((group) => group.reason === "in_line");
  return [
    ...groups.filter((group) => group.reason !== "in_line"),
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
    reason,
    from: from && toDate(from),
  });
  const first = explain(usedToday);
  if (first.reason !== "in_line") return [group(signed.count, first)];
  const places = Math.min(signed.count, rules.dailyLimit - usedToday);
  const rest = signed.count - places;
  return [group(places, first), ...(rest > 0 ? [group(rest, explain(rules.dailyLimit))] : [])];
}
