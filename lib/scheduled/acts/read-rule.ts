import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { CampaignStatus, HoldKind } from "@/db/schema/words";
import { readSendingRules } from "../../campaigns/read-sending-rules";
import { toDate, toTemporal } from "../../schedule/clock/to-temporal";
import { isInWindow } from "../../schedule/is-in-window";
import { nextOpening } from "../../schedule/next-opening";
import type { SendingRules } from "../../schedule/types";
import { describeWindow } from "../../schedule/words/describe-rules";
import { formatDelay } from "../../schedule/words/format-duration";
import { formatTime } from "../../schedule/words/format-time";
import { nameCity } from "../../schedule/words/name-city";

/** What a campaign says about when somebody's next mail may leave, whatever slot it has. */
export type Rule = {
  campaign: string;
  status: CampaignStatus;
  rules: SendingRules;
  /** When the delay after the mail before ends, and how long it is in words; null for a first mail. */
  dueAt: Date | null;
  delay: string;
  /** Somebody is away until an instant, or until a person decides (null). */
  hold: { kind: HoldKind; until: Date | null } | null;
};

/** The rule for one contact of a campaign. The caller has filled in when its delay ends. */
export async function readRule(tx: TeamTransaction, campaignContactId: string, now: Date): Promise<Rule> {
  type Row = { campaignId: string; campaign: string; status: CampaignStatus; step: number; dueAt: string | null } & Delay & Held;
  const [row] = await readRows<Row>(
    tx,
    sql`select c.campaign_id as "campaignId", k.name as campaign, k.status, c.current_sequence_step as step, c.due_at as "dueAt",
          coalesce(s.delay_days, 0) as days, coalesce(s.delay_hours, 0) as hours, coalesce(s.delay_minutes, 0) as minutes,
          h.kind as "holdKind", h.until as "holdUntil"
        from campaign_contacts c join campaigns k on k.id = c.campaign_id
          left join campaign_sequences s on s.campaign_id = c.campaign_id and s.sequence_order = c.current_sequence_step + 1
          left join contact_holds h on h.campaign_contact_id = c.id and h.ended_at is null and (h.until is null or h.until > ${now.toISOString()}::timestamptz)
        where c.id = ${campaignContactId} order by h.until desc nulls first limit 1`,
  );
  if (!row) throw new Error("A contact that is locked has gone.");
  return {
    campaign: row.campaign,
    status: row.status,
    rules: await readSendingRules(tx, row.campaignId),
    dueAt: row.step > 0 ? instantOf(row.dueAt) : null,
    delay: formatDelay(row),
    hold: row.holdKind && { kind: row.holdKind, until: instantOf(row.holdUntil) },
  };
}
type Delay = { days: number; hours: number; minutes: number };
type Held = { holdKind: HoldKind | null; holdUntil: string | null };

/** The earliest instant at or after one that the rule allows; null where only a person or nothing can end what holds. */
export function earliestBy({ rules, dueAt, hold }: Rule, at: Date): Date | null {
  if (hold && !hold.until) return null;
  const from = Math.max(at.getTime(), dueAt?.getTime() ?? 0, hold?.until?.getTime() ?? 0);
  return toDate(nextOpening(rules, toTemporal(new Date(from))));
}

/** Why a mail may not leave at an instant, in a sentence; null where it may. @param reader who reads it. */
export function sayRule(rule: Rule, name: string, at: Date, reader: { timeZone: string; now: Date }): string | null {
  const { campaign, rules, dueAt, delay, hold } = rule;
  const when = (instant: Date) => formatTime(toTemporal(instant), { timeZone: reader.timeZone, now: toTemporal(reader.now) });
  const earliest = earliestBy(rule, at);
  const notBefore = earliest ? `not before ${when(earliest)}` : "not before that ends";
  if (hold && (!hold.until || hold.until > at))
    return hold.kind === "out of office"
      ? `${name} is out of the office, so nothing of ${campaign} leaves: ${notBefore}.`
      : `Three mails to ${name} came back within a week. Somebody decides on their page first.`;
  if (dueAt && dueAt > at) return `${campaign} follows up ${delay} after the mail before: ${notBefore}.`;
  if (isInWindow(rules, toTemporal(at))) return null;
  const window = `${campaign} sends ${describeWindow(rules)} in ${nameCity(rules.timeZone)}`;
  return earliest ? `${window}. It opens next ${when(earliest)}.` : `${window}, and never opens again.`;
}
