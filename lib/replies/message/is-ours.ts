import { domainOf, normalAddress } from "../../mail/address";

/** Our side: every address of the mailbox, and every domain of its tenant; lower-case. */
export type Us = { addresses: readonly string[]; domains: readonly string[] };

/** Exchange names people of its own organisation so, and packs the name into an address where it leaves the house. */
const internal = /^(\/o=|imceaex-_o=|ex:\/o=)/;

/** Whether the mailbox itself or a colleague wrote from this address. */
export function isOurs(from: string | null, us: Us): boolean {
  const address = normalAddress(from ?? "");
  return internal.test(address) || us.addresses.includes(address) || us.domains.includes(domainOf(address));
}
