import { normalAddress } from "../../mail/address";
import { isAutomatic } from "./automatic/is-automatic";
import { isReport } from "./is-report";
import { header, type ReceivedMessage } from "./received-message";

/**
 * What a message in the mailbox is. `ours`: the mailbox wrote it itself. `list`: it was sent to many, and is a person's answer only where it
 * answers a mail of ours. `other`: it concerns nobody.
 */
export type MessageKind = "reply" | "report" | "automatic" | "list" | "ours" | "other";

/**
 * Sorts a message by its class first, then its headers, then its words; what is left was written by a person.
 * Sources: RFC 3834 (Auto-Submitted), RFC 3464 (reports), RFC 2919 and 2369 (lists), Exchange's message classes.
 * @param own every address of the mailbox, lower-case.
 */
export function classifyMessage(message: ReceivedMessage, own: readonly string[]): MessageKind {
  const from = normalAddress(message.from ?? "");
  if (isReport(message)) return "report";
  if (!from) return "other";
  if (own.includes(from)) return "ours";
  if (isOther(message)) return "other";
  const calendar = calendarKind(message);
  if (calendar) return calendar;
  if (isAutomatic(message)) return "automatic";
  return isList(message) ? "list" : "reply";
}

/** Voice mail, fax and missed calls arrive as mail of the telephone system; a complaint is multipart/report and not about delivery. */
function isOther(message: ReceivedMessage): boolean {
  return (
    /^ipm\.note\.microsoft\.(voicemail|fax|missed)/i.test(message.messageClass ?? "") ||
    /report-type="?feedback-report/i.test(header(message, "content-type") ?? "")
  );
}

/** An invitation is a person's answer, and so are the words with which one is accepted or declined; a click alone is not. */
function calendarKind(message: ReceivedMessage): MessageKind | null {
  const kind = (message.messageClass ?? "").toLowerCase();
  const type = (message.odataType ?? "").toLowerCase();
  if (!kind.startsWith("ipm.schedule.") && !type.includes("eventmessage")) return null;
  const invites = kind === "ipm.schedule.meeting.request" || type.endsWith("eventmessagerequest");
  const forwarded = kind.startsWith("ipm.schedule.meeting.notification");
  return invites || (!forwarded && message.text.trim() !== "") ? "reply" : "automatic";
}

function isList(message: ReceivedMessage): boolean {
  const marks = ["list-id", "list-unsubscribe", "list-post", "mailing-list", "x-beenthere"];
  return marks.some((name) => header(message, name)) || /^(list|bulk|junk)$/i.test((header(message, "precedence") ?? "").trim());
}

/** Message-IDs this message answers: In-Reply-To first, then References, latest first, without doubles. */
export function answeredIds(message: Pick<ReceivedMessage, "headers">): string[] {
  const ids = (text: string | undefined) => text?.match(/<[^<>\s]+>/g) ?? [];
  return [...new Set([...ids(header(message, "in-reply-to")), ...ids(header(message, "references")).reverse()])];
}
