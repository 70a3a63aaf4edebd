import { directionMarks } from "./invisible";

/** A name or a subject on one line: a line break would be a second header; bidirectional marks can show another text than is signed. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(directionMarks, "")
    .replace(/\s+/g, " ")
    .trim();
}
