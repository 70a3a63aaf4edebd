import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { AddressKind } from "@/db/schema/words";
import { otherForm } from "./keep-other-forms";

export type OtherAddress = { id: string; address: string; kind: Exclude<AddressKind, "primary">; since: Date; by: string | null };

/** By what addresses a person is known besides the one that mail goes to, the newest first: not in how many ways its domain is written. */
export async function readOtherAddresses(tx: TeamTransaction, contactId: string): Promise<OtherAddress[]> {
  const rows = await readRows<Omit<OtherAddress, "since"> & { since: string }>(
    tx,
    sql`select a.id, a.address, a.kind, a.created_at as since, m.name as by
        from contact_addresses a left join members m on m.id = a.created_by
        where a.contact_id = ${contactId} and a.kind <> 'primary' and a.source <> ${otherForm} order by a.created_at desc, a.id`,
  );
  return rows.map((row) => ({ ...row, since: instantOf(row.since) }));
}
