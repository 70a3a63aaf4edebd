/** So much of a letter is shown, in letters of its HTML: more takes longer than anybody waits, and nobody has written it. */
const longest = 150_000;
/** Frames within frames. */
const deepest = 2000;
/** Those that end by themselves, or where the next begins. */
const shallow =
  /^(p|li|td|th|tr|dt|dd|br|hr|img|meta|link|col|input|base|wbr|area|option|tbody|thead|tfoot|colgroup|html|head|body)$/i;
const pictures = /data:image\/[a-z+]+;base64,[A-Za-z0-9+/=\s]{1000,}/gi;

/** As much of a letter's HTML as is looked at. Pictures in the mail count little: those of a letter that is too long are left out. */
export function cutHtml(html: string): { html: string; isCut: boolean } {
  const light = html.length > longest && html.length - weightOf(html) > longest ? html.replace(pictures, "") : html;
  const part = light.length - weightOf(light) > longest ? endOf(light.slice(0, longest)) : light;
  const deep = tooDeepAt(part);
  const kept = deep === null ? part : part.slice(0, deep);
  return { html: kept, isCut: kept.length < html.length };
}

/** What its pictures take of it. */
function weightOf(html: string): number {
  let weight = 0;
  for (const [picture] of html.matchAll(pictures)) weight += picture.length;
  return weight;
}

/** Never within a tag: what would be left of it could be read as text, or as another tag. */
function endOf(part: string): string {
  const open = part.lastIndexOf("<");
  return open > part.lastIndexOf(">") ? part.slice(0, open) : part;
}

function tooDeepAt(html: string): number | null {
  let depth = 0;
  for (const { index, 1: close, 2: tag = "" } of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (shallow.test(tag)) continue;
    depth = close ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) return index;
  }
  return null;
}
