import { domainOf, normalAddress } from "../../mail/address";

/** Our side: every address of the mailbox, and every domain of its tenant; lower-case. */
export type Us = { addresses: readonly string[]; domains: readonly string[] };

/** Exchange names people of its own organisation so, and packs the name into an address where it leaves the house. */
const internal = /^(\/o=|imceaex-_o=|ex:\/o=)/;

/** Whether the mailbox itself wrote from this address. */
export const isOwn = (from: string | null, us: Us): boolean => us.addresses.includes(normalAddress(from ?? ""));

/** Whether the mailbox or a colleague did. */
export function isOurs(from: string | null, us: Us): boolean {
  return isOwn(from, us) || internal.test(normalAddress(from ?? "")) || us.domains.includes(domainOf(from));
}
