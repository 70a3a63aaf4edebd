import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { mailboxGuards } from "@/db/schema/limits";
import { recordActivity } from "../../events/record-activity";
import { takeBackSlots } from "../../slots/take-back-slots";
import { wakeMailbox } from "../../slots/wake-mailbox";
import { countLastMails } from "./count-last-mails";
import { judgeGuard } from "./judge-guard";
import { allowedIn } from "./read-allowed";

/**
 * Pauses a mailbox whose last mails met too many dead addresses or opt-outs: a last check that begins after this transaction lets no mail of it leave,
 * whatever has a slot; one that is under way at this moment may. Safe to call at any time; what was done already is not done again.
 * @returns whether it was paused by this.
 */
export async function watchMailbox(tx: TeamTransaction, teamId: string, senderAccountId: string, now: Date): Promise<boolean> {
  // One at a time: of two that are recorded at this moment each would count without the other. Whoever waits here holds people, and whoever
  // goes on takes hold of nobody, so the two never wait for each other.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('guard:' || ${senderAccountId}, 0))`);
  const [open] = await readRows<{ is: boolean }>(
    tx,
    sql`select exists (select 1 from mailbox_guards y where y.sender_account_id = ${senderAccountId} and y.ended_at is null) as is`,
  );
  if (open?.is) {
    await takeBackFree(tx, senderAccountId);
    return false;
  }
  const verdict = judgeGuard(await countLastMails(tx, senderAccountId), await allowedIn(tx));
  if (!verdict) return false;
  const [paused] = await tx
    .insert(mailboxGuards)
    .values({ senderAccountId, ...verdict, beganAt: now })
    .onConflictDoNothing()
    .returning({ id: mailboxGuards.id });
  if (!paused) return false;
  const { kind, counted, of } = verdict;
  await recordActivity(
    tx,
    { teamId, memberId: null },
    { verb: "paused a mailbox by its guard", detail: { senderAccountId, kind, counted, of }, at: now },
  );
  await takeBackFree(tx, senderAccountId);
  // Looked over, so that each who waits says why.
  await wakeMailbox(tx, teamId, senderAccountId);
  return true;
}

/** Slots of campaigns whose draft nobody has in hand at this moment; the others are refused when their time comes, or taken by the sweep. */
async function takeBackFree(tx: TeamTransaction, senderAccountId: string): Promise<void> {
  const drafts = await readRows<{ id: string }>(
    tx,
    sql`select d.id from email_drafts d where d.id in (select e.draft_id from scheduled_emails e where e.sender_account_id = ${senderAccountId} and e.status = 'pending' and e.campaign_id is not null)
        order by d.id for no key update skip locked`,
  );
  if (drafts.length === 0) return;
  const ids = sql.param(drafts.map(({ id }) => id));
  await takeBackSlots(tx, sql`e.draft_id = any(${ids}::uuid[])`, "Mailbox paused by its guard rail");
}
