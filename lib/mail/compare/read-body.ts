import { Parser } from "htmlparser2";
import { isFaint, type Mark, marksOf, oddOf } from "./marks-of";
import { isWordSetting, oddTag } from "./odd-tag";
import { readStyleSheet } from "./read-style-sheet";
import { showInvisible } from "./show-invisible";

/**
 * A body as it is compared. `words`: what one reads, a line for each block, with what is hidden, struck through, turned or no text at all
 * named in brackets. `links`: every place it leads to or loads from, in order, each with its words. `pictures`: as links. `tags`: how it
 * is put together, without what every program wraps around a body.
 */
export type Body = { words: string; links: string[]; pictures: string[]; tags: string[] };

const blocks = new Set(
  "p div br hr li ul ol dl dt dd table caption tr td th blockquote h1 h2 h3 h4 h5 h6 pre section article aside header footer main nav center address fieldset legend figure figcaption details summary option".split(
    " ",
  ),
);
/** No text, and yet something that one sees or that acts. */
const things = new Set(
  "input button select textarea form script iframe frame object embed applet video audio canvas svg math template marquee dialog portal base".split(
    " ",
  ),
);
const unread = new Set(["title", "style", "script"]);
const wrapping = new Set(["html", "head", "meta", "body", "title", "tbody"]);
const addresses = ["href", "src", "srcset", "background", "poster", "data", "action", "formaction", "ping", "xlink:href"];
const empty = new Set("br hr img input meta link base area col embed source track wbr param frame".split(" "));

export function readBody(html: string): Body {
  return readPart(html, false);
}

/** @param inComment only Outlook reads it, and no settings in it. */
function readPart(html: string, inComment: boolean): Body {
  const body: Body = { words: "", links: [], pictures: [], tags: [] };
  const open: { name: string; marks: string }[] = [];
  let link: { href: string; words: string } | null = null;
  let marked = "";
  let sheet = "";
  const write = (text: string) => {
    const mark = open.at(-1)?.marks ?? "";
    if (mark !== marked && text.trim() !== "") {
      body.words += `${marked ? ") " : ""}${mark ? ` (${mark}: ` : ""}`;
      marked = mark;
    }
    body.words += text;
    if (link) link.words += text;
  };
  const endLink = () => {
    if (link) body.links.push(`${tidy(link.words)} → ${link.href}`);
    link = null;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (!empty.has(name)) open.push({ name, marks: joined(open.at(-1)?.marks, marksOfTag(name, attributes)) });
        if (isWordSetting(name, attributes)) return;
        if (blocks.has(name)) write("\n");
        if (things.has(name))
          write(` (${[name, attributes.type, attributes.value, attributes.placeholder].filter(Boolean).join(" ")}) `);
        const odd = [...(things.has(name) ? [] : oddTag(name, attributes)), ...oddOf(attributes.style ?? "")];
        if (odd.length > 0) write(` (${odd.map((one) => `set as ${showInvisible(one)}`).join(", ")}) `);
        if (name === "a") {
          endLink();
          if (attributes.href !== undefined) link = { href: addressOf(attributes.href), words: "" };
        }
        readAddresses(body, name, attributes);
        if (!wrapping.has(name) || Object.keys(attributes).some((one) => ["style", "dir"].includes(one)))
          body.tags.push(tagOf(name, attributes));
      },
      ontext(text) {
        const within = open.at(-1)?.name ?? "";
        if (within === "style") sheet += text;
        else if (!unread.has(within) && !(inComment && isSetting(open))) write(showInvisible(text).replace(/\s+/g, " "));
      },
      onclosetag(name) {
        const place = open.findLastIndex((one) => one.name === name);
        if (place >= 0) open.splice(place);
        if (blocks.has(name)) write("\n");
        if (name === "a") endLink();
      },
      oncomment(data) {
        // To a browser such a part ends with its first bracket, and the rest is text.
        if (data.startsWith("[CDATA[")) return write(` (in some programs: ${showInvisible(data.slice(7))}) `);
        if (/^\s*\[if\b[^\]]*\]\s*$/i.test(data)) return write(` (only in some programs: ${data.trim()}) `);
        const inner = /^\s*\[if[^\]]*\]>([\s\S]*?)(<!\[endif\])?$/i.exec(data)?.[1];
        if (!inner) return;
        if (inner.trim() === "<!") return write(" (from here not in Outlook) ");
        const only = readPart(inner, true);
        if (only.words) write(` (only in Outlook: ${only.words}) `);
        body.links.push(...only.links);
        body.pictures.push(...only.pictures);
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  endLink();
  if (marked) body.words += ")";
  const { acting, loading } = readStyleSheet(sheet);
  body.words = tidyLines(`${body.words}\n${acting.map((rule) => `(style sheet: ${rule})`).join("\n")}`);
  body.links.push(...loading);
  return body;
}

function marksOfTag(name: string, attributes: Record<string, string>): Mark[] {
  const marks = marksOf(attributes.style ?? "");
  if ("hidden" in attributes || (attributes.color && isFaint(attributes.color.trim().toLowerCase()))) marks.push("hidden");
  if (["s", "strike", "del"].includes(name)) marks.push("struck");
  if (attributes.dir?.toLowerCase() === "rtl") marks.push("turned");
  return marks;
}

/** Settings of Outlook: in its own elements, which are all named with a colon. */
function isSetting(open: { name: string }[]): boolean {
  return open.some(({ name }) => name === "xml") && (open.at(-1)?.name ?? "").includes(":");
}

/** What holds around an element holds in it. */
function joined(around = "", own: Mark[]): string {
  return own.length === 0 ? around : [...new Set([...around.split(", ").filter(Boolean), ...own])].sort().join(", ");
}

function readAddresses(body: Body, name: string, attributes: Record<string, string>) {
  if (name === "img")
    body.pictures.push(`${addressOf(attributes.src ?? "")}${attributes.alt ? `, "${showInvisible(attributes.alt)}"` : ""}`);
  for (const attribute of addresses) {
    const isKnown = (name === "a" && attribute === "href") || (name === "img" && attribute === "src");
    const value = attributes[attribute];
    if (value && !isKnown) body.links.push(`(${name}) → ${addressOf(value)}`);
  }
  if (name === "meta" && attributes["http-equiv"]?.toLowerCase() === "refresh")
    body.links.push(`(refresh) → ${attributes.content ?? ""}`);
  body.links.push(...readStyleSheet(`x{${attributes.style ?? ""}}`).loading);
}

/** An address as a browser understands it, so that only another target counts. */
function addressOf(href: string): string {
  const clean = href.trim();
  return showInvisible(URL.canParse(clean) ? new URL(clean).href : clean);
}

function tagOf(name: string, attributes: Record<string, string>): string {
  const all = Object.entries(attributes)
    .map(
      ([key, value]) => ` ${key}="${key === "style" ? value.replace(/\s+/g, "").replace(/;$/, "").toLowerCase() : value.trim()}"`,
    )
    .sort();
  return `<${name}${all.join("")}>`;
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** After so many empty lines nobody looks for more. */
const mostEmpty = 60;

function tidyLines(text: string): string {
  let empty = 0;
  const lines = text.split("\n").flatMap((line) => {
    const words = tidy(line);
    empty = words ? 0 : empty + 1;
    return empty === mostEmpty ? ["(many empty lines)"] : words ? [words] : [];
  });
  return lines.join("\n");
}
