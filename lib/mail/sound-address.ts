import { inAscii, plainLetters, toLetters } from "@/db/access/address-forms";

/**
 * The one gate of addresses that come from people, files and programs: the same person is written in one way, whatever marks were pasted with their address
 * and however its domain is written. Whether it is one at all checkAddress says, before: a domain in ASCII looks sound.
 */
export function soundAddress(text: string): string {
  return /^[!-~]*$/.test(text) ? text : inAscii(plainLetters(text).trim());
}

/** An address as a person reads it: its domain in letters. */
export function showAddress(address: string): string {
  const at = address.lastIndexOf("@") + 1;
  if (at === 0 || !address.includes("xn--")) return address;
  return address.slice(0, at) + address.slice(at).split(".").map(toLetters).join(".");
}
