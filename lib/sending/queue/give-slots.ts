import { inArray, sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { emailDrafts } from "@/db/schema/drafts";
import { scheduledEmails } from "@/db/schema/sending";
import { emit } from "../../events/emit";
import type { Candidate } from "./lock-candidates";
import type { Queue } from "./lock-queue";
import { runName } from "./run-name";

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

/** Starts a run for each contact. Inngest remembers an event's id for a day only, so each admission has its own. */
async function admit(tx: TeamTransaction, teamId: string, queue: Queue, mails: Candidate[], now: Date) {
  if (mails.length === 0) return;
  const runs = mails.map(({ campaignContactId, admission }) => ({ campaignContactId, admission: admission + 1 }));
  await tx.execute(
    sql`update campaign_contacts c set admission = x.admission, admitted_at = ${now.toISOString()}::timestamptz, run_id = x.run_id
        from unnest(${sql.param(runs.map((run) => run.campaignContactId))}::uuid[], ${sql.param(runs.map((run) => run.admission))}::int[],
          ${sql.param(runs.map((run) => runName(run.campaignContactId, run.admission)))}::text[]) as x(id, admission, run_id) where c.id = x.id`,
  );
  await emit(
    tx,
    "campaign/contact.admitted",
    runs.map((run) => ({
      eventId: `admitted:${runName(run.campaignContactId, run.admission)}`,
      data: { teamId, campaignId: queue.campaignId, senderAccountId: queue.senderAccountId, ...run },
    })),
  );
}
