import type { Dns } from "../dns/dns";
import { cut, type DnsRecord, type FaultCode, type Proof } from "../proof";

/**
 * Microsoft 365 signs with one of two keys and changes them over when they are rotated; the names are the same everywhere (Learn,
 * "Set up DKIM to sign mail from your cloud domain").
 */
const selectors = ["selector1", "selector2"] as const;
type Selector = (typeof selectors)[number];

/** Before May 2025 an alias leads to the organisation's first domain, since then to `<prefix>.<letter>-v1.dkim.mail.microsoft` (the same page). */
const isMicrosofts = (name: string) => /\.onmicrosoft\.com$|\.dkim\.mail\.microsoft$/.test(name);

type Found = { selector: Selector; chain: string[] } & (
  | { state: "sound" }
  | { state: "failing"; code: FaultCode; about: string | null }
  | { state: "unknown"; about: string }
);

/**
 * Whether a key is published with which receivers can check Microsoft's signature (RFC 6376). One sound selector is enough: only one
 * signs at a time, and the key of the other may not be made before the first rotation. That signing is switched on no name server knows.
 * @param initial the organisation's first domain without ".onmicrosoft.com", where it is known.
 */
export async function judgeDkim(dns: Dns, domain: string, initial: string | null): Promise<Proof> {
  const both: Found[] = [];
  for (const selector of selectors) both.push(await judgeSelector(dns, domain, selector));
  const found = both.flatMap(({ selector, chain }) => (chain.length > 0 ? [cut([selector, ...chain].join(" → "))] : []));
  const sound = both.find(({ state }) => state === "sound");
  const proof = { kind: "dkim" as const, found, about: null, records: [] };
  if (sound) return { ...proof, state: "sound", code: null, about: sound.selector };
  const silent = both.find((one) => one.state === "unknown");
  if (silent) return { ...proof, state: "unknown", code: "no_answer", about: silent.about };
  const [worst] = both
    .flatMap((one) => (one.state === "failing" ? [one] : []))
    .sort((a, b) => gravest.indexOf(a.code) - gravest.indexOf(b.code));
  const records = both.flatMap(({ selector, chain }) =>
    chain[0] && isMicrosofts(chain[0]) ? [] : [recordOf(domain, selector, initial, both)],
  );
  return { ...proof, state: "failing", code: worst?.code ?? "dkim_missing", about: worst?.about ?? null, records };
}

/** What is told where the two selectors fail for different reasons. */
const gravest: FaultCode[] = ["dkim_loop", "dkim_elsewhere", "dkim_revoked", "dkim_no_key", "dkim_missing"];

async function judgeSelector(dns: Dns, domain: string, selector: Selector): Promise<Found> {
  const name = `${selector}._domainkey.${domain}`;
  const aliases = await dns.aliases(name);
  if (aliases.kind === "silent") return { selector, chain: [], state: "unknown", about: aliases.code };
  const { chain } = aliases;
  const failing = (code: FaultCode, about: string | null = null): Found => ({ selector, chain, state: "failing", code, about });
  if (aliases.kind === "loop") return failing("dkim_loop", [name, ...chain].join(" → "));
  const end = chain.at(-1);
  const answer = await dns.texts(end ?? name);
  if (answer.kind === "silent") return { selector, chain, state: "unknown", about: answer.code };
  const key = answer.kind === "texts" ? keyAmong(answer.texts) : null;
  if (end && !chain.some(isMicrosofts)) return failing("dkim_elsewhere", `${name} → ${end}`);
  if (key === null) return end ? failing("dkim_no_key", end) : failing("dkim_missing");
  if (key === "") return failing("dkim_revoked", name);
  return { selector, chain: end ? chain : [answer.kind === "texts" ? cut(answer.texts.join(" ")) : ""], state: "sound" };
}

/** The key of a record (RFC 6376 3.6.1): "" where it was withdrawn, null where there is none. Spaces within it do not count. */
function keyAmong(texts: string[]): string | null {
  for (const text of texts) {
    const tags = text.split(";").map((part) => part.trim());
    if (tags.some((tag) => /^v\s*=/i.test(tag) && !/^v\s*=\s*DKIM1$/i.test(tag))) continue;
    const key = tags.find((tag) => /^p\s*=/i.test(tag));
    if (key !== undefined) return key.replace(/^p\s*=/i, "").replace(/\s/g, "");
  }
  return null;
}

/** The alias to make: as the other selector has it, else of the older form; Microsoft 365 alone knows the letter of the newer. */
function recordOf(domain: string, selector: Selector, initial: string | null, both: Found[]): DnsRecord {
  const other = both.find((one) => one.selector !== selector)?.chain[0];
  const value =
    other && isMicrosofts(other)
      ? other.replace(/^selector[12]/, selector)
      : `${selector}-${domain.replaceAll(".", "-")}._domainkey.${initial ?? "YOUR-ORGANISATION"}.onmicrosoft.com`;
  return { host: `${selector}._domainkey.${domain}`, type: "CNAME", value };
}
