import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { campaignContacts, campaignSequences } from "@/db/schema/campaigns";
import { emailDrafts, signatures } from "@/db/schema/drafts";
import { openStatuses } from "@/db/schema/words";
import type { MailRequest } from "../../mail/mail-request";
import { isAsLaunched } from "../../shown/signed-by-launch";
import { checkDraft, mayBeSigned } from "../check-draft";
import { type ComposedDraft, draftTypeOf } from "./compose-draft";
import type { Writing } from "./read-writing";

/**
 * Keeps written drafts, one a contact and step: what was written twice is kept once. Where launching is the signature, a draft
 * that comes from the template as launched and passes every check is signed by it; all others wait for a person, and all do once
 * signature block, mailbox or team are others than whoever launched saw.
 * @returns how many are new.
 */
export async function insertDrafts(
  tx: TeamTransaction,
  drafts: { writing: Writing; text: ComposedDraft }[],
  now: Date,
): Promise<number> {
  if (drafts.length === 0) return 0;
  const rows = await tx
    .insert(emailDrafts)
    .values(
      drafts.map(({ writing, text }) => ({
        contactId: writing.contactId,
        draftType: draftTypeOf(writing.step.sequenceOrder, writing.steps),
        subject: text.subject,
        body: text.body,
        createdAt: now,
        updatedAt: now,
        campaignId: writing.campaignId,
        campaignContactId: writing.campaignContactId,
        sequenceId: writing.step.id,
        sequenceStep: writing.step.sequenceOrder,
        sequenceVersion: writing.step.version,
        senderAccountId: writing.senderAccountId,
        writtenBy: text.writtenBy,
        missingFields: text.missing,
      })),
    )
    .onConflictDoNothing()
    .returning();
  await tx
    .update(campaignContacts)
    .set({ modelSilentUntil: null })
    .where(
      and(
        inArray(
          campaignContacts.id,
          rows.flatMap((row) => row.campaignContactId ?? []),
        ),
        isNotNull(campaignContacts.modelSilentUntil),
      ),
    );
  await tx
    .update(campaignContacts)
    .set({ waitReason: "needs_signature", nextAt: null })
    .where(
      and(
        inArray(
          campaignContacts.id,
          rows.flatMap((row) => (row.sequenceStep === 1 && row.campaignContactId) || []),
        ),
        inArray(campaignContacts.status, openStatuses),
      ),
    );
  const byContact = new Map(drafts.map(({ writing }) => [writing.campaignContactId, writing]));
  const ready: Ready[] = [];
  for (const row of rows) {
    const writing = byContact.get(row.campaignContactId ?? "");
    if (!writing?.signsByLaunch || row.writtenBy !== "template") continue;
    const { checks, request, hash } = await checkDraft(tx, row);
    if (mayBeSigned(checks)) ready.push({ row, writing, request, hash });
  }
  for (const campaignId of new Set(ready.map(({ writing }) => writing.campaignId))) {
    if (!(await isAsLaunched(tx, campaignId))) continue;
    for (const mail of ready) if (mail.writing.campaignId === campaignId) await signByLaunch(tx, mail, now);
  }
  return rows.length;
}

type Ready = { row: typeof emailDrafts.$inferSelect; writing: Writing; request: MailRequest; hash: string };

async function signByLaunch(tx: TeamTransaction, { row, writing, request, hash }: Ready, now: Date) {
  const [step] = await tx
    .select({ version: campaignSequences.version })
    .from(campaignSequences)
    .where(eq(campaignSequences.id, writing.step.id));
  if (step?.version !== row.sequenceVersion) return;
  await tx
    .update(emailDrafts)
    .set({ status: "approved", approvedAt: now, request, requestHash: hash })
    .where(eq(emailDrafts.id, row.id));
  await tx.insert(signatures).values({ draftId: row.id, hash, kind: "launch", signedBy: writing.launchedBy, signedAt: now });
}
