import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import type { SuppressionReason } from "@/db/schema/words";

/** Who suppressed somebody, or the message it was read from, with the words that say so. */
export type SuppressionSource = { by: string | null; message: { id: string; sentence: string; receivedAt: Date } | null };

export async function readSource(
  scope: Scope,
  contactId: string,
  { id, reason, since }: { id: string; reason: SuppressionReason; since: Date },
): Promise<SuppressionSource> {
  const said = {
    "asked in a reply": sql`n.wish = 'remove'`,
    complained: sql`n.kind = 'complaint'`,
    bounced: sql`n.kind = 'bounce'`,
    unsubscribed: null,
    "by hand": null,
  }[reason];
  return withTeam(scope, async (tx) => {
    const [who] = await readRows<{ by: string | null }>(
      tx,
      sql`select m.name as by from suppressions s left join members m on m.id = s.created_by where s.id = ${id}`,
    );
    if (!said) return { by: who?.by ?? null, message: null };
    // The report that suppressed is the last before it; clocks of other servers are a little apart.
    const [row] = await readRows<{ id: string; sentence: string; receivedAt: string }>(
      tx,
      sql`select n.id, coalesce(n.wish_sentence, n.says, n.snippet, '') as sentence, n.received_at as "receivedAt" from mailbox_messages n
          where n.contact_id = ${contactId} and ${said} and not n.is_old and n.created_at <= ${since.toISOString()}::timestamptz + interval '1 hour'
          order by n.received_at desc limit 1`,
    );
    const message = row && row.sentence.trim() !== "" ? { ...row, receivedAt: instantOf(row.receivedAt) } : null;
    return { by: who?.by ?? null, message };
  });
}
