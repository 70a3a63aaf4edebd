import { domainToASCII, domainToUnicode } from "node:url";

/** A domain as it is written, and as the other half of the world writes it; label by label, since one may be a wildcard. */
export function bothWays(domain: string): string[] {
  const each = (change: (label: string) => string) =>
    domain
      .split(".")
      // What is plain ASCII is written in one way only; and alone, a number would be read as the short form of a network address.
      .map((label) => (/^(?!xn--)[!-~]*$/.test(label) ? label : change(label) || label))
      .join(".");
  return [...new Set([domain, each(domainToASCII), each(domainToUnicode)])];
}
