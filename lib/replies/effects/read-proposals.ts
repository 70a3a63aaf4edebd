import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { suppressionsOf } from "@/db/access/suppressions-of";
import { type Scope, withTeam } from "@/db/access/with-team";
import type { WishWord } from "@/db/schema/words";

/** What an answer may ask for, and nobody has decided about. */
export type ProposedLabel = {
  messageId: string;
  wish: Exclude<WishWord, "remove">;
  sentence: string;
  by: "words" | "model";
  receivedAt: Date;
};

/**
 * The labels that are proposed for a contact's answers, the latest answer first. What keeps mail back meanwhile says so itself, and who is
 * suppressed is asked about no more.
 */
export async function readProposals(scope: Scope, contactId: string): Promise<ProposedLabel[]> {
  const rows = await withTeam(scope, (tx) =>
    readRows<Omit<ProposedLabel, "receivedAt"> & { receivedAt: string }>(
      tx,
      sql`select n.id as "messageId", n.wish, coalesce(n.wish_sentence, n.snippet, '') as sentence, n.wish_by as by, n.received_at as "receivedAt"
          from mailbox_messages n
          where n.contact_id = ${contactId} and n.wish in ('wrong person', 'later', 'left') and n.wish_by in ('words', 'model') and not n.is_old
            and not exists (select 1 from contact_holds h where h.message_id = n.id)
            and not exists (select 1 ${suppressionsOf(sql`n.contact_id`)})
          order by n.received_at desc limit 3`,
    ),
  );
  return rows.map((row) => ({ ...row, receivedAt: instantOf(row.receivedAt) }));
}
