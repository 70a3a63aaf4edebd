import { domainOf } from "../mail/address";
import { isFreeMail } from "../mail/is-free-mail";

/** What tells that two people are of one company: the domain they write from, unless anybody can have an address there, and its name. */
export type Company = { domain: string | null; name: string | null };

export function companyOf({ email, company }: { email: string; company: string | null }): Company {
  const domain = domainOf(email);
  return {
    domain: domain === "" || isFreeMail(domain) ? null : domain,
    name: company?.normalize("NFC").trim().toLowerCase() || null,
  };
}
