import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { normalAddress } from "../../mail/address";

/**
 * The contact of ours who wrote, where it is another than the one whose thread it is: their own campaigns end by it as well. Null where nobody did.
 * @param contactId null of a message that is in nobody's thread.
 */
export async function findWriter(
  tx: TeamTransaction,
  fromEmail: string | null,
  contactId: string | null,
): Promise<string | null> {
  const from = normalAddress(fromEmail ?? "");
  if (from === "") return null;
  const [row] = await readRows<{ id: string }>(
    tx,
    sql`select contact_id as id from contact_addresses where address_norm = ${from} and contact_id is distinct from ${contactId}::uuid`,
  );
  return row?.id ?? null;
}
