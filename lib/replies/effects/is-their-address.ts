import { domainToASCII } from "node:url";
import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";

/** Whether an address that failed is the one we wrote to, or another of the same person, in whatever form a server writes it. */
export async function isTheirAddress(
  tx: TeamTransaction,
  failed: string,
  person: { contactId: string; recipient: string },
): Promise<boolean> {
  const rows = await readRows<{ address: string }>(
    tx,
    sql`select address_norm as address from contact_addresses where contact_id = ${person.contactId}`,
  );
  const form = bareForm(failed);
  return [person.recipient, ...rows.map(({ address }) => address)].some((address) => bareForm(address) === form);
}

/** Without capitals, quotes, the tag behind a plus and the letters of other alphabets in its domain. */
function bareForm(address: string): string {
  const text = address
    .trim()
    .toLowerCase()
    .replace(/^(rfc822;|smtp:|mailto:)\s*/, "")
    .replace(/^<|>$/g, "");
  const at = text.lastIndexOf("@");
  const name = text.slice(0, at).replace(/^"|"$/g, "").replace(/\+.*$/s, "");
  const domain = text.slice(at + 1).replace(/\.$/, "");
  return `${name}@${domainToASCII(domain) || domain}`;
}
