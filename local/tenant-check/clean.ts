import type { Addresses } from "./words";

const address = /[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+/g;
/** Tokens and the ids of messages: long runs of letters and digits, with dots between them. */
const long = /(?<![{\w-])[\w-]{20,}(?:[.+/=][\w=+/-]*)*/g;

/** What may stand in a report: no tokens, no ids, and of addresses that were not given only their first letter. */
export function clean(text: string, addresses: Addresses): string {
  const given = Object.values(addresses).map((one) => one.toLowerCase());
  return text
    .replace(/\s+/g, " ")
    .split(/(?<=\s)|(?=\s)/)
    .map((word) =>
      given.some((one) => word.toLowerCase().includes(one)) ? word : word.replace(address, shorten).replace(long, cut),
    )
    .join("")
    .slice(0, 300);
}

const shorten = (found: string) => `${found.slice(0, 1)}…@${found.split("@")[1]}`;
/** Codes of Graph are long words of letters alone; everything else of that length could be a key. */
const cut = (found: string) => (/^[A-Za-z]+$/.test(found) && found.length < 45 ? found : `${found.slice(0, 4)}…`);
