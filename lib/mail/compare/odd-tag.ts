import { isFamily, isLetterColor, isPaperColor } from "./harmless-style";

/** Elements that show what they hold, as it stands there. Those that strike, write or load are read elsewhere. */
const plain = new Set(
  "html head meta body title tbody thead tfoot p div br span b strong i em u a ul ol li blockquote font table tr td th hr center h1 h2 h3 h4 h5 h6 pre s strike del img style link area o:p xml".split(
    " ",
  ),
);

type Test = (value: string) => boolean;
const like =
  (pattern: RegExp): Test =>
  (value) =>
    pattern.test(value);
const any: Test = () => true;
const isLetter: Test = (value) => isLetterColor(value.toLowerCase());

/** Attributes that keep no word from being read; addresses, styles and what hides are read elsewhere. */
const harmless: Record<string, Test> = {
  ...{ class: any, id: any, name: any, lang: any, "xml:lang": any, dir: any, style: any, hidden: any, role: any, face: isFamily },
  ...{
    href: any,
    src: any,
    srcset: any,
    background: any,
    poster: any,
    data: any,
    action: any,
    ping: any,
    "xlink:href": any,
    alt: any,
  },
  ...{ target: any, rel: any, charset: any, content: any, "http-equiv": any, media: any, clear: any, nowrap: any, shapes: any },
  ...{ color: any, link: isLetter, vlink: isLetter, alink: isLetter, text: isLetter },
  bgcolor: (value) => isPaperColor(value.toLowerCase()),
  align: like(/^(left|right|center|justify)$/i),
  valign: like(/^(top|middle|bottom|baseline)$/i),
  size: like(/^(\+?[1-4]|[2-7])$/),
  width: like(/^([5-9]\d%|100%|[1-9]\d{2,3}|auto)$/),
  ...{ border: like(/^\d?$/), cellspacing: like(/^[0-2]?\d$/), cellpadding: like(/^[0-2]?\d$/), colspan: any, rowspan: any },
  ...{ tabindex: any, spellcheck: any, contenteditable: any, type: like(/^text\/css$/i) },
};

/** What Word leaves in a mail for itself, with exactly these attributes; it shows nothing. */
const wordSettings = new Map<string, Record<string, RegExp>>([
  ["o:shapedefaults", { "v:ext": /^edit$/, spidmax: /^\d+$/ }],
  ["o:shapelayout", { "v:ext": /^edit$/ }],
  ["o:idmap", { "v:ext": /^edit$/, data: /^\d+(,\d+)*$/ }],
]);

export function isWordSetting(name: string, attributes: Record<string, string>): boolean {
  const known = wordSettings.get(name);
  return (
    known !== undefined &&
    Object.entries(attributes).every(([key, value]) => Object.hasOwn(known, key) && known[key]?.test(value))
  );
}

/** What of an element is not known to be of looks alone. */
export function oddTag(name: string, attributes: Record<string, string>): string[] {
  const isKnown = plain.has(name) || name.includes(":");
  const odd = Object.entries(attributes).filter(([key, value]) => {
    if (key === "color") return !isLetter(value.trim());
    return !/^(data-|xmlns)/.test(key) && !(Object.hasOwn(harmless, key) && harmless[key]?.(value.trim()));
  });
  const said = odd.map(([key, value]) => (key.startsWith("on") ? "what acts" : `${key}="${value.slice(0, 100)}"`));
  return [...(isKnown ? [] : [name]), ...said];
}
