import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { normalAddress } from "../mail/address";
import { checkAddress } from "../mail/check-address";
import { findUpload } from "./find-upload";
import { readAddress } from "./map-row";

/** How the rows of a file would count by their addresses, which nearly all refusals are about; `knownFirst` are the known addresses among the first twenty rows. */
export type UploadCounts = { fresh: number; known: number; refused: number; knownFirst: string[] };

/** How all rows of an upload count when the addresses stand in that column. @throws AppError "not_found". */
export function countRows(scope: Scope, uploadId: string, column: number): Promise<UploadCounts> {
  return withTeam(scope, async (tx) => {
    await findUpload(tx, uploadId);
    return countRowsInside(tx, uploadId, column);
  });
}

/** The same inside an open transaction; `column` from 0, and less for none. */
export async function countRowsInside(tx: TeamTransaction, uploadId: string, column: number): Promise<UploadCounts> {
  if (column < 0) return { fresh: 0, known: 0, refused: 0, knownFirst: [] };
  const rows = await readRows<{ cell: string | null }>(
    tx,
    sql`select cells->>${column}::int as cell from upload_rows where upload_batch_id = ${uploadId} order by line`,
  );
  const addresses = rows.map((row) => readAddress((row.cell ?? "").trim()));
  const sound = new Set(addresses.filter((address) => checkAddress(address) === null).map(normalAddress));
  const found = await readRows<{ email: string; contactId: string }>(
    tx,
    sql`select a.address_norm as email, a.contact_id as "contactId" from contact_addresses a
        join jsonb_array_elements_text(${JSON.stringify([...sound])}::jsonb) x on a.address_norm = x`,
  );
  const known = new Set(found.map((row) => row.email));
  // Two addresses of one person are one person: the second row is refused.
  const people = new Set(found.map((row) => row.contactId)).size;
  const fresh = sound.size - known.size;
  return {
    fresh,
    known: people,
    refused: rows.length - fresh - people,
    knownFirst: [...new Set(addresses.slice(0, 20).map(normalAddress))].filter((email) => known.has(email)),
  };
}
