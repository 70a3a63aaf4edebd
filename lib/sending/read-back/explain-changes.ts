type Change = { name: string; undo: (html: string) => string };

/**
 * What Exchange does to the HTML of every mail it stores, and what nobody sees of it. Each is undone in both texts; what then still
 * differs is no work of Exchange. The list is short on purpose: whatever is not in it is asked about.
 */
const changes: Change[] = [
  {
    // Graph, create message; microsoft-graph-docs#11663.
    name: "A frame with the character set was put around it",
    undo: (html) =>
      html
        .replace(/<!doctype[^>]*>/gi, "")
        .replace(/<meta\b(?![^>]*\brefresh)[^>]*>/gi, "")
        .replace(/<\/?(html|head|body)(\s+(dir|lang)="?\w+"?)*\s*>/gi, ""),
  },
  {
    // Recorded bodies of Graph: names in small letters, values in double quotes, no slash at the end.
    name: "Tags are written in another way",
    undo: (html) => mapTags(html, (name, attributes) => `<${name}${attributes.map(spell).join("")}>`),
  },
  {
    // Recorded bodies of Graph: a blank after each semicolon, none after a colon or a comma.
    name: "Styles are spaced in another way",
    undo: (html) =>
      mapTags(html, (name, attributes, tag) =>
        attributes.some(([key]) => key === "style")
          ? `<${name}${attributes.map(([key, value]) => spell(key === "style" ? [key, spaced(value)] : [key, value])).join("")}>`
          : tag,
      ),
  },
  {
    // Graph, message: its body comes without what the filter of unsafe HTML does not know.
    name: "Marks that nothing shows were left out",
    undo: (html) => mapTags(html, (_name, _attributes, tag) => tag.replace(/\sdata-[\w-]+(=("[^"]*"|'[^']*'|[^\s>]+))?/gi, "")),
  },
  {
    // Recorded bodies of Graph: &#39; becomes an apostrophe, a hard blank becomes &nbsp;.
    name: "Letters are written out, or as entities",
    undo: (html) =>
      html.replace(/[^<>]+|<[^>]*>/g, (part) => part.replace(/&(#x?[\da-f]+|\w+);/gi, decode).replace(/\u00a0/g, " ")),
  },
  {
    // Recorded bodies of Graph: lines are broken after tags.
    name: "Lines are broken in other places",
    undo: (html) => html.replace(/\s+/g, " ").replace(/ ?(<[^>]*>) ?/g, "$1"),
  },
];

/**
 * What Exchange changed in the HTML of a mail, in words; the two texts are known to have the same words and links.
 * @returns null where something is other that Exchange is not known to change.
 */
export function explainChanges(signed: string, found: string): string[] | null {
  const isSameWithout = (left: Change | null) => {
    const undo = (html: string) => changes.reduce((text, change) => (change === left ? text : change.undo(text)), html);
    return undo(signed) === undo(found);
  };
  if (!isSameWithout(null)) return null;
  const needed = changes.filter((change) => !isSameWithout(change));
  // Where two of them undo the same difference, neither alone is needed.
  const touched = needed.length > 0 ? needed : changes.filter((change) => change.undo(found) !== found);
  return touched.map((change) => change.name);
}

type Attribute = readonly [name: string, value: string];

const spell = ([name, value]: Attribute) => ` ${name}="${value.replace(/"/g, "&quot;")}"`;

const spaced = (style: string) =>
  style
    .split(";")
    .map((one) => one.trim().replace(/\s*([:,])\s*/g, "$1"))
    .filter(Boolean)
    .join("; ");

/** Rewrites each opening tag; a closing one only gets small letters. */
function mapTags(html: string, map: (name: string, attributes: Attribute[], tag: string) => string): string {
  return html.replace(/<(\/?)([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi, (tag, slash: string, name: string, rest: string) =>
    slash ? `</${name.toLowerCase()}>` : map(name.toLowerCase(), attributesOf(rest.replace(/\/\s*$/, "")), tag),
  );
}

function attributesOf(text: string): Attribute[] {
  return [...text.matchAll(/([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+)))?/g)].map(
    ([, name = "", double, single, bare]) => [name.toLowerCase(), double ?? single ?? bare ?? ""] as const,
  );
}

const named: Record<string, string> = { amp: "&amp;", lt: "&lt;", gt: "&gt;", quot: '"', apos: "'", nbsp: "\u00a0" };

/** What would become markup stays an entity. */
function decode(entity: string, name: string): string {
  const known = named[name.toLowerCase()];
  if (known !== undefined) return known;
  if (!name.startsWith("#")) return entity;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (!(code > 0 && code <= 0x10ffff)) return entity;
  const letter = String.fromCodePoint(code);
  return { "<": "&lt;", ">": "&gt;", "&": "&amp;" }[letter] ?? letter;
}
