import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { normalAddress } from "../../mail/address";

/** Another contact of ours who wrote in somebody's thread: their own campaigns end by it as well. Null where nobody did. */
export async function findWriter(tx: TeamTransaction, fromEmail: string | null, contactId: string): Promise<string | null> {
  const from = normalAddress(fromEmail ?? "");
  if (from === "") return null;
  const [row] = await readRows<{ id: string }>(
    tx,
    sql`select contact_id as id from contact_addresses where address_norm = ${from} and contact_id <> ${contactId}`,
  );
  return row?.id ?? null;
}
