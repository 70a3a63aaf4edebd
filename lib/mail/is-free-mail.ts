import allProviders from "email-providers/all.json";

/** Providers that the list does not know. */
const others = [
  "fastmail.com",
  "fastmail.fm",
  "gmx.ch",
  "hushmail.com",
  "mailbox.org",
  "posteo.de",
  "posteo.net",
  "sfr.fr",
  "tuta.com",
  "tuta.io",
  "tutanota.com",
  "tutanota.de",
  "ziggo.nl",
];
const known: ReadonlySet<string> = new Set([...allProviders, ...others]);

/** Whether anybody can have an address under this domain: then it says nothing of where somebody works. */
export function isFreeMail(domain: string): boolean {
  return known.has(domain);
}
