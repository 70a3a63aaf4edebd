import freeDomains from "free-email-domains";

const known = new Set(freeDomains);

/** Whether anybody can have an address under this domain: then it says nothing of where somebody works. */
export function isFreeMail(domain: string): boolean {
  return known.has(domain);
}
