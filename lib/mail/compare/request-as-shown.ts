import type { MailRequest } from "../mail-request";
import type { ShownMail } from "./shown-mail";

/** A signed mail as Exchange would show it, where nobody kept what Exchange showed. */
export function requestAsShown(request: MailRequest): ShownMail {
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
