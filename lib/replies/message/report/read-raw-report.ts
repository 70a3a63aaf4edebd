import PostalMime, { type Email } from "postal-mime";
import { readReportWords } from "./read-report-words";
import type { Report } from "./report";

/** A report of Exchange has four levels; what is nested deeper wants to cost time. */
const depth = 12;
/** Status and the headers of the mail it is about stand before whatever is long. Taking a text apart costs time by the line. */
const longest = 256_000;
const mostLines = 10_000;

/**
 * Reads the machine-readable part of a report (RFC 3464) out of its raw MIME text, or its words where it has none.
 * @param failed the address its X-Failed-Recipients names.
 * @returns null when it tells of no address and no code.
 */
export async function readRawReport(raw: string, failed: string | null = null): Promise<Report | null> {
  const mime = beginningOf(raw);
  const parsed = await parse(mime);
  const part = (type: RegExp) => text(parsed?.attachments.find((one) => type.test(one.mimeType))?.content);
  const status = part(/^message\/delivery-status$/i) ?? blockIn(mime);
  if (!status) return readReportWords(parsed?.text ?? wordsOf(parsed, mime), failed);
  const original = part(/^(message\/rfc822|text\/rfc822-headers)$/i) ?? mime.slice(mime.search(/final-recipient/i));
  return readFields(unfold(status), unfold(original));
}

function readFields(fields: string, original: string): Report {
  const says = field(fields, "diagnostic-code") ?? "";
  const code = codeOf(field(fields, "status"));
  return {
    action: (field(fields, "action") ?? "failed").toLowerCase(),
    // x.0.0 says nothing: the other server's own words often hold the code.
    status: code === null || /\.0\.0$/.test(code) ? (codeOf(says) ?? code) : code,
    // What we wrote to is the original; the final one is the mailbox behind it.
    recipient: addressOf(field(fields, "original-recipient")) ?? addressOf(field(fields, "final-recipient")),
    originalMessageId: field(original, "message-id")?.match(/<[^<>\s]+>/)?.[0] ?? null,
    says,
  };
}

function beginningOf(raw: string): string {
  let end = -1;
  for (let line = 0; line < mostLines; line++) {
    end = raw.indexOf("\n", end + 1);
    if (end < 0 || end > longest) return raw.slice(0, longest);
  }
  return raw.slice(0, end);
}

/** Null for what cannot be taken apart: its text is looked through as it is. */
async function parse(mime: string): Promise<Email | null> {
  try {
    return await PostalMime.parse(mime, { attachmentEncoding: "utf8", maxNestingDepth: depth });
  } catch {
    return null;
  }
}

const wordsOf = (parsed: Email | null, mime: string) =>
  parsed?.html?.replace(/<[^<>]*>/g, " ") ?? mime.slice(Math.max(0, mime.search(/\r?\n\r?\n/)));

function addressOf(value: string | undefined): string | null {
  const address = value
    ?.replace(/^[^;]*;\s*/, "")
    .replace(/[<>]/g, "")
    .trim()
    .toLowerCase();
  return address?.includes("@") ? address : null;
}

const codeOf = (text: string | undefined) => text?.match(/(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/)?.[0] ?? null;

function text(content: unknown): string | undefined {
  if (typeof content === "string") return content;
  if (content instanceof ArrayBuffer) return new TextDecoder().decode(content);
  if (content instanceof Uint8Array) return new TextDecoder().decode(content);
  return undefined;
}

/** Some senders mislabel the part; the block is still there in plain text. */
function blockIn(mime: string): string | undefined {
  const start = mime.search(/^(final|original)-recipient:/im);
  return start < 0 ? undefined : mime.slice(start, start + 4000);
}

function unfold(block: string) {
  return block.slice(0, 100_000).replace(/\r?\n[ \t]+/g, " ");
}

function field(block: string, name: string): string | undefined {
  return new RegExp(`^${name}:[ \\t]*(.*)$`, "im").exec(block)?.[1]?.trim();
}
