/** What the part for machines says of one recipient (RFC 3464). */
export type Fields = {
  action: string | null;
  status: string | null;
  says: string;
  original: string | null;
  final: string | null;
};

/** The first recipients are enough: nobody of ours is among hundreds. */
const mostRecipients = 50;

/** Each recipient of a delivery-status part, in its order. */
export function readFields(part: string): Fields[] {
  return unfold(part)
    .split(/\n[ \t]*\n/)
    .filter((block) => /^(?:final|original)-recipient:|^(?:action|status|diagnostic-code):/im.test(block))
    .slice(0, mostRecipients)
    .map((block) => ({
      action: /^[a-z]+/i.exec(field(block, "action") ?? "")?.[0].toLowerCase() ?? null,
      status: codeOf(field(block, "status")),
      says: (field(block, "diagnostic-code") ?? commentOf(field(block, "status")) ?? "").replace(/^[\w-]{1,40}\s*;\s*/, ""),
      original: addressOf(field(block, "original-recipient")),
      final: addressOf(field(block, "final-recipient")),
    }));
}

/** A status block that stands in a text, where its part is mislabelled or the parts cannot be told apart. */
export function findFields(text: string): string | null {
  const at = text.search(/^(?:final|original)-recipient:/im);
  if (at < 0) return null;
  // Other fields of the same recipient may stand above.
  const above = text.slice(Math.max(0, at - 2000), at).replace(/\r\n?/g, "\n");
  const below = text.slice(at, at + 6000);
  const end = below.search(/^--\S/m);
  return above.slice(above.lastIndexOf("\n\n") + 1) + (end < 0 ? below : below.slice(0, end));
}

/** The value of a header or field, of the first that has it. */
export function field(block: string, name: string): string | undefined {
  return new RegExp(`^${name}:[ \\t]*(.*)$`, "im").exec(block)?.[1]?.trim();
}

export function unfold(block: string): string {
  return block
    .slice(0, 100_000)
    .replace(/\r\n?/g, "\n")
    .replace(/\n[ \t]+(?=\S)/g, " ");
}

/** With all that may stand around it. */
const longestAddress = 1000;

/** An address without its type, brackets and comment, lower-case. */
export function addressOf(value: string | undefined): string | null {
  const address = value
    ?.slice(0, longestAddress)
    .replace(/^[^;@]*;/, "")
    .replace(/^.*</, "")
    .replace(/>.*$/, "")
    .replace(/\s*\([^()]*\)\s*$/, "")
    .replace(/^["'\s]+|["'\s]+$/g, "")
    .toLowerCase();
  return address && /^[^\s@]+@[^\s@]+$/.test(address) ? address : null;
}

/** A code that says nothing (x.0.0) or little (5.5.0) gives way to one that says more, of the first that has one. */
export function tellingCode(...texts: (string | null | undefined)[]): string | null {
  const codes = texts.flatMap((text) => text?.match(/(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.]|\s*[a-z]*\.\d)/g) ?? []);
  return codes.find((one) => !/\.0\.0$|^5\.5\.0$/.test(one)) ?? codes.find((one) => !one.endsWith(".0.0")) ?? codes[0] ?? null;
}

const codeOf = (text: string | undefined) => text?.match(/^[245]\.\d{1,3}\.\d{1,3}(?![\d.])/)?.[0] ?? null;
const commentOf = (text: string | undefined) => text?.match(/\(([^()]{4,})\)/)?.[1];
