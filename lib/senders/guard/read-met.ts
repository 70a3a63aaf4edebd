import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import type { GuardKind } from "@/db/schema/words";
import { lastMailsOf } from "./last-mails-of";

/** Where some of the people came from: a list that a file was read into, the file alone, or somebody's hand. */
export type MetSource = {
  people: number;
  batchId: string;
  listId: string | null;
  name: string;
  byHand: boolean;
  by: string | null;
  at: Date;
};
export type Met = { people: { id: string; name: string }[]; sources: MetSource[] };

/** Whose dead addresses, or opt-outs, the last mails of a mailbox met, and where these people came from, most first. */
export function readMet(scope: Scope, senderAccountId: string, kind: GuardKind): Promise<Met> {
  const is = kind === "dead addresses" ? sql`w.dead` : sql`w.opted_out`;
  return withTeam(scope, async (tx) => {
    const rows = await readRows<{
      id: string;
      name: string;
      batchId: string;
      listId: string | null;
      source: string;
      byHand: boolean;
      by: string | null;
      at: string;
    }>(
      tx,
      sql`select p.id, coalesce(nullif(trim(p.name), ''), p.email) as name, b.id as "batchId", l.id as "listId", coalesce(l.name, b.file_name) as source,
            b.by_hand is not null as "byHand", m.name as by, b.created_at as at
          from contacts p join upload_batches b on b.id = p.upload_batch_id left join contact_lists l on l.id = b.list_id left join members m on m.id = b.created_by
          where p.id in (select w.contact_id from (${lastMailsOf(sql`${senderAccountId}::uuid`)}) w where ${is}) order by 2, 1`,
    );
    const sources = new Map<string, MetSource>();
    for (const { batchId, listId, source, byHand, by, at } of rows) {
      const known = sources.get(batchId) ?? { people: 0, batchId, listId, name: source, byHand, by, at: instantOf(at) };
      sources.set(batchId, { ...known, people: known.people + 1 });
    }
    return {
      people: rows.map(({ id, name }) => ({ id, name })),
      sources: [...sources.values()].sort((a, b) => b.people - a.people),
    };
  });
}
