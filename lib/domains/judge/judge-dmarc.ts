import { getDomain } from "tldts";
import type { Dns, TextAnswer } from "../dns/dns";
import { cut, type FaultCode, type Proof } from "../proof";

/**
 * The DMARC policy that holds for a domain (RFC 7489 6.6.3): its own record, else that of the organisational domain above it, of which
 * the tag sp then speaks. The public suffix list of `tldts` says which domain that is.
 */
export async function judgeDmarc(dns: Dns, domain: string): Promise<Proof> {
  const above = getDomain(domain, { allowPrivateDomains: true });
  const names = above && above !== domain ? [domain, above] : [domain];
  const own = `_dmarc.${domain}`;
  for (const name of names) {
    const answer = await dns.texts(`_dmarc.${name}`);
    if (answer.kind === "silent")
      return { kind: "dmarc", state: "unknown", code: "no_answer", found: [], about: answer.code, records: [] };
    if (answer.kind === "loop") return failing("dmarc_loop", [], [`_dmarc.${name}`, ...answer.chain].join(" → "), own, fresh);
    const records = dmarcAmong(answer);
    const [record] = records;
    if (!record) continue;
    const host = `_dmarc.${name}`;
    if (records.length > 1) return failing("dmarc_several", records, String(records.length), host, records[0] ?? fresh);
    const tags = readTags(record);
    const tag = name !== domain && tags.has("sp") ? "sp" : "p";
    if (!isPolicy(tags.get(tag))) return failing("dmarc_policy", records, tag, host, withPolicy(record, tag));
    return { kind: "dmarc", state: "sound", code: null, found: [cut(record)], about: name === domain ? null : name, records: [] };
  }
  return failing("dmarc_missing", [], null, own, fresh);
}

/** Receivers only report for as long as it says "none": it proves, and turns nobody's mail away. */
const fresh = "v=DMARC1; p=none";

/** What does not begin so is none (RFC 7489 6.6.3, 2.); spaces around "=" are allowed. */
function dmarcAmong(answer: TextAnswer): string[] {
  return answer.kind === "texts" ? answer.texts.filter((text) => /^v\s*=\s*DMARC1\s*(;|$)/.test(text)) : [];
}

function readTags(record: string): Map<string, string> {
  const tags = new Map<string, string>();
  for (const part of record.split(";")) {
    const [name = "", ...value] = part.split("=");
    if (!tags.has(name.trim().toLowerCase())) tags.set(name.trim().toLowerCase(), value.join("=").trim().toLowerCase());
  }
  return tags;
}

const isPolicy = (value: string | undefined) => value !== undefined && ["none", "quarantine", "reject"].includes(value);

/** The same record with a policy a receiver can read. */
function withPolicy(record: string, tag: string): string {
  const rest = record
    .split(";")
    .slice(1)
    .map((part) => part.trim())
    .filter((part) => part !== "" && !new RegExp(`^${tag}\\s*(=|$)`, "i").test(part));
  const p = rest.findIndex((part) => /^p\s*=/i.test(part));
  const at = tag === "sp" ? p + 1 : 0;
  return ["v=DMARC1", ...rest.slice(0, at), `${tag}=none`, ...rest.slice(at)].join("; ");
}

function failing(code: FaultCode, found: string[], about: string | null, host: string, value: string): Proof {
  return { kind: "dmarc", state: "failing", code, found: found.map(cut), about, records: [{ host, type: "TXT", value }] };
}
