import type { RawLetter, SplitLetter } from "../received-letter";
import { cutHtml } from "./cut-html";
import { splitQuoted } from "./split-quoted";

/** A letter as its mailbox gave it, cut where it is endless, with their words told from what they quote. */
export function splitLetter({ html, unique, attachments, closed, isCut }: RawLetter): SplitLetter {
  const part = cutHtml(html);
  const split = splitQuoted(part.html, unique === null ? null : cutHtml(unique).html);
  return { ...split, attachments, closed, isCut: isCut || part.isCut };
}
