/** A text without what stands between two marks and the marks themselves; in one pass, for texts that others wrote. */
export function without(text: string, from: string, to: string): string {
  let rest = text;
  let kept = "";
  for (let start = rest.indexOf(from); start >= 0; start = rest.indexOf(from)) {
    kept += rest.slice(0, start);
    const end = rest.indexOf(to, start + from.length);
    rest = end < 0 ? "" : rest.slice(end + to.length);
  }
  return kept + rest;
}
