import { type SQL, sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import type { SuppressionReason } from "@/db/schema/words";
import { namedBy } from "./entries/named-by";

/** Who suppressed somebody and their note, or the message it was read from, with the words that say so. */
export type SuppressionSource = {
  by: string | null;
  note: string | null;
  /** The file it came from. */
  file: string | null;
  /** The domain or wildcard by which they are stopped, with everybody else whom it names; null where it is their own address. */
  entry: { text: string; kind: "domain" | "wildcard"; people: number } | null;
  message: { id: string; sentence: string; receivedAt: Date } | null;
};

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
    const [row] = await readRows<Entry>(
      tx,
      sql`select m.name as by, s.note, f.file_name as file, s.domain, s.wildcard from suppressions s left join members m on m.id = s.created_by
            left join suppression_files f on f.id = s.file_id where s.id = ${id}`,
    );
    const entry = row ? await readShared(tx, row) : null;
    const source = { by: row?.by ?? null, note: row?.note ?? null, file: row?.file ?? null, entry };
    return { ...source, message: said && (await readMessage(tx, contactId, said, since)) };
  });
}

type Entry = { by: string | null; note: string | null; file: string | null; domain: string | null; wildcard: string | null };

async function readShared(tx: TeamTransaction, { domain, wildcard }: Entry): Promise<SuppressionSource["entry"]> {
  if (domain !== null) return { text: domain, kind: "domain", people: (await namedBy(tx, [{ domain }])).length };
  if (wildcard === null) return null;
  return { text: wildcard, kind: "wildcard", people: (await namedBy(tx, [{ wildcard }])).length };
}

async function readMessage(tx: TeamTransaction, contactId: string, said: SQL, since: Date) {
  // The report that suppressed is the last before it; clocks of other servers are a little apart.
  const [row] = await readRows<{ id: string; sentence: string; receivedAt: string }>(
    tx,
    sql`select n.id, coalesce(n.wish_sentence, n.says, n.snippet, '') as sentence, n.received_at as "receivedAt" from mailbox_messages n
          where n.contact_id = ${contactId} and ${said} and not n.is_old and n.created_at <= ${since.toISOString()}::timestamptz + interval '1 hour'
          order by n.received_at desc limit 1`,
  );
  return row && row.sentence.trim() !== "" ? { ...row, receivedAt: instantOf(row.receivedAt) } : null;
}
