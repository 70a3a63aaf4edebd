import { domainToASCII } from "node:url";
import { domainOf } from "../../../mail/address";

/** Whether two addresses are one mailbox under two names, or two of one organisation: then nothing was forwarded to somebody else. */
export function isSameParty(one: string, other: string): boolean {
  if (one === other) return true;
  const a = domainToASCII(domainOf(one)) || domainOf(one);
  const b = domainToASCII(domainOf(other)) || domainOf(other);
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`) || isInternal(a) || isInternal(b);
}

/** Whether a report that names no original recipient names the mailbox we wrote to: under its inner name, or that of its domain's server. */
export function isSameMailbox(one: string, other: string): boolean {
  const local = (address: string) => address.split("@")[0]?.replace(/\+.*$/, "");
  const isInner = [one, other].some((address) => /^imceaex-/.test(address) || isInternal(domainOf(address)));
  return isSameParty(one, other) && (isInner || local(one) === local(other));
}

/** What Exchange Online calls a tenant by itself. */
const isInternal = (domain: string) => /\.onmicrosoft\.[a-z]+$/.test(domain);
