import type { Dns } from "../dns/dns";
import { cut, type FaultCode, type Proof } from "../proof";
import { mergeSpf } from "./merge-spf";
import { asking, readSpf, spfAmong, type Term } from "./read-spf";

/** Learn, "Set up SPF to identify valid email sources for your custom cloud domains": every organisation that sends through Exchange Online includes it. */
const microsofts = "spf.protection.outlook.com";
/** RFC 7208 4.6.4: with more, a receiver gives up, and SPF proves nothing. */
const mostLookUps = 10;

type Verdict = { code: FaultCode; about: string | null };
/** What a walk through the record and its includes met before Microsoft's own. */
type Walk = { lookUps: number; hasMicrosoft: boolean; ranges: Set<string>; wrong: Verdict | null; silent: string | null };

/**
 * Whether the SPF record of a domain lets Microsoft 365 send (RFC 7208): exactly one, that reaches Microsoft's include, or lists its addresses,
 * within ten look-ups, and ends by turning others away. As a receiver does, it stops counting where Microsoft's include answers.
 */
export async function judgeSpf(dns: Dns, domain: string): Promise<Proof> {
  const answer = await dns.texts(domain);
  if (answer.kind === "silent") return unknown([], "no_answer", answer.code);
  const records = answer.kind === "texts" ? spfAmong(answer.texts) : [];
  const [record] = records;
  const failing = (code: FaultCode, about: string | null = null): Proof => ({
    kind: "spf",
    state: "failing",
    code,
    found: records.map(cut),
    about,
    records: [{ host: domain, type: "TXT", value: mergeSpf(records, about) }],
  });
  if (!record) return failing("spf_missing");
  if (records.length > 1) return failing("spf_several", String(records.length));
  const terms = readSpf(record);
  if ("wrong" in terms) return failing("spf_broken", terms.wrong);
  const walk: Walk = { lookUps: 0, hasMicrosoft: false, ranges: new Set(), wrong: null, silent: null };
  await walkTerms(dns, terms, walk, new Set([domain]));
  if (walk.wrong) return failing(walk.wrong.code, walk.wrong.about);
  if (walk.lookUps > mostLookUps) return failing("spf_too_many", String(walk.lookUps));
  if (!walk.hasMicrosoft && !(await listsMicrosoft(dns, walk))) {
    if (walk.silent) return unknown([record], "no_answer", walk.silent);
    const macro = terms.find(({ name, value }) => ["include", "exists", "redirect"].includes(name) && value.includes("%{"));
    if (macro) return unknown([record], "spf_each_mail", macro.text);
    return failing("spf_without_microsoft");
  }
  const end = terms.find(({ name }) => name === "all");
  const isOpen = end ? "+?".includes(end.qualifier) : !terms.some(({ name }) => name === "redirect");
  if (isOpen) return failing("spf_open", end?.text ?? null);
  return { kind: "spf", state: "sound", code: null, found: [cut(record)], about: null, records: [] };
}

/** Walks the terms in their order, as a receiver of a mail from Microsoft would; what stands behind "all" is never read (RFC 7208 5.1). */
async function walkTerms(dns: Dns, terms: Term[], walk: Walk, seen: Set<string>): Promise<void> {
  const end = terms.findIndex(({ name }) => name === "all");
  const redirect = end < 0 ? terms.filter(({ name }) => name === "redirect") : [];
  const before = (end < 0 ? terms : terms.slice(0, end)).filter(({ name }) => name !== "redirect");
  for (const term of [...before, ...redirect]) {
    if (walk.hasMicrosoft || walk.wrong) return;
    if (["ip4", "ip6"].includes(term.name) && term.qualifier === "+") walk.ranges.add(term.value.toLowerCase());
    if (!asking.includes(term.name)) continue;
    walk.lookUps += 1;
    if (walk.lookUps > mostLookUps * 3) return;
    if (["include", "redirect"].includes(term.name)) await follow(dns, term, walk, seen);
  }
}

async function follow(dns: Dns, term: Term, walk: Walk, seen: Set<string>): Promise<void> {
  const name = term.value.toLowerCase().replace(/\.$/, "");
  // Decided for each mail anew; an include that turns away what it names brings nobody in.
  if (name.includes("%") || term.qualifier !== "+") return;
  if (name === microsofts) {
    walk.hasMicrosoft = true;
    return;
  }
  if (seen.has(name)) {
    walk.wrong = { code: "spf_broken", about: term.text };
    return;
  }
  const answer = await dns.texts(name);
  if (answer.kind === "silent") {
    walk.silent ??= answer.code;
    return;
  }
  const [record, ...more] = answer.kind === "texts" ? spfAmong(answer.texts) : [];
  const terms = record === undefined || more.length > 0 ? null : readSpf(record);
  // RFC 7208 5.2: an include without exactly one sound record ends the whole check.
  if (!terms || "wrong" in terms) {
    walk.wrong = { code: "spf_broken", about: term.text };
    return;
  }
  const opens = terms.find(({ name }) => name === "all");
  if (opens?.qualifier === "+") {
    walk.wrong = { code: "spf_open", about: term.text };
    return;
  }
  await walkTerms(dns, terms, walk, new Set([...seen, name]));
}

/** Some services replace the include by the addresses behind it. */
async function listsMicrosoft(dns: Dns, walk: Walk): Promise<boolean> {
  if (walk.ranges.size === 0) return false;
  const answer = await dns.texts(microsofts);
  if (answer.kind === "silent") walk.silent ??= answer.code;
  const [record] = answer.kind === "texts" ? spfAmong(answer.texts) : [];
  const terms = record === undefined ? null : readSpf(record);
  if (!terms || "wrong" in terms) return false;
  const own = terms.filter(({ name }) => name === "ip4").map(({ value }) => value);
  return own.length > 0 && own.every((range) => walk.ranges.has(range));
}

function unknown(found: string[], code: FaultCode, about: string): Proof {
  return { kind: "spf", state: "unknown", code, found: found.map(cut), about, records: [] };
}
