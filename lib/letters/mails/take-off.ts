import { inArray, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { emailDrafts } from "@/db/schema/drafts";
import { singleMails } from "@/db/schema/letters";
import { endSingles } from "../../singles/end-singles";

/** Why the drafts of a discarded letter are rejected; those that were taken off it before have another reason. */
export const discarded = "Discarded";

/** Takes mails off a letter. What never was signed is gone; what ever was stays to be seen, and nothing comes of it. The caller holds their drafts. */
export async function takeOff(tx: TeamTransaction, scope: Scope, draftIds: string[], now: Date): Promise<void> {
  if (draftIds.length === 0) return;
  const rows = await readRows<{ draftId: string; singleMailId: string; isKept: boolean }>(
    tx,
    sql`select d.id as "draftId", h.id as "singleMailId", d.first_approved_at is not null
          or exists (select 1 from signatures g where g.draft_id = d.id) or exists (select 1 from sign_job_drafts j where j.draft_id = d.id)
          or exists (select 1 from deliveries v where v.draft_id = d.id) or exists (select 1 from scheduled_emails e where e.draft_id = d.id) as "isKept"
        from email_drafts d join single_mails h on h.draft_id = d.id where d.id = any(${sql.param(draftIds)}::uuid[])`,
  );
  const gone = rows.filter(({ isKept }) => !isKept).map(({ draftId }) => draftId);
  if (gone.length > 0) {
    await tx.delete(singleMails).where(inArray(singleMails.draftId, gone));
    await tx.delete(emailDrafts).where(inArray(emailDrafts.id, gone));
  }
  await discardMails(
    tx,
    scope,
    rows.filter(({ isKept }) => isKept),
    "Taken off the letter",
    now,
  );
}

/** Ends mails that wait for a signature, in a way that can be taken back. */
export async function discardMails(
  tx: TeamTransaction,
  scope: Scope,
  mails: { draftId: string; singleMailId: string }[],
  why: string,
  now: Date,
): Promise<void> {
  if (mails.length === 0) return;
  await tx
    .update(emailDrafts)
    .set({ rejectedAt: now, rejectedBy: scope.memberId, rejectReason: why, updatedAt: now })
    .where(
      inArray(
        emailDrafts.id,
        mails.map(({ draftId }) => draftId),
      ),
    );
  await endSingles(
    tx,
    scope.memberId,
    mails.map(({ singleMailId }) => singleMailId),
    "discarded",
    now,
  );
}

/** Takes that back: they wait for a signature again, except those to people who were archived meanwhile. */
export async function bringBack(
  tx: TeamTransaction,
  mails: { draftId: string; singleMailId: string }[],
  now: Date,
): Promise<void> {
  if (mails.length === 0) return;
  const ids = sql`any(${sql.param(mails.map(({ singleMailId }) => singleMailId))}::uuid[])`;
  // First, so that nobody archives them before their mail is open again.
  await tx.execute(
    sql`select 1 from contacts p where p.id in (select h.contact_id from single_mails h where h.id = ${ids}) order by p.id for share`,
  );
  const reopened = await tx
    .update(singleMails)
    .set({ endedReason: null, endedAt: null, endedBy: null })
    .where(
      sql`${singleMails.id} = ${ids} and ${singleMails.endedReason} = 'discarded'
        and exists (select 1 from contacts p where p.id = ${singleMails.contactId} and p.archived_at is null)`,
    )
    .returning({ draftId: singleMails.draftId });
  if (reopened.length === 0) return;
  await tx
    .update(emailDrafts)
    .set({ rejectedAt: null, rejectedBy: null, rejectReason: null, updatedAt: now })
    .where(
      inArray(
        emailDrafts.id,
        reopened.map(({ draftId }) => draftId),
      ),
    );
}
