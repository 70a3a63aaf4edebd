import { contoso, demoPeople, fabrikam } from "../../db/seed/demo-world";

/** What stands at a name: texts, each in its strings, or one alias. */
export type Entry = { texts?: string[][]; alias?: string };
/** How a name answers in trouble. */
export type Trouble = "timeout" | "servfail" | "refused";
export type Zone = { entries: Map<string, Entry>; troubles: Map<string, Trouble> };

export const proofs = ["spf", "dkim", "dmarc"] as const;
export const states = ["sound", "missing", "wrong", "loop", "timeout", "servfail", "refused"] as const;
type Proof = (typeof proofs)[number];
type State = (typeof states)[number];

/** A key of 2,048 bits as Microsoft publishes them: longer than one string of a TXT record holds. */
const key = `v=DKIM1; k=rsa; p=${"MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA".padEnd(388, "b7Qx")}IDAQAB;`;
/** Learn's example of May 2025: newer organisations have their keys there, older ones under their first domain. */
const older = (selector: string, domain: string) =>
  `${selector}-${domain.replaceAll(".", "-")}._domainkey.${domain.split(".")[0]}.onmicrosoft.com`;
const newer = (selector: string, domain: string) =>
  `${selector}-${domain.replaceAll(".", "-")}._domainkey.${domain.split(".")[0]}.n-v1.dkim.mail.microsoft`;

/** The demo's domains prove their mail, and Microsoft's own names answer; everything else does not exist. */
export function soundZone(): Zone {
  const zone: Zone = { entries: new Map(), troubles: new Map() };
  zone.entries.set("spf.protection.outlook.com", {
    texts: [["v=spf1 ip4:40.92.0.0/15 ip4:40.107.0.0/16 ip4:52.100.0.0/15 ip4:104.47.0.0/17 ip6:2a01:111:f400::/48 -all"]],
  });
  const domains = [contoso, fabrikam].map(({ domain }) => domain);
  for (const domain of new Set([...domains, ...demoPeople.map(({ email }) => email.replace(/^.*@/, ""))]))
    for (const proof of proofs) setProof(zone, domain, proof, "sound");
  return zone;
}

/** Lets one proof of a domain stand as told. @throws Error where that state makes no sense. */
export function setProof(zone: Zone, domain: string, proof: Proof, state: State): void {
  const names = {
    spf: [domain],
    dkim: ["selector1", "selector2"].map((one) => `${one}._domainkey.${domain}`),
    dmarc: [`_dmarc.${domain}`],
  };
  for (const name of names[proof]) {
    zone.troubles.delete(name);
    if (state === "timeout" || state === "servfail" || state === "refused") {
      zone.troubles.set(name, state);
      continue;
    }
    zone.entries.delete(name);
    const entry = entryOf(domain, proof, state, name);
    if (entry) zone.entries.set(name, entry);
  }
}

function entryOf(domain: string, proof: Proof, state: "sound" | "missing" | "wrong" | "loop", name: string): Entry | null {
  if (state === "loop") return proof === "spf" ? { texts: [[`v=spf1 include:${domain} -all`]] } : { alias: name };
  const isMissing = state === "missing";
  switch (proof) {
    case "spf": {
      // A domain's other texts stay: those of ownership tokens.
      const record = state === "wrong" ? "v=spf1 ip4:203.0.113.0/24 -all" : "v=spf1 include:spf.protection.outlook.com -all";
      return { texts: [["MS=ms45156943"], ...(isMissing ? [] : [[record]])] };
    }
    case "dkim": {
      const selector = name.split(".")[0] ?? "";
      return isMissing
        ? null
        : { alias: state === "wrong" ? `${selector}.domainkey.u1.wl.sendgrid.net` : older(selector, domain) };
    }
    case "dmarc":
      return isMissing
        ? null
        : { texts: [[state === "wrong" ? "v=DMARC1; p=monitor" : "v=DMARC1; p=quarantine; rua=mailto:dmarc@contoso.com"]] };
  }
}

/** What stands at a name: an entry, or one of Microsoft's keys. */
export function entryAt(zone: Zone, name: string): Entry | null {
  const own = zone.entries.get(name);
  if (own) return own;
  const domains = [...zone.entries.keys()].filter((one) => !one.includes("_"));
  const isKey = domains.some((domain) =>
    ["selector1", "selector2"].some((selector) => [older(selector, domain), newer(selector, domain)].includes(name)),
  );
  return isKey ? { texts: [[key.slice(0, 255), key.slice(255)]] } : null;
}
