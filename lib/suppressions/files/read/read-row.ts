import type { SuppressionReason } from "@/db/schema/words";
import { readCell } from "../../../files/out/csv-cell";
import { normalAddress } from "../../../mail/address";
import { checkAddress } from "../../../mail/check-address";
import type { Entry } from "../../entries/entry";
import { readEntry } from "../../entries/read-entry";
import { graver } from "../graver";
import type { Columns } from "./choose-columns";
import { readReason } from "./read-reason";

/** What a line of the file gives: an entry with why and a note, or the sentence why it is none. */
export type ReadRow = (Entry & { reason: SuppressionReason | null; note: string | null }) | { refused: string; note: string };

const longestNote = 300;
const no = /^(0|false|no|nein|non|n|f|falsch|faux|never|-|null|none)$/i;
/** How others call those who did not say no; Mailchimp's export of a whole audience holds them too. */
const saidYes = /^(subscribed|active|aktiv|abonniert|abonn[eé]e?|opted[\s_-]?in|confirmed|delivered|valid)$/i;
const hash = /^[\w-]{1,40}:[0-9a-f]{64}$/;

/**
 * The entries of one line; none for a remark and an empty line.
 * @param otherwise why, where the line does not say it.
 */
export function readRow(cells: string[], columns: Columns, otherwise: SuppressionReason | null): ReadRow[] {
  if (/^(#|\/\/)/.test(cells[0] ?? "") || cells.every((cell) => cell === "")) return [];
  const at = [columns.main, ...columns.others].find((place) => (cells[place] ?? "") !== "") ?? columns.main;
  // A remark behind an entry of a bare list may hold commas.
  const whole = columns.headers === null && /\s(#|\/\/)/.test(cells[at] ?? "") ? cells.slice(at).join(", ") : (cells[at] ?? "");
  const [text = "", remark = null] = splitRemark(readCell(whole));
  const status = columns.reason === null ? "" : (cells[columns.reason] ?? "").trim();
  if (saidYes.test(status)) return [refuse(`The file calls this one “${status}”: nobody who said no.`, text)];
  if (hash.test(text)) return [refuse("An erased address. Only its hash is left, which means nothing in another list.", text)];
  const texts = columns.headers === null && cells.length > 1 && remark === null ? severalIn(cells, text) : [text];
  const reason = reasonOf(cells, columns, otherwise);
  const note = noteOf(cells, columns, remark);
  return texts.flatMap((one): ReadRow[] => {
    // A date or a number is written like a domain, and no domain ends in digits (RFC 3696, section 2).
    if (/^[\d\s.,:%/-]+$/.test(one)) return [refuse("This is a number or a date.", one)];
    const read = isAddress(cells, columns, one) ? { entries: [{ emailNorm: normalAddress(one) }] } : readEntry(one);
    if ("refused" in read) return [refuse(read.refused, one)];
    return read.entries.map((entry) => ({ ...entry, reason, note }));
  });
}

/** An address with a % or a * in it, as our own list says; elsewhere both stand for any letters. */
function isAddress(cells: string[], columns: Columns, text: string): boolean {
  return columns.kind !== null && cells[columns.kind] === "address" && /[%*]/.test(text) && checkAddress(text) === null;
}

const refuse = (sentence: string, text: string): ReadRow => ({ refused: sentence, note: text.slice(0, longestNote) });

/** `anna@x.example # by phone`, as people keep such lists by hand. */
function splitRemark(text: string): string[] {
  const found = /^(\S+)\s+(?:#|\/\/)\s*(.*)$/.exec(text);
  return found ? [found[1] ?? "", found[2] ?? ""] : [text];
}

/** A line without a head may hold several addresses, as out of a mail program's To; anything else is one entry with more beside it. */
function severalIn(cells: string[], text: string): string[] {
  const filled = cells.map((cell) => readCell(cell)).filter((cell) => cell !== "");
  return filled.every((cell) => cell.includes("@")) ? filled : [text];
}

function reasonOf(cells: string[], columns: Columns, otherwise: SuppressionReason | null): SuppressionReason | null {
  const told: SuppressionReason[] = [];
  const said = columns.reason === null ? null : readReason(cells[columns.reason] ?? "");
  if (said) told.push(said);
  for (const place of columns.flags) {
    const cell = (cells[place] ?? "").trim();
    const reason = cell === "" || no.test(cell) ? null : readReason(columns.headers?.[place] ?? "");
    if (reason) told.push(reason);
  }
  return told.length > 0 ? told.reduce(graver) : otherwise;
}

/** The note, or the reason in words that are none of ours, such as "competitor". */
function noteOf(cells: string[], columns: Columns, remark: string | null): string | null {
  const note = columns.note === null ? "" : readCell(cells[columns.note] ?? "");
  const said = columns.reason === null ? "" : (cells[columns.reason] ?? "");
  const own = said !== "" && readReason(said) === null ? said : "";
  return ([note, own, remark].find((one) => one?.trim()) ?? "").slice(0, longestNote) || null;
}
