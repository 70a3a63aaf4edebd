import type { PickedContact } from "../contacts/pick-contact";
import { env } from "../env/env";
import { buildMailRequest } from "../mail/build-mail-request";
import { sanitizeHtml } from "../mail/sanitize-html";
import { mergeData } from "./render/merge-data";
import { TemplateError } from "./render/parse-template";
import { renderTemplate, type TemplateTexts } from "./render/render-template";

export type MailPreview = {
  /** Place of the contact among those it is shown for, from 1; 0 when there is nobody. */
  index: number;
  of: number;
  contactName: string;
  from: string;
  fromName: string;
  to: string;
  subject: string;
  html: string;
  missing: string[];
  /** Why the text cannot be read, if it cannot. */
  problem: string | null;
};

/** A text as one person would get it, with signature block and unsubscribe line. `subjectOf` makes the subject of a follow-up. */
export function previewMail(given: {
  texts: TemplateTexts;
  picked: PickedContact;
  mailbox: { id: string; email: string; displayName: string | null; signatureHtml: string } | null;
  team: { name: string; postalAddress: string | null };
  subjectOf?: (filled: string) => string;
}): MailPreview {
  const { texts, picked, mailbox, team, subjectOf } = given;
  const { person } = picked;
  const sender = { email: mailbox?.email ?? "your mailbox", displayName: mailbox?.displayName ?? null };
  const shared = {
    index: picked.place,
    of: picked.of,
    contactName: person?.name ?? person?.email ?? "",
    from: sender.email,
    fromName: sender.displayName ?? sender.email,
    to: person?.email ?? "",
  };
  try {
    const filled = renderTemplate(texts, mergeData({ contact: person ?? nobody, mailbox: sender, teamName: team.name }));
    const request = buildMailRequest({
      from: { senderAccountId: mailbox?.id ?? "", email: shared.from, name: shared.fromName },
      to: { email: shared.to, name: shared.contactName },
      subject: subjectOf ? subjectOf(filled.subject) : filled.subject,
      bodyHtml: sanitizeHtml(filled.body),
      signatureHtml: mailbox?.signatureHtml ?? "",
      teamName: team.name,
      postalAddress: team.postalAddress ?? "no postal address yet",
      unsubscribeUrl: `${env().APP_URL}/u/preview`,
      previous: null,
    });
    return { ...shared, subject: request.subject, html: request.html, missing: person ? filled.missing : [], problem: null };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return { ...shared, subject: "", html: "", missing: [], problem: error.message };
  }
}

const nobody = { firstName: null, lastName: null, name: null, email: "", company: null, fields: {} };
