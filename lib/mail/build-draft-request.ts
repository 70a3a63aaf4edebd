import { and, asc, eq, isNotNull, lt, sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { campaignContacts, campaignSequences, campaignSettings } from "@/db/schema/campaigns";
import { contacts } from "@/db/schema/contacts";
import { emailDrafts } from "@/db/schema/drafts";
import { senderAccounts } from "@/db/schema/senders";
import { deliveries } from "@/db/schema/sending";
import { teams } from "@/db/schema/teams";
import { env } from "@/lib/env/env";
import { AppError } from "@/lib/errors/app-error";
import { buildMailRequest } from "./build-mail-request";
import { isSameMail } from "./is-same-mail";
import { hashRequest, type MailRequest } from "./mail-request";
import { readKeptRequest } from "./read-kept-request";

export type DraftRequest = {
  request: MailRequest;
  hash: string;
  /** The mailbox has this address, and the mail was signed under another. */
  correctedTo: string | null;
  /** Why nobody can tell any more what was signed. */
  unreadable: string | null;
};

/**
 * The request of a draft: used when a draft is written, edited and signed, and once more at the last moment before it leaves.
 * Of an unsigned one out of what the database holds now; a signed one stays as it was signed, in the version in which it was signed, as
 * long as it is the same mail.
 * @param instead another text, to see what mail it would be.
 * @throws AppError "not_found" when the draft belongs to no campaign of this team.
 */
export async function buildDraftRequest(
  tx: TeamTransaction,
  draftId: string,
  instead?: { subject: string; body: string },
): Promise<DraftRequest> {
  const [draft] = await tx.select().from(emailDrafts).where(eq(emailDrafts.id, draftId));
  if (!draft?.campaignContactId || !draft.sequenceId || !draft.campaignId) throw new AppError("not_found");
  // Each table by its own key: joined to one another before the database has counted their rows, everybody meets everybody.
  const [row] = await tx
    .select({
      enrolled: campaignContacts,
      contact: contacts,
      mailbox: senderAccounts,
      step: campaignSequences,
      timezone: campaignSettings.timezone,
    })
    .from(campaignContacts)
    .innerJoin(contacts, eq(contacts.id, draft.contactId))
    .innerJoin(senderAccounts, eq(senderAccounts.id, campaignContacts.senderAccountId))
    .innerJoin(campaignSequences, eq(campaignSequences.id, draft.sequenceId))
    .innerJoin(campaignSettings, eq(campaignSettings.campaignId, draft.campaignId))
    .where(eq(campaignContacts.id, draft.campaignContactId));
  const [team] = await tx.select({ name: teams.name, postalAddress: teams.postalAddress }).from(teams);
  if (!row || !team) throw new AppError("not_found");
  const sameThread = row.step.sequenceOrder > 1 && row.step.subjectTemplate.trim() === "";
  const before = sameThread ? await previousMail(tx, row.enrolled.id, row.step.sequenceOrder) : null;
  const request = buildMailRequest({
    from: { senderAccountId: row.mailbox.id, email: row.mailbox.email, name: row.mailbox.displayName ?? row.mailbox.email },
    to: { email: row.enrolled.recipientEmail, name: row.contact.name ?? row.enrolled.recipientEmail },
    subject: instead?.subject ?? draft.editedSubject ?? draft.subject,
    bodyHtml: instead?.body ?? draft.editedBody ?? draft.body,
    signatureHtml: row.mailbox.signatureHtml,
    teamName: team.name,
    postalAddress: team.postalAddress ?? "",
    unsubscribeUrl: `${env().APP_URL}/u/${row.enrolled.unsubscribeToken}`,
    previous: before ? { ...before, timezone: row.timezone } : null,
  });
  const built = { request, hash: hashRequest(request), correctedTo: null, unreadable: null };
  if (instead || draft.status === "draft") return built;
  const kept = readKeptRequest(draft.request);
  if ("unreadable" in kept) return { ...built, unreadable: kept.unreadable };
  if (!isSameMail(kept.request, { request, body: draft.editedBody ?? draft.body })) return built;
  const correctedTo = kept.request.from.email === request.from.email ? null : request.from.email;
  return { request: kept.request, hash: hashRequest(kept.request), correctedTo, unreadable: null };
}

/** The mail before, as it was handed to Graph: its own text and all that it quoted. */
async function previousMail(tx: TeamTransaction, campaignContactId: string, step: number) {
  const rows = await tx
    .select({
      deliveryId: deliveries.id,
      sentAt: deliveries.acceptedAt,
      html: sql<string | null>`${emailDrafts.request}->>'html'`,
      body: emailDrafts.body,
    })
    .from(deliveries)
    .innerJoin(emailDrafts, eq(emailDrafts.id, deliveries.draftId))
    .where(
      and(
        eq(deliveries.campaignContactId, campaignContactId),
        isNotNull(deliveries.acceptedAt),
        lt(emailDrafts.sequenceStep, step),
      ),
    )
    .orderBy(asc(emailDrafts.sequenceStep));
  const last = rows.at(-1);
  return last?.sentAt ? { deliveryId: last.deliveryId, sentAt: last.sentAt, html: last.html ?? last.body } : null;
}

/** The subject of a follow-up in the same thread: set by us, because Exchange writes its prefix in the mailbox's language. */
export function followUpSubject(firstSubject: string): string {
  return /^re:/i.test(firstSubject) ? firstSubject : `Re: ${firstSubject}`;
}
