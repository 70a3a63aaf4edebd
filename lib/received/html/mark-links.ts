import { Parser } from "htmlparser2";
import { getDomain } from "tldts";

/** As people write addresses, whatever letters stand for other ones. */
const named = /(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{1,30}/u;
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Says in words where a link leads whose text names another host: "contoso.com (leads to evil.example)". Takes sanitised HTML.
 * A link that goes through Microsoft's own check is judged by where it leads in the end.
 */
export function markLinks(html: string): string {
  const marks: { at: number; host: string }[] = [];
  let open: { href: string; text: string } | null = null;
  const parser = new Parser({
    onopentag: (name, { href }) => {
      if (name === "a" && href) open = { href, text: "" };
    },
    ontext: (text) => {
      if (open) open.text += text;
    },
    onclosetag: (name) => {
      if (name !== "a" || !open) return;
      const host = otherHost(open.text, open.href);
      if (host) marks.push({ at: parser.endIndex + 1, host });
      open = null;
    },
  });
  parser.end(html);
  let marked = "";
  let from = 0;
  for (const { at, host } of marks) {
    marked += `${html.slice(from, at)} <span data-part="leads">(leads to ${host})</span>`;
    from = at;
  }
  return marked + html.slice(from);
}

/** Where a link leads, where its text says another place; null where it says none, or the same company's. */
function otherHost(text: string, href: string): string | null {
  const target = targetOf(href);
  if (!target) return null;
  const said = named.exec(text.normalize("NFKC").replace(unseen, "").toLowerCase().slice(0, 500))?.[0];
  if (!said) return null;
  const host = hostOf(`https://${said}`);
  if (!host || !getDomain(host)) return null;
  return getDomain(host) === getDomain(target) ? null : target;
}

function targetOf(href: string): string | null {
  if (/^mailto:/i.test(href))
    return hostOf(
      `https://${decode(href.slice(7).split("?")[0] ?? "")
        .split("@")
        .at(-1)}`,
    );
  const host = hostOf(href);
  if (!host?.endsWith(".safelinks.protection.outlook.com")) return host;
  return hostOf(new URL(href).searchParams.get("url") ?? "") ?? host;
}

function hostOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { hostname } = new URL(address);
  // Of an address as browsers write it: letters, figures, dots and dashes.
  return /^[a-z0-9.-]{1,253}$/.test(hostname) ? hostname : null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
