import type { Dialect } from "./reading";

/** A line of a file as it lies, cell, divider, cell and so on: dividers inside quotes divide nothing. @param held whether it begins inside a quoted cell. */
export function splitLine(line: string, { divider, quote, escape: inside }: Dialect, held: boolean): string[] {
  const parts = [""];
  let quoted = held;
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at] ?? "";
    if (inside === "backslash" && letter === "\\") {
      parts.push(`${parts.pop() ?? ""}${letter}${line[at + 1] ?? ""}`);
      at += 1;
      continue;
    }
    if (quote !== null && letter === quote && (quoted || (parts.at(-1) ?? "").trim() === "")) quoted = !quoted;
    if (letter === divider && !quoted) parts.push(letter, "");
    else parts.push(`${parts.pop() ?? ""}${letter}`);
  }
  return parts;
}
