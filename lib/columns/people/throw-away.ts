import { disposableEmailBlocklist } from "disposable-email-domains-js";

/** Domains of addresses for a few minutes, as the list of disposable-email-domains on GitHub has them: kept by many, and used by PyPI. */
export const throwAwayDomains: readonly string[] = disposableEmailBlocklist();
const known: ReadonlySet<string> = new Set(throwAwayDomains);

/** Whether an address is one for a few minutes, such as at mailinator.com. @param address in lower case. */
export const isThrowAway = (address: string): boolean => known.has(address.slice(address.lastIndexOf("@") + 1));
