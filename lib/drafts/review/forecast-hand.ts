import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { WaitReason } from "@/db/schema/words";
import { waitWords } from "../../campaigns/words/wait-words";
import { toDate, toTemporal } from "../../schedule/clock/to-temporal";
import { formatTime } from "../../schedule/words/format-time";
import { sayThere } from "../../schedule/words/say-there";
import { zoneOfPerson } from "../../schedule/zones/zone-of-person";
import { leaveFrom, readLeaveFacts } from "../../singles/leave-facts";

/**
 * When a mail by hand leaves: at its slot if it has one, else as it would were it signed now. `words`: "at once", or "Tue 24 Nov 15:00, 9:00 in New
 * York"; of one that waits although it was signed, what it waits for; "" where no time can be said.
 * @param timeZone of who reads this.
 */
export async function forecastHand(
  tx: TeamTransaction,
  singleMailId: string,
  timeZone: string,
  now: Date,
): Promise<{ at: Date | null; words: string }> {
  const facts = (await readLeaveFacts(tx, [singleMailId])).get(singleMailId);
  const [stands] = await readRows<{ slot: string | null; signed: boolean; waitReason: WaitReason | null; nextAt: string | null }>(
    tx,
    sql`select e.scheduled_for as slot, d.status <> 'draft' as signed, h.wait_reason as "waitReason", h.next_at as "nextAt"
        from single_mails h join email_drafts d on d.id = h.draft_id left join scheduled_emails e on e.draft_id = d.id and e.status = 'pending'
        where h.id = ${singleMailId}`,
  );
  if (!facts || !stands) return { at: null, words: "" };
  const say = (at: Date) => {
    const there = sayThere(at, timeZone, zoneOfPerson(facts));
    return `${formatTime(toTemporal(at), { now: toTemporal(now), timeZone })}${there ? `, ${there}` : ""}`;
  };
  const slot = instantOf(stands.slot);
  if (slot) return { at: slot, words: say(slot) };
  if (stands.signed) {
    const next = instantOf(stands.nextAt);
    const { once } = waitWords[stands.waitReason ?? "in_line"];
    return { at: next, words: next ? `from ${say(next)}` : once };
  }
  const leave = leaveFrom(facts, now);
  if (!leave) return { at: null, words: "" };
  const at = toDate(leave.at);
  return { at, words: at <= now ? "at once" : say(at) };
}
