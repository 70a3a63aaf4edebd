import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { readSendingRules } from "../campaigns/read-sending-rules";
import { isUnproven } from "../domains/is-unproven";
import { allocateSlots, type SlotCandidate, type SlotRequest } from "../schedule/allocate-slots";
import { toDate, toTemporal } from "../schedule/clock/to-temporal";
import { sends } from "../senders/mailbox-hold";
import { type CampaignRules, readDayUse } from "../slots/read-day-use";
import { lastMoment } from "./last-moment";
import { readUnsigned } from "./read-unsigned";

/** More drafts than this are not looked at: nobody signs them in a day. */
const mostDrafts = 500;

/** Mails of one campaign, or without one, that could leave today, each at its time if all were signed now. */
export type ToSignToday = { campaignId: string | null; mails: { at: Date; name: string }[]; before: Date };

/**
 * What of the drafts to sign could still leave today (before `end`), and before when they must be signed for that. Drafts that lack a
 * field, people who are held, first mails whose domain is not proven and campaigns that do not send are left out.
 */
export async function forecastToSign(tx: TeamTransaction, end: Date, now: Date): Promise<ToSignToday[]> {
  const queues = await readRows<Omit<CampaignRules, "rules"> & { firstsWait: boolean }>(
    tx,
    sql`select c.id as "campaignId", c.sender_account_id as "senderAccountId", ${isUnproven(now)} as "firstsWait" from campaigns c join sender_accounts m on m.id = c.sender_account_id
        where c.status = 'active' and ${sends} and not exists (select 1 from team_stops where lifted_at is null)
          and exists (select 1 from email_drafts d where d.campaign_id = c.id and d.status = 'draft' and d.rejected_at is null)`,
  );
  const forecasts: ToSignToday[] = [];
  for (const queue of queues) {
    const rules = await readSendingRules(tx, queue.campaignId);
    const drafts = (await readUnsigned(tx, queue.campaignId, now, mostDrafts)).filter(
      ({ step }) => step > 1 || !queue.firstsWait,
    );
    const use = await readDayUse(tx, { ...queue, rules }, now);
    const request = {
      rules,
      used: use.used,
      taken: use.taken.map((at) => toTemporal(at)),
      mailboxTaken: use.mailboxTaken.map((at) => toTemporal(at)),
      candidates: drafts.map(
        ({ id, step, dueAt }): SlotCandidate => ({
          id,
          kind: step === 1 ? "first" : "followup",
          notBefore: toTemporal(dueAt),
        }),
      ),
    };
    const slots = slotsFrom(request, now, end);
    if (slots.length === 0) continue;
    const nameOf = new Map(drafts.map((draft) => [draft.id, draft.name]));
    forecasts.push({
      campaignId: queue.campaignId,
      mails: slots.map((slot) => ({ at: toDate(slot.at), name: nameOf.get(slot.id) ?? "" })),
      before: lastMoment((at) => slotsFrom(request, at, end).length >= slots.length, now, end),
    });
  }
  return forecasts;
}

function slotsFrom(request: Omit<SlotRequest, "now">, from: Date, end: Date) {
  const horizonHours = Math.max(0, end.getTime() - from.getTime()) / 3_600_000;
  return allocateSlots({ ...request, now: toTemporal(from), horizonHours }).slots.filter(
    (slot) => slot.at.epochMilliseconds < end.getTime(),
  );
}
