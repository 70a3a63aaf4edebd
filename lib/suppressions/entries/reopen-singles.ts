import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { withExchange } from "@/db/schema/words";
import { answeredAfter } from "../../campaigns/answered-since";
import { planSingle } from "../../singles/plan-single";
import { reopenSingle } from "../../singles/reopen-single";

/** What one person ended at one instant by suppressing, of these people, and before when none of their mail leaves again. */
type Act = { contactIds: string[]; at: Date; notBefore: Date };

/**
 * Brings back what was written by hand to these people and ended by a suppression that is lifted by now: a signed mail leaves at its time, or once the
 * half minute is over. It stays ended where they answered since it was signed, are suppressed otherwise, were archived, or it had been handed over.
 * @returns how many are there again, and how many stay ended.
 */
export async function reopenSingles(
  tx: TeamTransaction,
  scope: Scope,
  { contactIds, at, notBefore }: Act,
  now: Date,
): Promise<{ open: number; ended: number }> {
  const which = sql`h.contact_id = any(${sql.param(contactIds)}::uuid[]) and h.ended_reason = 'suppressed'
    and h.ended_at = ${at.toISOString()}::timestamptz and h.ended_by = ${scope.memberId}::uuid`;
  await tx.execute(
    sql`select 1 from email_drafts d where d.id in (select h.draft_id from single_mails h where ${which}) order by d.id for update`,
  );
  const mails = await readRows<{ id: string; isFree: boolean; leaveAt: string | null }>(
    tx,
    sql`select h.id, h.leave_at as "leaveAt", p.archived_at is null and l.discarded_at is null and not is_suppressed(h.contact_id, h.recipient_email)
            and (g.id is null or ${answeredAfter(sql`h.contact_id`, sql`g.signed_at`)} is null)
            and not exists (select 1 from deliveries v where v.draft_id = h.draft_id and v.state in ${anyOf(withExchange)}) as "isFree"
          from single_mails h join contacts p on p.id = h.contact_id left join letters l on l.id = h.letter_id left join signatures g on g.draft_id = h.draft_id and g.voided_at is null
          where ${which} order by h.id`,
  );
  let open = 0;
  for (const { id, isFree, leaveAt } of mails) {
    if (!isFree || !(await reopenSingle(tx, id, "suppressed"))) continue;
    open += 1;
    // One that was never signed has no time, and waits as the draft that it was.
    const time = instantOf(leaveAt) ?? notBefore;
    await planSingle(tx, scope.teamId, id, time > notBefore ? time : notBefore, now);
  }
  return { open, ended: mails.length - open };
}
