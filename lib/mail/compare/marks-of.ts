import { isHarmless } from "./harmless-style";
import { without } from "./without";

/** What a style does to words, other than how they look: they are not seen, are struck through, or stand in another order. */
export type Mark = "hidden" | "struck" | "turned";

const farAway = /-\d{3,}/;
const rules: [RegExp, RegExp, Mark][] = [
  [/^display$/, /^none/, "hidden"],
  [/^visibility$/, /^(hidden|collapse)/, "hidden"],
  [/^mso-hide$/, /^(all|screen)/, "hidden"],
  [/^opacity$/, /^0?(\.[0-2]\d*)?%?$/, "hidden"],
  [/^font-size$/, /^(0|0?\.\d+|[01](\.\d+)?(px|pt)|\d(\.\d+)?%|0?\.[0-2]\d*r?em)$/, "hidden"],
  [/^line-height$/, /^0(\.0+)?[a-z%]*$/, "hidden"],
  [/^((max-)?(height|width))$/, /^0+(\.0+)?(px|pt|%|em|rem|in|cm)?$/, "hidden"],
  [/^(text-indent|left|top|right|bottom|margin(-left|-top)?)$/, farAway, "hidden"],
  [/^(clip|clip-path|transform|filter|mask)$/, /^(?!none|auto)/, "hidden"],
  [/^text-decoration(-line)?$/, /line-through/, "struck"],
  [/^direction$/, /^rtl/, "turned"],
  [/^unicode-bidi$/, /override/, "turned"],
];

/** @param style declarations as they stand in an attribute or between the braces of a style sheet. */
export function marksOf(style: string): Mark[] {
  return declarations(style).flatMap(([name, value]) => [
    ...rules.filter(([names, values]) => names.test(name) && values.test(value)).map(([, , mark]) => mark),
    ...(name === "color" && isFaint(value) ? (["hidden"] as const) : []),
  ]);
}

/** Declarations that are in no list: neither known to be of looks alone nor known for what they do. */
export function oddOf(style: string): string[] {
  return declarations(style)
    .filter(([name, value]) => !isHarmless(name, value) && !isRule(name, value))
    .map(([name, value]) => `${name}: ${value}`);
}

const isRule = (name: string, value: string) =>
  rules.some(([names, values]) => names.test(name) && values.test(value)) || (name === "color" && isFaint(value));

function declarations(style: string): [string, string][] {
  return without(style, "/*", "*/")
    .split(";")
    .flatMap((one) => {
      const [name = "", ...value] = one.split(":");
      const clean = value
        .join(":")
        .replace(/!\s*important/i, "")
        .trim()
        .toLowerCase();
      return clean ? [[name.trim().toLowerCase(), clean] as [string, string]] : [];
    });
}

/** White, or so near to it that nobody reads it on paper; or not there at all. */
export function isFaint(color: string): boolean {
  if (/^(white|transparent|snow|ivory|ghostwhite|floralwhite|whitesmoke|mintcream|azure)$/.test(color)) return true;
  const hex = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(color)?.[1];
  if (hex) {
    const size = hex.length < 6 ? 1 : 2;
    const parts = [0, 1, 2].map((place) =>
      Number.parseInt(hex.slice(place * size, (place + 1) * size).padEnd(2, hex[place * size]), 16),
    );
    return parts.every((part) => part > 0xe8) || /^(.{3}0|.{6}0.)$/.test(hex);
  }
  const numbers = /^rgba?\(([^)]*)\)$/
    .exec(color)?.[1]
    ?.split(/[\s,/]+/)
    .filter(Boolean)
    .map(Number.parseFloat);
  if (!numbers) return false;
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
  return alpha < 0.1 || [red, green, blue].every((part) => part > 0xe8);
}
