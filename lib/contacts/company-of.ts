import allProviders from "email-providers/all.json";
import { domainOf } from "../mail/address";

/** Providers that the list does not know. */
const others = [
  "fastmail.com",
  "fastmail.fm",
  "gmx.ch",
  "hushmail.com",
  "posteo.de",
  "posteo.net",
  "sfr.fr",
  "tuta.com",
  "tuta.io",
  "tutanota.com",
  "tutanota.de",
  "ziggo.nl",
];
const freeMail: ReadonlySet<string> = new Set([...allProviders, ...others]);

/** What tells that two people are of one company: the domain they write from, unless anybody can have an address there, and its name. */
export type Company = { domain: string | null; name: string | null };

export function companyOf({ email, company }: { email: string; company: string | null }): Company {
  const domain = domainOf(email);
  return {
    domain: domain === "" || freeMail.has(domain) ? null : domain,
    name: company?.normalize("NFC").trim().toLowerCase() || null,
  };
}
