import { inArray } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { emailDrafts } from "@/db/schema/drafts";
import { scheduledEmails } from "@/db/schema/sending";
import { emit } from "../../events/emit";
import type { Candidate } from "./lock-candidates";
import type { Queue } from "./lock-queue";

/**
 * Writes slots down. A run that waits is told, one that sleeps past its slot is let go, and one that wakes before it finds it. Who has no run waits as
 * a row until shortly before the slot.
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
    const withRun = some.filter(({ mail }) => mail.runId);
    const waiting = withRun.filter(({ mail }) => mail.runDueAt === null).map(contactOf);
    await tellRuns(tx, teamId, written, waiting, now);
    const late = withRun.filter(({ mail, at }) => mail.runDueAt !== null && mail.runDueAt > at).map(contactOf);
    if (late.length > 0) await tx.update(campaignContacts).set({ runId: null }).where(inArray(campaignContacts.id, late));
  }
}

const contactOf = ({ mail }: { mail: Candidate }) => mail.campaignContactId;

async function tellRuns(
  tx: TeamTransaction,
  teamId: string,
  written: { id: string; campaignContactId: string | null }[],
  waiting: string[],
  now: Date,
) {
  if (waiting.length === 0) return;
  const told = new Set(waiting);
  await tx.update(campaignContacts).set({ runDueAt: now }).where(inArray(campaignContacts.id, waiting));
  await emit(
    tx,
    "campaign/contact.changed",
    written.flatMap(({ id, campaignContactId }) =>
      campaignContactId && told.has(campaignContactId) ? [{ eventId: `slot:${id}`, data: { teamId, campaignContactId } }] : [],
    ),
  );
}
