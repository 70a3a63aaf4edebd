import type { Scope } from "@/db/access/with-team";
import { addressOf } from "../../columns/map-row";
import type { Mapping } from "../../columns/mapping";
import { isOptedOut, type OptedOut } from "../../columns/people/opted-out";
import { AppError } from "../../errors/app-error";
import { openRows } from "../../files/kept/open-rows";
import { DoubtCollector } from "../../files/reading/doubts/collect-doubts";
import { type Doubt, isBlank, type Reading } from "../../files/reading/reading";
import { AddressCounter } from "./address-counter";
import type { CountedFile } from "./counted-file";

/** The sum over a whole file, what in it is doubtful, and rows from all of it by which its columns are told. */
export type LookedThrough = { counted: CountedFile; doubts: Doubt[]; sample: string[][] };

/** Rows by which columns are told: the first of a file, then one in so many, ever more sparsely. */
const mostSampled = 2000;
const longestSampled = 300;

/**
 * Reads a kept file to its end.
 * @param width how many cells most rows have. @param optedOut who of it may not be mailed.
 * @param endsLine whether its last line has an end.
 */
export async function countFile(
  scope: Scope,
  upload: { id: string; bytes: number | null },
  reading: Reading,
  {
    mapping,
    width,
    optedOut,
    endsLine,
    lines,
  }: { mapping: Mapping; width: number; optedOut: OptedOut | null; endsLine: boolean; lines: number | null },
): Promise<LookedThrough> {
  const doubts = new DoubtCollector(reading, width);
  const addresses = new AddressCounter(
    scope,
    mapping.findIndex((one) => one.target === "email"),
  );
  const address = addressOf(mapping);
  let sample: string[][] = [];
  let [rows, last, step] = [0, 0, 1];
  const found: Doubt[] = [];
  try {
    for await (const row of openRows(scope, upload, reading, { lines })) {
      last = row.lastLine;
      if (isBlank(row.cells)) continue;
      doubts.take(row);
      await addresses.take(optedOut && isOptedOut(optedOut, row.cells) ? null : address(row.cells));
      if (rows % step === 0) sample.push(row.cells.map((cell) => cell.slice(0, longestSampled)));
      rows += 1;
      if (sample.length < mostSampled) continue;
      sample = sample.filter((_, place) => place < mostSampled / 4 || place % 2 === 0);
      step *= 2;
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    found.push(stopped(error.message, last + 1));
  }
  return { counted: await addresses.counts(last), doubts: [...found, ...doubts.doubts(endsLine || found.length > 0)], sample };
}

function stopped(sentence: string, line: number): Doubt {
  const [title = "", detail = ""] = sentence.split(": ");
  return {
    kind: "unclosed",
    line,
    lastLine: null,
    title: title.replace(/\.$/, ""),
    detail: detail ? `${detail[0]?.toUpperCase()}${detail.slice(1)}` : "Nothing behind it can be read.",
    offers: [{ label: "Read quotes as text", change: { quote: null } }],
    blocks: true,
  };
}
