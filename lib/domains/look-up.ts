import { domainToASCII } from "node:url";
import type { Dns } from "./dns/dns";
import { judgeDkim } from "./judge/judge-dkim";
import { judgeDmarc } from "./judge/judge-dmarc";
import { judgeSpf } from "./judge/judge-spf";
import type { Proof } from "./proof";

/**
 * Looks up how a domain proves its mail: SPF, DKIM, DMARC, in this order. Never throws: where nobody answers, a proof is unknown.
 * @param domain as it stands in an address; other letters than ASCII and capitals are fine.
 * @param initial the organisation's first domain without ".onmicrosoft.com", where it is known.
 */
export async function lookUp(dns: Dns, domain: string, initial: string | null = null): Promise<Proof[]> {
  const name = domainToASCII(domain.replace(/\.$/, "")).toLowerCase();
  return Promise.all([judgeSpf(dns, name), judgeDkim(dns, name, initial), judgeDmarc(dns, name)]);
}
