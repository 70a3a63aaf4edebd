import { readCell } from "../../../files/out/csv-cell";
import { readEntry } from "../../entries/read-entry";
import { readReason } from "./read-reason";

/** What the columns of a file mean, from 0. */
export type Columns = {
  /** Null where the file's first line is an entry already. */
  headers: string[] | null;
  /** Where the entries stand. */
  main: number;
  /** Looked at in turn where that cell is empty. */
  others: number[];
  /** Its words say why. */
  reason: number | null;
  /** Filled in, but not with a no, they say why by their head alone. */
  flags: number[];
  note: number | null;
  /** Says of our own list what an entry is, where % and * could be either. */
  kind: number | null;
};

const entryHead = /^(e[\s_-]*mail|mail|email|address|adresse|courriel|correo|entry|eintrag|recipient|empf[aä]nger|contact|value)/;
const domainHead = /^(domain|domaine|wildcard|company[\s_-]*domain)/;
const linkHead = /web|url|link|homepage|site/;
const noteHead = /note|comment|bemerkung|kommentar|notiz|remarque|anmerkung/;
const statusHead = /reason|grund|raison|motif|status|statut|state|type|typ$|category|suppression|source/;

/**
 * Finds out what each column is: the entries by what stands in it, since files are headed in every way or not at all; the reason and the note by
 * their heads and words.
 * @param sample the first records of the file. @param wanted the column of the entries, where a person chose it.
 */
export function chooseColumns(sample: string[][], wanted: number | null): Columns {
  const [first = [], ...rest] = sample;
  const isHeaded = isHead(first, wanted);
  const rows = isHeaded ? rest : sample;
  const heads = (isHeaded ? first : []).map(plain);
  const places = Array.from({ length: Math.max(1, ...sample.slice(0, 50).map((row) => row.length)) }, (_, at) => at);
  const scores = places.map((at) => score(rows, at, heads[at] ?? ""));
  const best = places.reduce((one, other) => ((scores[other] ?? 0) > (scores[one] ?? 0) ? other : one), 0);
  const main = wanted !== null && wanted < places.length ? wanted : best;
  const free = places.filter((at) => at !== main);
  const others = free.filter((at) => entryHead.test(heads[at] ?? "") || domainHead.test(heads[at] ?? ""));
  const left = free.filter((at) => !others.includes(at));
  const reason = left.find((at) => saysWhy(rows, at, heads[at] ?? "")) ?? null;
  const flags = left.filter((at) => at !== reason && readReason(heads[at] ?? "") !== null && !statusHead.test(heads[at] ?? ""));
  const note = left.find((at) => at !== reason && noteHead.test(heads[at] ?? "")) ?? null;
  const kind = left.find((at) => heads[at] === "kind") ?? null;
  return { headers: isHeaded ? first : null, main, others: headed(others, heads), reason, flags, note, kind };
}

const plain = (head: string) => head.trim().toLowerCase();
const headed = (places: number[], heads: string[]) => (heads.length > 0 ? places : []);

/** A first line is a head unless it holds an entry: an address anywhere, or a domain where the entries stand. */
function isHead(first: string[], wanted: number | null): boolean {
  if (first.some((cell) => kindOf(cell) === "address")) return false;
  if (first.some((cell) => entryHead.test(plain(cell)) || domainHead.test(plain(cell)))) return true;
  return wanted !== null || first.length > 1 ? kindOf(first[wanted ?? 0] ?? "") === null : kindOf(first[0] ?? "") === null;
}

/** How much a column looks like the one of the entries. Dates, numbers and web pages look like domains and weigh little. */
function score(rows: string[][], at: number, head: string): number {
  const kinds = rows.map((row) => kindOf(row[at] ?? ""));
  const share = (kind: ReturnType<typeof kindOf>) => kinds.filter((one) => one === kind).length / Math.max(1, rows.length);
  const byHead = entryHead.test(head) ? 0.2 : domainHead.test(head) ? 0.1 : linkHead.test(head) ? -0.3 : 0;
  return 1.3 * share("address") + share("domain") + 0.6 * share("wildcard") + byHead;
}

/** What a cell names, null for nothing that an entry can be. */
function kindOf(cell: string): "address" | "domain" | "wildcard" | null {
  const text = readCell(cell).trim();
  if (text === "" || text.length > 400 || /^[\d\s.,:%/-]+$/.test(text)) return null;
  const read = readEntry(text);
  if ("refused" in read) return null;
  const [entry] = read.entries;
  if (!entry) return null;
  return "emailNorm" in entry ? "address" : "domain" in entry ? "domain" : "wildcard";
}

function saysWhy(rows: string[][], at: number, head: string): boolean {
  if (noteHead.test(head)) return false;
  const filled = rows.map((row) => row[at] ?? "").filter((cell) => cell.trim() !== "");
  const told = filled.filter((cell) => readReason(cell) !== null && cell.length < 120).length;
  return told > 0 && (statusHead.test(head) || told / filled.length > 0.6);
}
