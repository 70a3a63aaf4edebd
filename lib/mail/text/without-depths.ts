/** Deeper than any mail that a program made: parsers take longer for each tag the deeper it stands. */
const deepest = 500;
/** A tag that ends only where its end stands: `<p>` and the like end where the next begins, and a line break at once. */
const nesting = /<(\/?)(?!(?:p|li|td|th|tr|dt|dd|option|br|hr|img|input|meta|link|area|base|col|source|wbr)(?![a-z0-9]))[a-z]/gi;

/** HTML whose tags stand in one another hundreds deep is no text of a person: its words without any tag; every other as it is. */
export function withoutDepths(html: string): string {
  let depth = 0;
  for (const { 1: close } of html.matchAll(nesting)) {
    depth = close ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) return html.replace(/<[^<>]*>/g, " ").replaceAll("<", "&lt;");
  }
  return html;
}
