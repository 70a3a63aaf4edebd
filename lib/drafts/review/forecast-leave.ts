import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { readSendingRules } from "../../campaigns/read-sending-rules";
import { addDelay } from "../../schedule/add-delay";
import { toDate, toTemporal } from "../../schedule/clock/to-temporal";
import { forecast } from "../../schedule/forecast";
import { localDay } from "../../schedule/local-day";
import { nextOpening } from "../../schedule/next-opening";
import type { SendingRules } from "../../schedule/types";

type Step = { order: number; name: string; delayDays: number; delayHours: number; delayMinutes: number };
export type Leave = { stepName: string; order: number; at: Date | null };

/**
 * When a draft leaves if it is signed now, and about when the mails after it follow: its slot if it has one, else the first free place behind
 * those signed before it.
 */
export async function forecastLeave(tx: TeamTransaction, draftId: string, campaignId: string, now: Date): Promise<Leave[]> {
  const rules = await readSendingRules(tx, campaignId);
  const today = localDay(rules, toTemporal(now));
  const [facts] = await readRows<{
    order: number;
    slot: string | null;
    dueAt: string | null;
    ahead: number;
    sentToday: number;
  }>(
    tx,
    sql`select d.sequence_step as "order", e.scheduled_for as slot, c.due_at as "dueAt",
          (select count(*)::int from email_drafts x where x.campaign_id = d.campaign_id and x.status in ('approved', 'scheduled') and x.id <> d.id) as ahead,
          (select count(*)::int from sent_emails s where s.campaign_id = d.campaign_id
             and s.sent_at >= ${today.start.toString()}::timestamptz and s.sent_at < ${today.end.toString()}::timestamptz) as "sentToday"
        from email_drafts d join campaign_contacts c on c.id = d.campaign_contact_id
          left join scheduled_emails e on e.draft_id = d.id and e.status = 'pending' where d.id = ${draftId}`,
  );
  if (!facts) return [];
  const steps = await readRows<Step>(
    tx,
    sql`select sequence_order as "order", name, delay_days as "delayDays", delay_hours as "delayHours", delay_minutes as "delayMinutes"
        from campaign_sequences where campaign_id = ${campaignId} and sequence_order >= ${facts.order} order by sequence_order`,
  );
  const delayOf = (step: Step) => ({ days: step.delayDays, hours: step.delayHours, minutes: step.delayMinutes });
  let at: Date | null = instantOf(facts.slot);
  const [own, ...later] = steps;
  if (!at && own) {
    const dueAt = instantOf(facts.dueAt);
    const due = dueAt ? toDate(nextOpening(rules, toTemporal(dueAt))) : now;
    at = due && firstFree(rules, due > now ? due : now, due && due > now ? 0 : facts.ahead, facts.sentToday, now);
  }
  const leaves: Leave[] = own ? [{ stepName: own.name, order: own.order, at }] : [];
  for (const step of later) {
    at = at && toDate(addDelay(toTemporal(at), delayOf(step), rules));
    leaves.push({ stepName: step.name, order: step.order, at });
  }
  return leaves;
}

function firstFree(rules: SendingRules, from: Date, ahead: number, sentToday: number, now: Date): Date | null {
  const sameDay = localDay(rules, toTemporal(from)).key === localDay(rules, toTemporal(now)).key;
  const { last } = forecast(rules, {
    now: toTemporal(from),
    contacts: ahead + 1,
    steps: [{ delay: { days: 0, hours: 0, minutes: 0 } }],
    usedToday: sameDay ? sentToday : 0,
  });
  return toDate(last);
}
