import { and, eq, isNull, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { contactHolds } from "@/db/schema/replies";
import { replyThreads } from "@/db/schema/threads";
import { withExchange } from "@/db/schema/words";
import { lockEnrolments } from "../../../campaigns/answered/lock-answered";
import { readSendingRules } from "../../../campaigns/read-sending-rules";
import { backToDrafts } from "../../../drafts/back-to-drafts";
import { AppError } from "../../../errors/app-error";
import { askFeed } from "../../../events/ask-feed";
import { recordActivity } from "../../../events/record-activity";
import { toDate } from "../../../schedule/clock/to-temporal";
import { startOfWindow } from "../../../schedule/start-of-window";
import { findThread } from "../../../threads/find-thread";
import { lockThread } from "../../../threads/lock-thread";
import type { ThreadRow } from "../../../threads/thread-row";
import { readGoesOn } from "./read-goes-on";

/** `version`: what of theirs whoever decides had before their eyes. `day`: "2027-03-01". */
export type GoingOn = { threadId: string; version: number; campaignContactId: string; day: string };

/**
 * Somebody asked to be written to later: the campaign that their answer ended for them goes on at a day, when its window opens. What was signed before they
 * answered goes back to Review, because nobody knew their answer; no mail leaves before somebody has signed it anew.
 * @returns when it goes on, the hold it waits in, and how many mails went back to Review.
 * @throws AppError "not_found"; "invalid" for a day that has passed; "conflict" with why it stays ended, or where they wrote again.
 */
export async function goOn(scope: Scope, given: GoingOn, now: Date): Promise<{ until: Date; holdId: string; toReview: number }> {
  const { threadId, campaignContactId: id, day } = given;
  return withTeam(scope, async (tx) => {
    const known = await findThread(tx, threadId);
    const [enrolment] = await tx.select().from(campaignContacts).where(eq(campaignContacts.id, id));
    if (!enrolment || enrolment.contactId !== known.contactId) throw new AppError("not_found");
    const { contactId, campaignId } = enrolment;
    const toReview = await signedBefore(tx, id);
    await backToDrafts(tx, { ...scope, memberId: null }, toReview, "They wrote since it was signed", now);
    await tx.execute(sql`select 1 from campaigns where id = ${campaignId} for no key update`);
    // Whatever comes of theirs holds these while it is written down: from here on nothing does.
    await lockEnrolments(tx, contactId);
    const { row: thread } = await lockThread(tx, threadId);
    if (thread.version !== given.version) throw new AppError("conflict", "They wrote again. Read that first, then decide.");
    const found = (await readGoesOn(tx, contactId)).find((one) => one.campaignContactId === id);
    if (!found) throw new AppError("conflict", "The campaign did not end for them with an answer, or has no step left.");
    if (found.stays) throw new AppError("conflict", `${found.stays}, so the campaign stays ended for them.`);
    await refuseHandedOver(tx, id, found.campaign);
    const until = toDate(startOfWindow(await readSendingRules(tx, campaignId), day));
    if (until <= now) throw new AppError("invalid", undefined, { day: "That day has passed. Choose one ahead." });
    await reopen(tx, id, campaignId, until);
    const holdId = await holdLater(tx, scope, { id, thread, until, day }, now);
    await tx
      .update(replyThreads)
      .set({ laterOn: day })
      .where(and(eq(replyThreads.id, threadId), eq(replyThreads.label, "later")));
    const detail = { threadId, until: until.toISOString() };
    await recordActivity(tx, scope, { verb: "let a campaign go on", campaignId, contactId, detail, at: now });
    await askFeed(tx, scope.teamId, [campaignId]);
    return { until, holdId, toReview: toReview.length };
  });
}

/** Mails of this place in the campaign that are signed and have not left. */
async function signedBefore(tx: TeamTransaction, campaignContactId: string): Promise<string[]> {
  const rows = await readRows<{ id: string }>(
    tx,
    sql`select d.id from email_drafts d where d.campaign_contact_id = ${campaignContactId} and d.status <> 'sent'
          and exists (select 1 from signatures g where g.draft_id = d.id and g.voided_at is null) order by d.id`,
  );
  return rows.map(({ id }) => id);
}

/** The next mail was on its way when they answered: it may have arrived. */
async function refuseHandedOver(tx: TeamTransaction, campaignContactId: string, campaign: string): Promise<void> {
  const [left] = await readRows<{ id: string }>(
    tx,
    sql`select v.id from deliveries v join campaign_sequences s on s.id = v.sequence_id join campaign_contacts c on c.id = v.campaign_contact_id
        where c.id = ${campaignContactId} and v.state in ${anyOf(withExchange)} and s.sequence_order > c.current_sequence_step limit 1`,
  );
  if (left)
    throw new AppError(
      "conflict",
      `The next mail of ${campaign} was on its way when they wrote, so the campaign stays ended for them.`,
    );
}

async function reopen(tx: TeamTransaction, id: string, campaignId: string, until: Date): Promise<void> {
  const opened = await tx
    .update(campaignContacts)
    .set({
      status: sql`case when ${campaignContacts.currentSequenceStep} > 0 then 'in_progress' else 'pending' end`,
      endedReason: null,
      completedAt: null,
      stoppedBy: null,
      waitReason: "asked_later",
      nextAt: until,
      dueAt: until,
      runId: null,
    })
    .where(and(eq(campaignContacts.id, id), eq(campaignContacts.endedReason, "replied")))
    .returning({ id: campaignContacts.id });
  if (opened.length === 0) throw new AppError("conflict", "The campaign did not end for them with an answer.");
  // With its last contact a campaign is finished by itself.
  await tx.execute(
    sql`update campaigns set status = 'active', completed_at = null where id = ${campaignId} and status = 'completed' and completed_by is null`,
  );
}

type Later = { id: string; thread: ThreadRow; until: Date; day: string };

/** It begins right behind the last of theirs that was known: whatever is found from then on stops the campaign as any answer does. */
async function holdLater(tx: TeamTransaction, scope: Scope, { id, thread, until, day }: Later, now: Date): Promise<string> {
  await tx
    .update(contactHolds)
    .set({ ended: "replaced", endedAt: now, endedBy: scope.memberId })
    .where(and(eq(contactHolds.campaignContactId, id), isNull(contactHolds.endedAt)));
  const known = sql`(select date_trunc('milliseconds', max(x.at)) + interval '1 millisecond' from (
    select n.created_at as at from mailbox_messages n where n.contact_id = ${thread.contactId}
    union all select r.created_at from email_replies r where r.contact_id = ${thread.contactId}) x)`;
  const [hold] = await tx
    .insert(contactHolds)
    .values({
      campaignContactId: id,
      kind: "asked for later",
      beganAt: sql`coalesce(${known}, ${now.toISOString()}::timestamptz)`,
      until,
      backDay: day,
      messageId: thread.lastMessageId,
      madeBy: scope.memberId,
    })
    .returning({ id: contactHolds.id });
  if (!hold) throw new Error("The hold was not written.");
  return hold.id;
}
