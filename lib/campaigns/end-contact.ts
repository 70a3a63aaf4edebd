import { and, eq, inArray, sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { emailDrafts } from "@/db/schema/drafts";
import { scheduledEmails } from "@/db/schema/sending";
import { emit } from "../events/emit";

export type EndReason =
  | "got every mail"
  | "replied"
  | "bounced"
  | "unsubscribed"
  | "rejected"
  | "stopped by hand"
  | "could not be sent"
  | "campaign ended"
  | "suppressed";

const statusOf: Record<EndReason, "completed" | "replied" | "bounced" | "unsubscribed"> = {
  "got every mail": "completed",
  replied: "replied",
  bounced: "bounced",
  unsubscribed: "unsubscribed",
  rejected: "completed",
  "stopped by hand": "completed",
  "could not be sent": "completed",
  "campaign ended": "completed",
  suppressed: "completed",
};

/**
 * Ends a campaign for one contact: nothing more is planned for it, and its run is told.
 * A mail already handed to Exchange stays in the ledger and is settled there.
 * @returns false when it had ended before (its reason then stays).
 */
export async function endContact(
  tx: TeamTransaction,
  contact: { teamId: string; campaignContactId: string; memberId?: string | null },
  reason: EndReason,
  now: Date,
): Promise<boolean> {
  const ended = await tx
    .update(campaignContacts)
    .set({
      status: statusOf[reason],
      endedReason: reason,
      waitReason: null,
      nextAt: null,
      completedAt: now,
      ...(reason === "bounced" ? { bouncedAt: now } : {}),
      ...(reason === "unsubscribed" ? { unsubscribedAt: now } : {}),
      ...(reason === "replied"
        ? { repliedAt: sql`coalesce(${campaignContacts.repliedAt}, ${now.toISOString()}::timestamptz)` }
        : {}),
      ...(contact.memberId ? { stoppedBy: contact.memberId } : {}),
    })
    .where(and(eq(campaignContacts.id, contact.campaignContactId), inArray(campaignContacts.status, ["pending", "in_progress"])))
    .returning({ id: campaignContacts.id });
  await cancelPlans(tx, contact.campaignContactId, reason);
  await emit(tx, "campaign/contact.stopped", [
    {
      eventId: `stopped:${contact.campaignContactId}:${now.getTime()}`,
      data: { teamId: contact.teamId, campaignContactId: contact.campaignContactId, reason },
    },
  ]);
  return ended.length > 0;
}

/** Takes back the slots of one contact; its signed drafts stay signed but have no slot. */
export async function cancelPlans(tx: TeamTransaction, campaignContactId: string, reason: string) {
  const cancelled = await tx
    .update(scheduledEmails)
    .set({ status: "cancelled", cancelReason: reason })
    .where(and(eq(scheduledEmails.campaignContactId, campaignContactId), eq(scheduledEmails.status, "pending")))
    .returning({ draftId: scheduledEmails.draftId });
  if (cancelled.length === 0) return;
  // A draft whose mail is already with Exchange keeps its status until the ledger settles it.
  await tx
    .update(emailDrafts)
    .set({ status: "approved" })
    .where(
      and(
        inArray(
          emailDrafts.id,
          cancelled.map((row) => row.draftId),
        ),
        eq(emailDrafts.status, "scheduled"),
        sql`not exists (select 1 from deliveries d where d.draft_id = ${emailDrafts.id} and d.state in ('submitting', 'reconciling', 'accepted', 'confirmed', 'review'))`,
      ),
    );
}
