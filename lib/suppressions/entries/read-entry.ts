import { bothWays } from "@/db/access/address-forms";
import { checkAddress } from "../../mail/check-address";
import { checkWildcard } from "./check-wildcard";
import type { Entry } from "./entry";

/** Longer than any address with a name before it. */
const longest = 400;

/**
 * Whom a text means that somebody typed or a file holds: an address with or without a name before it, a domain, or a wildcard. A domain beyond
 * ASCII gives two entries, since one mail system writes it in letters and the next in punycode (RFC 5891, section 4).
 * @returns the entries, the one as it was written first; or the sentence that says why the text is none.
 */
export function readEntry(text: string): { entries: Entry[] } | { refused: string } {
  // What stands around an address is cut off letter by letter.
  if (text.length > 10 * longest) return { refused: "This is too long for an address or a domain." };
  const bare = strip(text);
  if (bare === "") return { refused: "There is no address, domain or wildcard." };
  if (bare.length > longest) return { refused: "This is too long for an address or a domain." };
  const [first, ...others] = bare.includes("*") || bare.includes("%") ? readWildcard(bare) : readPlain(bare);
  if (!first) return { refused: "There is no address, domain or wildcard." };
  if ("refused" in first) return first;
  return { entries: [first, ...others.filter((other): other is Entry => !("refused" in other))] };
}

type Read = (Entry | { refused: string })[];

/** What people and programs write around an address. */
function strip(text: string): string {
  const plain = text
    .normalize("NFC")
    .trim()
    .replace(/(?<![\s,;])[\s,;]+$/, "");
  const named = /<([^<>]*)>$/.exec(plain)?.[1] ?? plain;
  const unquoted = named.trim().replace(/^(["'])(.*)\1$/, "$2");
  const mailto = /^mailto:([^?]*)/i.exec(unquoted)?.[1];
  return (mailto === undefined ? unquoted : decoded(mailto)).trim().toLowerCase();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A stray percent sign: taken as it stands.
  }
}

function readPlain(bare: string): Read {
  const at = bare.indexOf("@");
  if (at <= 0 || /^https?:\/\//.test(bare)) return readDomain(hostOf(bare.replace(/^@/, "")));
  const sound = bare.replace(/\.$/, "");
  if (/@.*[\s,;].*@/.test(sound)) return [{ refused: "More than one in it: one address, domain or wildcard at a time." }];
  const wrong = checkAddress(sound);
  if (wrong) return [{ refused: `${wrong}.` }];
  const [name, domain = ""] = sound.split("@");
  return bothWays(domain).map((written) => ({ emailNorm: `${name}@${written}` }));
}

function readDomain(domain: string): Read {
  if (domain === "") return [];
  if (/\s/.test(domain)) return [{ refused: "A space in it: one address, domain or wildcard at a time." }];
  if (!domain.includes("."))
    return [{ refused: `“${domain}” is no address and no domain. Write anna@${domain}.com, or ${domain}.com.` }];
  const wrong = checkAddress(`a@${domain}`);
  if (wrong) return [{ refused: "The domain is not sound." }];
  return bothWays(domain).map((written) => ({ domain: written }));
}

/** The domain in a web address: without what leads to a page, and without www, where nobody has mail. */
function hostOf(text: string): string {
  const host = text
    .replace(/^https?:\/\/(?:[^/?#@]*@)?/, "")
    .replace(/[/?#].*$/, "")
    .replace(/:\d+$/, "");
  return host.replace(/^www\./, "").replace(/\.$/, "");
}

/** `%` is how others write `*`; without an @, `*.x.example` and `x.*` are domains, anything else a part of the whole address. */
function readWildcard(bare: string): Read {
  const starred = hostOf(bare).replaceAll("%", "*").replace(/\*+/g, "*");
  if (/\s/.test(starred)) return [{ refused: "A space in it: one address, domain or wildcard at a time." }];
  if (starred.split("@").length > 2) return [{ refused: "Two @ in the address." }];
  const exact = /^\*?@([^*]+)$/.exec(starred)?.[1];
  if (exact) return readDomain(exact);
  const ofDomain = !starred.includes("@") && starred.includes(".") && (starred.startsWith("*.") || !starred.startsWith("*"));
  const whole = ofDomain ? `*@${starred}` : starred.startsWith("@") ? `*${starred}` : starred;
  if (!/^[\p{L}\p{N}.!#$&'*+/=?^_`{|}~@-]+$/u.test(whole))
    return [{ refused: "The wildcard holds a character that stands in no address." }];
  const wrong = checkWildcard(whole);
  if (wrong) return [{ refused: wrong }];
  const [name, domain] = whole.split("@");
  if (domain === undefined) return [{ wildcard: whole }];
  return bothWays(domain).map((written) => ({ wildcard: `${name}@${written}` }));
}
