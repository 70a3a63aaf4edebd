import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { withTeam } from "@/db/access/with-team";
import type { Member } from "../../auth/member";
import { AppError } from "../../errors/app-error";
import { recordActivity } from "../../events/record-activity";
import { giveTime } from "./give-time";
import { lockTimed, mustHaveTime } from "./lock-timed";
import { takeBackMs } from "./take-back-ms";

/**
 * Gives a mail that was to leave at once the time back that it had before, as long as it was not handed over.
 * @returns that time, as ISO text. @throws AppError "not_found", "conflict" where it has left or nothing is there to take back.
 */
export async function takeBackSendNow(member: Member, draftId: string, now: Date): Promise<{ name: string; at: string }> {
  return withTeam(member, async (tx) => {
    const mail = await lockTimed(tx, draftId);
    mustHaveTime(mail, member, now);
    const { name, slot, contactId, campaignId } = mail;
    const [sent] = await readRows<{ was: string }>(
      tx,
      sql`select a.detail->>'was' as was from activities a where a.contact_id = ${contactId} and a.verb = 'sent a mail now'
            and a.detail->>'draftId' = ${draftId} and a.at > ${new Date(now.getTime() - takeBackMs).toISOString()}::timestamptz
          order by a.at desc limit 1`,
    );
    if (!sent || !slot) throw new AppError("conflict", "There is nothing to take back any more. Nothing was changed.");
    const was = new Date(sent.was);
    if (slot.at >= was) return { name, at: slot.at.toISOString() };
    const at = was > now ? was : now;
    await giveTime(tx, member.teamId, mail, at, null, now);
    const detail = { draftId, from: slot.at.toISOString(), to: at.toISOString() };
    await recordActivity(tx, member, { verb: "moved a mail", campaignId, contactId, at: now, detail });
    return { name, at: at.toISOString() };
  });
}
