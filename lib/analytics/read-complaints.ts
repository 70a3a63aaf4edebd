import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";

export type Complaint = { contactId: string; name: string; campaignName: string | null; at: Date };

/** For two weeks it stands on Today. */
const shownMs = 14 * 86_400_000;

/** Who complained lately, or whose provider did, the latest first: administrators are told. */
export async function readComplaints(tx: TeamTransaction, now: Date): Promise<Complaint[]> {
  const since = new Date(now.getTime() - shownMs).toISOString();
  const rows = await readRows<Omit<Complaint, "at"> & { at: string }>(
    tx,
    sql`select a.contact_id as "contactId", coalesce(p.name, p.email) as name, k.name as "campaignName", a.at
        from activities a join contacts p on p.id = a.contact_id left join campaigns k on k.id::text = a.detail->>'campaignId'
        where a.verb = 'received a complaint' and a.at > ${since}::timestamptz order by a.at desc limit 50`,
  );
  return rows.map((row) => ({ ...row, at: instantOf(row.at) }));
}
