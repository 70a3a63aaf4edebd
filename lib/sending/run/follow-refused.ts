import { and, eq, lt, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { emailDrafts } from "@/db/schema/drafts";
import { scheduledEmails } from "@/db/schema/sending";
import { endContact } from "../../campaigns/end-contact";
import { readSendingRules } from "../../campaigns/read-sending-rules";
import { askFeed } from "../../events/ask-feed";
import { toDate } from "../../schedule/clock/to-temporal";
import { placeLate } from "../../slots/place-late";
import { takeBackSlots } from "../../slots/take-back-slots";
import type { Refusal } from "../ledger/judge-intent";
import { returnToReview } from "./return-to-review";
import { againIn, minuteMs, type OfContact, type SentStep } from "./sent-step";

/** What is said of a slot that is given back; else the mail is not as signed in the mailbox. */
const slotReasons: Partial<Record<Refusal["reason"], string>> = {
  held: "Held",
  "mailbox guarded": "Mailbox paused by its guard rail",
  "domain unproven": "Domain not proven",
  "mailbox day used": "Mailbox’s day used",
  "team budget used": "Team’s budget used",
  elsewhere: "Under way in another campaign",
};

/** What the last check's refusal means for the run of a campaign's contact. */
export async function followRefused(scope: Scope, planned: OfContact, refusal: Refusal, now: Date): Promise<SentStep> {
  switch (refusal.reason) {
    case "ended":
    case "lost its run":
      return { kind: "ended" };
    case "suppressed":
      await withTeam(scope, (tx) => endContact(tx, { teamId: scope.teamId, ...planned }, "suppressed", now));
      return { kind: "ended" };
    case "answered":
      await withTeam(scope, (tx) => endContact(tx, { teamId: scope.teamId, ...planned }, "replied", now));
      return { kind: "ended" };
    case "changed since it was signed":
    case "footer incomplete":
      await returnToReview(scope, planned.draftId, refusal.reason, now);
      return { kind: "wait" };
    case "changed in Outlook":
    case "left otherwise":
    case "held":
    case "mailbox guarded":
    case "domain unproven":
    case "elsewhere":
      // Others are not to wait behind a minute that this one cannot use.
      await withTeam(scope, async (tx) => {
        await takeBackSlots(
          tx,
          sql`e.draft_id = ${planned.draftId}`,
          slotReasons[refusal.reason] ?? "Not as signed in the mailbox",
        );
        const [draft] = await tx
          .select({ of: emailDrafts.campaignId })
          .from(emailDrafts)
          .where(eq(emailDrafts.id, planned.draftId));
        if (draft?.of) await askFeed(tx, scope.teamId, [draft.of]);
      });
      return { kind: "wait" };
    case "mailbox day used":
    case "team budget used":
      // Given back and not moved: all that are refused would come again in the minute of the first place. The allocator, which is asked every minute,
      // gives places as they become free, follow-ups first.
      await withTeam(scope, (tx) =>
        takeBackSlots(tx, sql`e.draft_id = ${planned.draftId}`, slotReasons[refusal.reason] ?? refusal.reason),
      );
      return { kind: "wait" };
    case "mailbox not read":
      return againIn(refusal.from ? toDate(refusal.from).getTime() - now.getTime() : minuteMs, now);
    case "mailbox rests":
      return againIn(refusal.from ? toDate(refusal.from).getTime() - now.getTime() : 0, now);
    case "mailbox in trouble":
      return againIn(Math.max(minuteMs, refusal.from ? toDate(refusal.from).getTime() - now.getTime() : 0), now);
    case "not yet": {
      const from = refusal.from ? toDate(refusal.from) : null;
      if (!from) return { kind: "wait" };
      return { kind: "again", at: (await moveLate(scope, planned, from, now)).toISOString() };
    }
    default:
      return { kind: "wait" };
  }
}

/**
 * Gives a mail that may not leave now its next place. Only later: no engine moves a slot to an earlier time. Where it was stays to be seen, unless a person had
 * chosen that time, who is named then.
 * @param lateOnly leaves a slot that is still ahead where it is, though before `from`: whoever brings the same mail at this moment counts on it.
 * @returns when to try again.
 */
export async function moveLate(
  scope: Scope,
  { draftId, senderAccountId, campaignContactId, runId }: OfContact,
  from: Date,
  now: Date,
  lateOnly = false,
): Promise<Date> {
  return withTeam(scope, async (tx) => {
    const [slot] = await tx
      .select({ campaignId: scheduledEmails.campaignId, at: scheduledEmails.scheduledFor })
      .from(scheduledEmails)
      .innerJoin(campaignContacts, eq(campaignContacts.id, campaignContactId))
      // A run that was replaced meanwhile moves nothing of the one that came after it.
      .where(and(eq(scheduledEmails.draftId, draftId), eq(scheduledEmails.status, "pending"), eq(campaignContacts.runId, runId)));
    // Its own slot is still ahead, and free of the others.
    if (!slot?.campaignId || slot.at >= from || (lateOnly && slot.at > now)) return from;
    const rules = await readSendingRules(tx, slot.campaignId);
    const to = await placeLate(tx, { campaignId: slot.campaignId, senderAccountId, draftId, rules }, from, now);
    await tx
      .update(scheduledEmails)
      .set({
        scheduledFor: to,
        movedFrom: sql`case when ${scheduledEmails.movedBy} is null then ${scheduledEmails.scheduledFor} else ${scheduledEmails.movedFrom} end`,
      })
      .where(
        and(eq(scheduledEmails.draftId, draftId), eq(scheduledEmails.status, "pending"), lt(scheduledEmails.scheduledFor, to)),
      );
    return to;
  });
}
