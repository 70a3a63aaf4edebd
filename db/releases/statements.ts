import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";

/** A statement that a release sends, by which of its logins, and the types it says its parameters have (0: not said). */
export type Statement = { role: "app" | "system"; text: string; types: number[] };

export function readStatements(file: string): Statement[] {
  return parse(gunzipSync(readFileSync(file)).toString());
}

/** Writes them sorted and compressed: the same statements make the same file. */
export function writeStatements(file: string, statements: Statement[]) {
  const lines = statements.map((one) => JSON.stringify(one)).sort();
  writeFileSync(file, gzipSync(`${lines.join("\n")}\n`, { level: 9 }));
}

export function parse(lines: string): Statement[] {
  return lines
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Statement);
}

/** Of those that differ only in how many values or rows they have, the shortest. */
export function distinct(statements: Statement[]): Statement[] {
  const kept = new Map<string, Statement>();
  for (const one of statements) {
    const key = `${one.role} ${shapeOf(one.text)}`;
    const before = kept.get(key);
    if (!before || one.text.length < before.text.length) kept.set(key, one);
  }
  return [...kept.values()];
}

const value = String.raw`(?:\$|default|null)(?:::\w+(?:\[\])?)?`;
const row = String.raw`\(${value}(?:, ?${value})*\)`;

/** A statement without the number of its values: lists and rows of parameters count as one. */
export function shapeOf(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/\$\d+/g, "$")
    .replace(new RegExp(`${row}(?:, ?${row})*`, "g"), "(…)")
    .trim();
}
