import type { ShownMail } from "./compare/shown-mail";
import type { MailRequest } from "./mail-request";

/** What was signed, in the form in which Exchange shows mails, to compare the two. */
export function signedAsShown(request: MailRequest): ShownMail {
  const from = { email: request.from.email, name: request.from.name };
  return {
    subject: request.subject,
    from,
    sender: from,
    to: [request.to],
    cc: [],
    bcc: [],
    replyTo: [],
    html: request.html,
    attachments: [],
    changeKey: null,
    changedAt: null,
    folderId: null,
  };
}
