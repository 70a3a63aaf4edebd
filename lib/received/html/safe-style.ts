import { isPlainColour } from "./is-plain-colour";

const size = /^\d{1,4}(\.\d{1,4})?(px|pt|pc|em|rem|ex|ch|in|cm|mm|%)?$/;
const word = /^[a-z]+(-[a-z]+)*$/;
const colour = /^(#[0-9a-f]{3,8}|rgba?\([\d., %]{5,40}\)|hsla?\([\d., %deg]{5,40}\)|[a-z]{3,24})$/;
const fonts = /^[\w\s,'"-]{1,200}$/;

type Rule = "colour" | "sizes" | "words" | "fonts" | "mixed" | "text size";

/** What may stand in a style of somebody else's: nothing that lays text over other text, hides it, or names an address. */
const rules: Record<string, Rule> = {
  color: "colour",
  "background-color": "colour",
  background: "colour",
  "font-family": "fonts",
  "font-size": "text size",
  "line-height": "text size",
  "font-weight": "mixed",
  "font-style": "words",
  "font-variant": "words",
  "text-align": "words",
  "text-decoration": "words",
  "text-decoration-line": "words",
  "text-transform": "words",
  "vertical-align": "mixed",
  "white-space": "words",
  "word-break": "words",
  "overflow-wrap": "words",
  direction: "words",
  "list-style-type": "words",
  "border-collapse": "words",
  "border-style": "words",
  "border-color": "colour",
  width: "sizes",
  "max-width": "sizes",
  "min-width": "sizes",
  "border-spacing": "sizes",
  "border-width": "mixed",
  "border-radius": "sizes",
  "text-indent": "sizes",
  ...boxes("margin", "mixed"),
  ...boxes("padding", "sizes"),
  ...boxes("border", "mixed"),
};

/** So long that nobody has written it; each declaration is looked at once. */
const longest = 4000;
/** Wider than any screen a mail is made for. */
const mostPixels = 1200;

export type SafeStyle = { style: string; hasColours: boolean };

/** Of a `style` what may stay, written anew; whatever is not understood goes, and so does every escape, comment and function but colours. */
export function safeStyle(given: string): SafeStyle {
  const kept: string[] = [];
  let hasColours = false;
  for (const declaration of given.slice(0, longest).split(";")) {
    const at = declaration.indexOf(":");
    const name = declaration.slice(0, at).trim().toLowerCase();
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) continue;
    const value = declaration
      .slice(at + 1)
      .replace(/!\s*important\s*$/i, "")
      .trim();
    const plain = rule === "fonts" ? value : value.toLowerCase();
    if (!isSafe(plain, rule)) continue;
    const isColour = rule === "colour";
    if (isColour && isPlainColour(plain, name === "color" ? "text" : "ground")) continue;
    hasColours ||= isColour && name !== "border-color";
    kept.push(`${name === "background" ? "background-color" : name}:${plain}`);
  }
  return { style: kept.join(";"), hasColours };
}

function isSafe(value: string, rule: Rule): boolean {
  if (value === "" || value.length > 200) return false;
  if (rule === "fonts") return fonts.test(value);
  if (rule === "colour") return colour.test(value);
  if (rule === "words") return value.split(/\s+/).every((part) => word.test(part));
  const parts = value.replace(/\(\s*([^()]*)\)/g, (_, inside: string) => `(${inside.replace(/\s+/g, "")})`).split(/\s+/);
  if (rule === "text size") return parts.length === 1 && isReadable(value);
  return parts.every((part) =>
    size.test(part) ? fits(part) : rule === "mixed" ? colour.test(part) || word.test(part) : part === "auto",
  );
}

function fits(part: string): boolean {
  return Number.parseFloat(part) <= mostPixels;
}

/** Letters that cannot be read hide what they say. */
function isReadable(value: string): boolean {
  if (word.test(value)) return true;
  if (!size.test(value)) return false;
  const number = Number.parseFloat(value);
  const isRelative = /^[\d.]+(em|rem|ex|ch)?$/.test(value);
  if (value.endsWith("%")) return number >= 50 && number <= 400;
  return isRelative ? number >= 0.5 && number <= 4 : number >= 5 && number <= 72;
}

function boxes(name: string, rule: Rule): Record<string, Rule> {
  return Object.fromEntries(["", "-top", "-right", "-bottom", "-left"].map((side) => [`${name}${side}`, rule]));
}
