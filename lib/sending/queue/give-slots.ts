import { inArray } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { emailDrafts } from "@/db/schema/drafts";
import { scheduledEmails } from "@/db/schema/sending";
import { emit } from "../../events/emit";
import { admit } from "./admit";
import type { Candidate } from "./lock-candidates";
import type { Queue } from "./lock-queue";

/**
 * Writes slots down. A contact that has no run is given one, under a new admission number; a run that waits is told.
 * The run's name is fixed here, so that whatever ran for the contact before can write no more.
 */
export async function giveSlots(
  tx: TeamTransaction,
  teamId: string,
  queue: Queue,
  slots: { mail: Candidate; at: Date }[],
  now: Date,
) {
  for (let start = 0; start < slots.length; start += 500) {
    const some = slots.slice(start, start + 500);
    const written = await tx
      .insert(scheduledEmails)
      .values(
        some.map(({ mail, at }) => ({
          draftId: mail.draftId,
          contactId: mail.contactId,
          senderAccountId: queue.senderAccountId,
          scheduledFor: at,
          createdAt: now,
          campaignId: queue.campaignId,
          campaignContactId: mail.campaignContactId,
        })),
      )
      .returning({ id: scheduledEmails.id, campaignContactId: scheduledEmails.campaignContactId });
    const drafts = some.map(({ mail }) => mail.draftId);
    await tx.update(emailDrafts).set({ status: "scheduled" }).where(inArray(emailDrafts.id, drafts));
    const waiting = new Set(some.filter(({ mail }) => mail.runId).map(({ mail }) => mail.campaignContactId));
    await emit(
      tx,
      "campaign/contact.changed",
      written.flatMap(({ id, campaignContactId }) =>
        campaignContactId && waiting.has(campaignContactId)
          ? [{ eventId: `slot:${id}`, data: { teamId, campaignContactId } }]
          : [],
      ),
    );
    await admit(
      tx,
      teamId,
      queue,
      some.filter(({ mail }) => !mail.runId).map(({ mail }) => mail),
      now,
    );
  }
}
