const candidates = [",", ";", "\t", "|"] as const;

/** The character that divides the columns of a header line, by what stands most often outside quotation marks. */
export function findDelimiter(header: string): (typeof candidates)[number] {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const char of header) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === "\n" || char === "\r") && counts.size > 0) break;
    else if (!quoted) counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  return candidates.reduce((best, one) => ((counts.get(one) ?? 0) > (counts.get(best) ?? 0) ? one : best), ",");
}
