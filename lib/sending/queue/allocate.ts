import type { TeamTransaction } from "@/db/access/with-team";
import { allocateSlots } from "../../schedule/allocate-slots";
import { toDate, toTemporal } from "../../schedule/clock/to-temporal";
import { localDay } from "../../schedule/local-day";
import { readDayUse } from "../../slots/read-day-use";
import { giveSlots } from "./give-slots";
import { lockCandidates } from "./lock-candidates";
import type { Queue } from "./lock-queue";

/** How far ahead slots are given: beyond a day a plan is only a forecast. */
const horizonHours = 24;

/** When the next mail without a slot may find one; null when nothing waits or nothing opens. */
export type Allocation = { given: number; usedToday: number; roomFrom: Date | null };

/** Gives slots to signed mails of a campaign, as far as its rules have room within the horizon. */
export async function allocate(tx: TeamTransaction, teamId: string, queue: Queue, now: Date): Promise<Allocation> {
  const use = await readDayUse(tx, queue, now);
  const candidates = await lockCandidates(tx, queue, now, horizonHours);
  const byDraft = new Map(candidates.map((mail) => [mail.draftId, mail]));
  const plan = allocateSlots({
    rules: queue.rules,
    now: toTemporal(now),
    horizonHours,
    used: use.used,
    taken: use.taken.map((at) => toTemporal(at)),
    mailboxTaken: use.mailboxTaken.map((at) => toTemporal(at)),
    candidates: candidates.map(({ draftId, step, dueAt }) => ({
      id: draftId,
      kind: step === 1 ? ("first" as const) : ("followup" as const),
      notBefore: toTemporal(dueAt),
    })),
  });
  const slots = plan.slots.flatMap(({ id, at }) => {
    const mail = byDraft.get(id);
    return mail ? [{ mail, at: toDate(at) }] : [];
  });
  await giveSlots(tx, teamId, queue, slots, now);
  const today = localDay(queue.rules, toTemporal(now));
  const room = plan.waiting.find((mail) => byDraft.get(mail.id)?.step === 1) ?? plan.waiting[0];
  return {
    given: slots.length,
    usedToday: (use.used[today.key] ?? 0) + slots.filter(({ at }) => at < toDate(today.end)).length,
    roomFrom: room?.from ? toDate(room.from) : null,
  };
}
