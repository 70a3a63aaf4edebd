import PostalMime, { type Email } from "postal-mime";
import { normalAddress } from "../../mail/address";
import { answeredIds } from "./answered-ids";
import { header, type ReceivedMessage } from "./received-message";

export type Complaint = { recipient: string | null; originalMessageId: string | null };

/** Its fields and the headers of the mail it returns stand before whatever is long. */
const longest = 256_000;
const depth = 12;

/** Providers that keep to no form name the server the mail came from. */
const aboutServer = /^(re: )?\W{0,3}(complaint|abuse|spam|junk|feedback|fbl|arf)\b.{0,60}\b\d{1,3}(\.\d{1,3}){3}\b/i;

/** Whether a mailbox provider passes on that somebody called our mail spam, in the form made for it (RFC 5965) or one of its own. */
export function isFeedback(message: Pick<ReceivedMessage, "headers" | "subject">): boolean {
  return /report-type="?feedback-report/i.test(header(message, "content-type") ?? "") || aboutServer.test(message.subject);
}

/** Whom a complaint names and which mail it is about, as far as it says; providers often blacken the address. */
export async function readComplaint(message: ReceivedMessage, raw: string | null): Promise<Complaint> {
  const mime = raw?.slice(0, longest) ?? "";
  const parsed = mime === "" ? null : await parse(mime);
  const fields = part(parsed, /^message\/feedback-report$/i) ?? mime;
  const returned = part(parsed, /^(message\/rfc822|text\/rfc822-headers)$/i) ?? wordsAfterFields(mime) ?? message.body;
  const named = [
    field(fields, "original-rcpt-to"),
    field(fields, "removal-recipient"),
    field(returned, "x-hmxmroriginalrecipient"),
    field(returned, "to"),
  ];
  return {
    recipient: named.map(addressIn).find((one) => one !== null) ?? null,
    originalMessageId: field(returned, "message-id")?.match(/<[^<>\s]+>/)?.[0] ?? answeredIds(message)[0] ?? null,
  };
}

/** Null for what cannot be taken apart: its text is looked through as it is. */
async function parse(mime: string): Promise<Email | null> {
  try {
    return await PostalMime.parse(mime, { attachmentEncoding: "utf8", maxNestingDepth: depth, forceRfc822Attachments: true });
  } catch {
    return null;
  }
}

function part(parsed: Email | null, type: RegExp): string | undefined {
  const content: unknown = parsed?.attachments.find((one) => type.test(one.mimeType))?.content;
  if (typeof content === "string") return content;
  return content instanceof ArrayBuffer || content instanceof Uint8Array ? new TextDecoder().decode(content) : undefined;
}

/** In a report that was mislabelled the returned mail still stands behind the fields. */
function wordsAfterFields(mime: string): string | undefined {
  const at = mime.search(/^feedback-type:/im);
  return at < 0 ? undefined : mime.slice(at);
}

function field(block: string, name: string): string | undefined {
  const unfolded = block.slice(0, longest).replace(/\r?\n[ \t]+/g, " ");
  return new RegExp(`^[ \\t>]{0,8}${name}:[ \\t]*(.*)$`, "im").exec(unfolded)?.[1]?.trim();
}

function addressIn(value: string | undefined): string | null {
  const found = value?.match(/[^\s<>"';,:]{1,64}@[^\s<>"';,]{1,190}/)?.[0];
  return found && !/redacted|removed|anonym|xxxx/i.test(found) ? normalAddress(found) : null;
}
