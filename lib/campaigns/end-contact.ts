import { and, eq, inArray, sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { emit } from "../events/emit";
import { takeBackSlots } from "../sending/queue/take-back-slots";

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
  await takeBackSlots(tx, sql`e.campaign_contact_id = ${contact.campaignContactId}`, reason);
  await emit(tx, "campaign/contact.stopped", [
    {
      eventId: `stopped:${contact.campaignContactId}:${now.getTime()}`,
      data: { teamId: contact.teamId, campaignContactId: contact.campaignContactId, reason },
    },
  ]);
  return ended.length > 0;
}
