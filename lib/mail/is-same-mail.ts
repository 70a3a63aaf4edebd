import { linkUnsubscribe, listUnsubscribe } from "./leaving/list-unsubscribe";
import type { Header, MailRequest, NewRequest, Thread } from "./mail-request";

/** A mail as it would be signed now, and its own text within it. */
type Now = { request: NewRequest; body: string };

/** What each version promises, checked as it was promised. */
const same: Record<MailRequest["version"], (kept: MailRequest, now: Now) => boolean> = {
  1: isSameContent,
  2: (kept, now) => isSameContent(kept, now) && unsubscribes(kept, now),
  3: (kept, now) => isSameContent(kept, now) && unsubscribes(kept, now),
};

/**
 * Whether a signed request still is the mail of its draft: its text, subject, recipient, mailbox and thread. A new signature block or
 * postal address is for the mails signed from then on; another address of the mailbox is a matter of its own.
 */
export function isSameMail(kept: MailRequest, now: Now): boolean {
  return same[kept.version](kept, now);
}

function isSameContent(kept: MailRequest, { request, body }: Now): boolean {
  return (
    kept.to.email === request.to.email &&
    kept.from.senderAccountId === request.from.senderAccountId &&
    kept.subject === request.subject &&
    kept.unsubscribeUrl === request.unsubscribeUrl &&
    nameThread(kept.thread) === nameThread(request.thread) &&
    kept.html.startsWith(`<div data-part="text">${body}</div>`)
  );
}

function nameThread(thread: Thread | null): string {
  if (!thread) return "";
  return "messageId" in thread ? `message ${thread.messageId}` : `delivery ${thread.deliveryId}`;
}

/** By the page of now, with or without a mail to the mailbox: to the address it was signed under, which may have been corrected since. */
function unsubscribes(kept: MailRequest, { request: { unsubscribeUrl } }: Now): boolean {
  if (unsubscribeUrl === "") return "headers" in kept && kept.headers.length === 0;
  return [linkUnsubscribe(unsubscribeUrl), listUnsubscribe(kept.from.email, unsubscribeUrl)].some((way) => hasHeader(kept, way));
}

function hasHeader(kept: MailRequest, { name, value }: Header): boolean {
  return "headers" in kept && kept.headers.some((header) => header.name === name && header.value === value);
}
