import PostalMime, { type Email } from "postal-mime";
import { textOfHtml } from "../../../mail/text-of-html";
import { findFields, unfold } from "./read-fields";

/** A report of Exchange has four levels; what is nested deeper wants to cost time. */
const depth = 12;
/** Status and the headers of the mail it is about stand before whatever is long. Taking a text apart costs time by the line. */
const longest = 256_000;
const mostLines = 4_000;
const longestHtml = 100_000;

type OpenedReport = {
  /** What it says to people; empty where it cannot be taken apart. */
  words: string;
  /** Its part for machines. */
  fields: string | null;
  /** Headers of the mail it returns, unfolded; empty where it returns none. */
  returned: string;
};

/** Takes the raw MIME text of a report apart; of what cannot be taken apart only fields that stand in it are found. */
export async function openReport(raw: string): Promise<OpenedReport> {
  const mime = beginningOf(raw);
  const parsed = await parse(mime);
  const part = (type: RegExp) => text(parsed?.attachments.find((one) => type.test(one.mimeType))?.content);
  const words =
    parsed === null
      ? ""
      : mended(parsed.text?.trim() ? parsed.text : parsed.html ? textOfHtml(parsed.html.slice(0, longestHtml)) : bodyOf(mime));
  const status = part(/^message\/(?:global-)?delivery-status$/i);
  const fields = status?.trim() ? status : (findFields(words) ?? findFields(mime));
  const returned = part(/^(?:message\/(?:rfc822|global)|text\/rfc822(?:-headers)?|message\/(?:rfc822|global)-headers)$/i) ?? "";
  return { words, fields, returned: headersOf(returned) };
}

function beginningOf(raw: string): string {
  let end = -1;
  for (let line = 0; line < mostLines; line++) {
    end = raw.indexOf("\n", end + 1);
    if (end < 0 || end > longest) return raw.slice(0, longest);
  }
  return raw.slice(0, end);
}

async function parse(mime: string): Promise<Email | null> {
  try {
    return await PostalMime.parse(mime, { attachmentEncoding: "utf8", maxNestingDepth: depth, forceRfc822Attachments: true });
  } catch {
    return null;
  }
}

function text(content: unknown): string | undefined {
  if (typeof content === "string") return content;
  if (content instanceof ArrayBuffer || content instanceof Uint8Array) return new TextDecoder().decode(content);
  return undefined;
}

/** What stands behind its headers, where no part of it was found. */
const bodyOf = (mime: string) => mime.slice(Math.max(0, mime.search(/\r?\n\r?\n/)));

const headersOf = (mail: string) => unfold(mail.replace(/^\s+/, "")).split(/\n[ \t]*\n/)[0] ?? "";

/** Japanese servers write their seven-bit code without naming it. */
function mended(words: string): string {
  if (!words.includes("\u001b$")) return words;
  return new TextDecoder("iso-2022-jp").decode(Buffer.from(words, "latin1"));
}
