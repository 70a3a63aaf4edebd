import { sql } from "drizzle-orm";
import { withTeam } from "@/db/access/with-team";
import type { Member } from "../auth/member";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";
import { lockThread } from "./lock-thread";
import { refuseChanged } from "./refuse-changed";
import { isTooFar } from "./snooze/is-too-far";
import type { Before } from "./stand";

/**
 * Takes an act on a thread back, as long as the thread is as that act left it. What waited for them waits only where our answer still stands; else
 * it is to do.
 * @throws AppError "not_found", "conflict" with what came since.
 */
export function restoreThread(member: Member, threadId: string, { was, made }: Before, now: Date): Promise<void> {
  return withTeam(member, async (tx) => {
    const locked = await lockThread(tx, threadId);
    const { row, stand } = locked;
    await refuseChanged(tx, member, locked, made, "all", now);
    if ((was.state === "snoozed") !== (was.snoozedUntil !== null)) throw new AppError("invalid");
    if (was.snoozedUntil !== null && isTooFar(new Date(was.snoozedUntil), now)) throw new AppError("invalid");
    // Only what a member can do by hand: to whom it was given before may have left the team since.
    const person = sql`(select m.id from members m where m.id = ${was.assignedTo}::uuid and m.status = 'active' and m.role <> 'viewer')`;
    // What was written elsewhere, in Outlook, is in no row of ours but this one.
    const answered = sql`(is_answered(t.id) or coalesce(t.last_out_at > greatest(t.last_in_at, noted_at(t.team_id, t.contact_id, t.sender_account_id)), false))`;
    const at = sql`${now.toISOString()}::timestamptz`;
    const isGiven = was.assignedTo !== stand.assignedTo;
    const until = was.snoozedUntil === null ? sql`null` : sql`${was.snoozedUntil}::timestamptz`;
    await tx.execute(
      sql`update reply_threads t set state = case when ${was.state} = 'waiting' and not ${answered} then 'open' else ${was.state} end,
            snoozed_until = ${until}, snoozed_by = case when ${was.state} = 'snoozed' then ${member.memberId}::uuid end,
            done_at = case when ${was.state} = 'done' then ${at} end, done_by = case when ${was.state} = 'done' then ${member.memberId}::uuid end
            ${isGiven ? sql`, assigned_to = ${person}, assigned_by = ${member.memberId}::uuid, assigned_at = ${at}` : sql``}
          where t.id = ${threadId} and t.state = ${made.state}`,
    );
    if (isGiven) {
      const detail = { threadId, to: was.assignedTo };
      await recordActivity(tx, member, { verb: "assigned a thread", contactId: row.contactId, at: now, detail });
    }
  });
}
