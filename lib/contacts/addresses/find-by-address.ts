import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { AddressKind } from "@/db/schema/words";

export type AddressOwner = { contactId: string; kind: AddressKind; name: string };

/** Whose the addresses are, by whichever address they are known; only addresses that are somebody's are in it. @param emails normed. */
export async function findByAddress(tx: TeamTransaction, emails: string[]): Promise<Map<string, AddressOwner>> {
  if (emails.length === 0) return new Map();
  const rows = await readRows<AddressOwner & { email: string }>(
    tx,
    sql`select a.address_norm as email, a.contact_id as "contactId", a.kind, coalesce(p.name, p.email) as name
        from contact_addresses a join contacts p on p.id = a.contact_id
        where a.address_norm = any(${sql.param(emails)}::text[])`,
  );
  return new Map(rows.map(({ email, ...owner }) => [email, owner]));
}
