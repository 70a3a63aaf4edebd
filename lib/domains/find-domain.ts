import type { DomainRow } from "./read-domains";

/** The row of an address's domain, among those of its team. */
export function findDomain(domains: DomainRow[], email: string): DomainRow | undefined {
  const own = email.toLowerCase().replace(/^.*@/, "");
  return domains.find(({ domain }) => domain === own);
}
