import { type Dialect, type Divider, dividers, type FileRow } from "../reading";
import { splitText } from "../split-text";
import { countAddresses } from "./looks-of-cells";
import { scoreRows, usualWidth } from "./score-rows";

/** The dialect of a file with how its first part falls into rows. `sure`: nothing else came near. */
export type FoundDialect = { dialect: Dialect; rows: FileRow[]; unclosed: number | null; saidBy: "sep" | null; sure: boolean };

/** Enough lines to see what is steady, and few enough to try every way of reading them. */
const [mostLetters, mostLines] = [60_000, 500];
/** Rare dividers need a reason, and so do single quotation marks: an apostrophe is met everywhere. */
const doubted: Partial<Record<Divider, number>> = { "~": 0.03, "^": 0.05, ":": 0.15, "|": 0.01 };

/**
 * What divides the cells of a text and what encloses them: every way is tried on its first part, and the one by which it falls into the steadiest rows and the
 * cleanest cells, with addresses alone in theirs, is the file's.
 * @param isWhole whether the text is all of the file; else its last line may be cut.
 */
export function findDialect(text: string, isWhole: boolean): FoundDialect {
  const said = /^\ufeff?\s*"?sep=([^\r\n"])"?[ ;,]*(?:\r\n|\n|\r)/i.exec(text);
  const divider = dividers.find((one) => one === said?.[1]);
  const sample = firstLines(said ? text.slice(said[0].length) : text, isWhole);
  const addresses = countAddresses(sample);
  const tried = candidates(sample).map((dialect) => {
    const split = splitText(sample, dialect);
    const cost =
      (doubted[dialect.divider] ?? 0) +
      (dialect.quote === "'" ? 0.1 : dialect.quote === null ? 0.05 : 0) +
      (split.unclosed ? 0.1 : 0) -
      (dialect.divider === divider ? 0.5 : 0);
    return { dialect, ...split, score: scoreRows(split.rows, dialect, addresses) - cost };
  });
  // The first of equals: the commonest come first.
  const best = tried.reduce((all, one) => (one.score > all.score + 1e-9 ? one : all));
  const rival = Math.max(...tried.filter((one) => one.dialect.divider !== best.dialect.divider).map(({ score }) => score), 0);
  const lines = said ? 1 : 0;
  const rows = best.rows.map(({ line, lastLine, cells }) => ({ line: line + lines, lastLine: lastLine + lines, cells }));
  return {
    dialect: best.dialect,
    rows,
    unclosed: best.unclosed === null ? null : best.unclosed + lines,
    saidBy: divider === best.dialect.divider ? "sep" : null,
    sure: divider === best.dialect.divider || best.score - rival > 0.08 || usualWidth(rows.map((row) => row.cells)) === 1,
  };
}

function candidates(sample: string): Dialect[] {
  const possible = dividers.filter((one, place) => place === 0 || sample.includes(one));
  const ways: Omit<Dialect, "divider">[] = [{ quote: '"', escape: "double" }];
  if (/\\"/.test(sample)) ways.push({ quote: '"', escape: "backslash" });
  if (/(?:^|[,;\t|~])\s*'[^'\r\n]*'\s*(?=[,;\t|~]|$)/m.test(sample)) ways.push({ quote: "'", escape: "double" });
  if (/\\'/.test(sample)) ways.push({ quote: "'", escape: "backslash" });
  if (sample.includes('"')) ways.push({ quote: null, escape: "double" });
  return possible.flatMap((divider) => ways.map((way) => ({ divider, ...way })));
}

/** As many whole lines as are looked at. */
function firstLines(text: string, isWhole: boolean): string {
  const near = text.slice(0, mostLetters);
  const ends = [...near.matchAll(/\r\n|\r|\n/g)];
  const end = ends.length > mostLines ? ends[mostLines] : undefined;
  if (end) return near.slice(0, end.index);
  const last = ends.at(-1);
  return (isWhole && near.length === text.length) || !last ? near : near.slice(0, last.index);
}
