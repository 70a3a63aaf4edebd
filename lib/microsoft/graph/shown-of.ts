import type { Message, NullableOption, Recipient } from "@microsoft/microsoft-graph-types";
import type { ShownMail } from "../../mail/compare/shown-mail";
import { escapeHtml } from "../../mail/escape-html";

/** A message of Graph as a mail to compare. What Graph does not answer, on a draft that was just made, is not there. */
export function shownOf(message: Message): ShownMail {
  const { contentType, content } = message.body ?? {};
  return {
    subject: message.subject ?? "",
    from: message.from ? personOf(message.from) : null,
    sender: message.sender ? personOf(message.sender) : null,
    to: peopleOf(message.toRecipients),
    cc: peopleOf(message.ccRecipients),
    bcc: peopleOf(message.bccRecipients),
    replyTo: peopleOf(message.replyTo),
    html: contentType === "text" ? escapeHtml(content ?? "").replaceAll("\n", "<br>") : (content ?? ""),
    attachments: (message.attachments ?? []).map(({ name, size }) => ({ name: name ?? "", size: size ?? 0 })),
    changeKey: message.changeKey ?? null,
    changedAt: message.lastModifiedDateTime ?? null,
    folderId: message.parentFolderId ?? null,
  };
}

function personOf({ emailAddress }: Recipient): ShownMail["to"][number] {
  return { email: emailAddress?.address ?? "", name: emailAddress?.name ?? "" };
}

function peopleOf(people: NullableOption<Recipient[]> | undefined): ShownMail["to"] {
  return (people ?? []).map(personOf);
}
