import sanitize from "sanitize-html";
import { directionOverrides } from "../../mail/invisible";
import { isPlainColour } from "./is-plain-colour";
import { safeImage } from "./safe-image";
import { safeStyle } from "./safe-style";

/** `remote`: images that stand elsewhere, whether they are shown or not. `hasColours`: it is drawn for white paper. */
export type Sanitized = { html: string; remote: number; hasColours: boolean };

const blocks = "p br div hr h1 h2 h3 h4 h5 h6 blockquote pre ul ol li dl dt dd center address figure figcaption";
const words = "a b strong i em u s strike del ins sub sup small big font span code kbd samp tt q cite abbr mark bdi";
const tables = "table caption colgroup col thead tbody tfoot tr td th";
const allowed = new Set(`${blocks} ${words} ${tables} img`.split(" "));
/** Their content is no text, or is another language's; a browser and a parser do not agree on where they end. */
const silent =
  "script style noscript title template textarea option select svg math xmp plaintext iframe noembed noframes object applet audio video canvas map dialog datalist listing".split(
    " ",
  );
/** Marks what is taken out with all that is in it, before anybody sees it. */
const hidden = "hidden";
const empties = ["<br />", "<hr />", "<div></div>", "<p></p>", "&nbsp;", "\u00a0"];
/** Quotes within quotes: text that stands deeper stays, its frames do not. */
const deepest = 60;
/** In all its pictures together. */
const mostInMail = 1_500_000;

/**
 * HTML of somebody else made safe to be shown in a frame without scripts. Whatever is not listed goes; every attribute is written anew. Images
 * that stand elsewhere stay only where they are asked for, and those that count who reads never do. Doing it again changes nothing.
 */
export function sanitizeReceived(html: string, { images }: { images: boolean }): Sanitized {
  const seen = { remote: 0, hasColours: false, inMail: 0 };
  const result = sanitize(html, {
    allowedTags: [...allowed],
    allowedAttributes: { "*": attributes },
    allowedSchemes: ["http", "https", "mailto", "tel"],
    allowedSchemesByTag: { img: ["http", "https", "data"] },
    allowedSchemesAppliedToAttributes: ["href", "src"],
    allowProtocolRelative: false,
    parseStyleAttributes: false,
    disallowedTagsMode: "discard",
    nonTextTags: silent,
    nestingLimit: deepest,
    // Those of one name come before those of all, and are not looked at again there.
    transformTags: {
      img: (_, given) => rewriteImage(given, images, seen),
      "*": (tag, given) => (tag === "img" ? { tagName: tag, attribs: given } : rewrite(tag, given, seen)),
    },
    exclusiveFilter: ({ attribs }) => attribs["data-part"] === hidden,
  });
  return {
    html: withoutEmptyEnd(result.replace(directionOverrides, "")),
    remote: seen.remote,
    hasColours: seen.hasColours,
  };
}

function withoutEmptyEnd(html: string): string {
  let end = html.trimEnd();
  for (;;) {
    const empty = empties.find((one) => end.endsWith(one));
    if (empty === undefined) return end.trimStart();
    end = end.slice(0, -empty.length).trimEnd();
  }
}

const attributes =
  "style dir lang align valign width height bgcolor color border cellpadding cellspacing colspan rowspan start type face size src alt href rel target referrerpolicy data-part".split(
    " ",
  );
/** What may stand in attributes that are no address. */
const plain: Record<string, RegExp> = {
  dir: /^(ltr|rtl|auto)$/i,
  lang: /^[a-z-]{2,20}$/i,
  align: /^(left|right|center|justify)$/i,
  valign: /^(top|middle|bottom|baseline)$/i,
  width: /^(\d{1,3}|1[01]\d\d)(px|%)?$/i,
  height: /^\d{1,3}(px|%)?$/i,
  border: /^\d{1,2}$/,
  cellpadding: /^\d{1,2}$/,
  cellspacing: /^\d{1,2}$/,
  colspan: /^\d{1,2}$/,
  rowspan: /^\d{1,2}$/,
  start: /^\d{1,4}$/,
  type: /^(1|a|i|disc|circle|square)$/i,
  face: /^[\w\s,-]{1,100}$/,
  size: /^[+-]?[1-7]$/,
};

type Seen = { remote: number; hasColours: boolean; inMail: number };
type Rewritten = { tagName: string; attribs: Record<string, string>; text?: string };

function rewrite(tag: string, given: Record<string, string>, seen: Seen): Rewritten {
  if (!allowed.has(tag)) return { tagName: tag, attribs: {} };
  if (isHidden(given)) return { tagName: tag, attribs: { "data-part": hidden } };
  const attribs: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    const rule = Object.hasOwn(plain, name) ? plain[name] : undefined;
    if (rule?.test(value.trim())) attribs[name] = value.trim();
  }
  for (const name of ["bgcolor", "color"]) keepColour(attribs, name, given[name], seen);
  const { style, hasColours } = safeStyle(given.style ?? "");
  if (style) attribs.style = style;
  seen.hasColours ||= hasColours;
  if (tag === "a") Object.assign(attribs, linkOf(given.href));
  // What stood for an image when this was made safe before.
  if (tag === "span" && given["data-part"] === "image") attribs["data-part"] = "image";
  return { tagName: tag, attribs };
}

/** The beginnings that mail programs show beside the subject, and whatever else is not meant to be read. */
function isHidden({ style = "", hidden }: Record<string, string>): boolean {
  return (
    hidden !== undefined ||
    /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(font-size|max-height|opacity)\s*:\s*0(px|pt|em|%)?\s*(;|$|!))/i.test(
      style,
    )
  );
}

function keepColour(attribs: Record<string, string>, name: string, value: string | undefined, seen: Seen) {
  const plainValue = value?.trim().toLowerCase() ?? "";
  if (!/^(#?[0-9a-f]{3}|#?[0-9a-f]{6}|[a-z]{3,24})$/.test(plainValue)) return;
  if (isPlainColour(plainValue, name === "color" ? "text" : "ground")) return;
  attribs[name] = plainValue;
  seen.hasColours = true;
}

/** A link that leads nowhere is text. */
function linkOf(href = ""): Record<string, string> {
  const address = href.replace(/[\p{Cc}\s]+/gu, "");
  if (!/^(https?:\/\/|mailto:|tel:)/i.test(address) || !URL.canParse(address)) return {};
  return { href: new URL(address).href, target: "_blank", rel: "noopener noreferrer" };
}

function rewriteImage(given: Record<string, string>, images: boolean, seen: Seen): Rewritten {
  const image = isHidden(given) ? { kind: "counter" as const } : safeImage(given);
  const alt = (given.alt ?? "").replace(directionOverrides, "").slice(0, 200).trim();
  const stands = (text: string): Rewritten =>
    text ? { tagName: "span", attribs: { "data-part": "image" }, text } : { tagName: "img", attribs: { "data-part": hidden } };
  if (image.kind === "counter") return stands("");
  if (image.kind === "remote") seen.remote += 1;
  if (image.kind === "shown") seen.inMail += image.src.length;
  const isShown = image.kind === "shown" ? seen.inMail <= mostInMail : image.kind === "remote" && images;
  if (isShown) {
    const sizes = Object.fromEntries(
      ["width", "height"].flatMap((name) => (plain[name]?.test(given[name] ?? "") ? [[name, given[name] ?? ""]] : [])),
    );
    return { tagName: "img", attribs: { src: "src" in image ? image.src : "", alt, referrerpolicy: "no-referrer", ...sizes } };
  }
  if (image.kind === "attached") return stands(`Image in Outlook${alt ? `: ${alt}` : ""}`);
  return stands(alt);
}
