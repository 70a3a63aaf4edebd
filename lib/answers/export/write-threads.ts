import { type SQL, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { isUnplaced } from "../../contacts/is-unplaced";
import { narrowThreads } from "../../threads/narrow-threads";
import type { ThreadFilter } from "../../threads/thread";
import { type ExportedRow, exportHead, exportLine } from "./export-line";
import { readLetterTexts } from "./read-letter-texts";

const perPiece = 500;

/**
 * All that stands under a filter of Replies, the newest first, as a CSV file in pieces. Which threads these are is read at once, so that each stands in
 * the file once, whatever comes meanwhile; their rows piece by piece, each when the one before was taken, so that a slow reader holds no row. It begins
 * with a mark of byte order, by which Excel knows UTF-8.
 */
export async function* writeThreads(
  scope: Scope,
  { filter, mailboxId }: { filter: ThreadFilter; mailboxId: string | null },
): AsyncGenerator<string> {
  const inMailbox = mailboxId ? sql` and n.sender_account_id = ${mailboxId}::uuid` : sql``;
  const ids = await withTeam(scope, (tx) =>
    readRows<{ id: string }>(
      tx,
      filter === "other"
        ? sql`select n.id from mailbox_messages n where ${isUnplaced}${inMailbox} order by n.received_at desc, n.id`
        : sql`select t.id from reply_threads t where ${narrowThreads({ filter, mailboxId }, scope.memberId)} order by t.last_in_at desc, t.id`,
    ),
  );
  yield `\ufeff${exportHead}`;
  for (let from = 0; from < ids.length; from += perPiece) {
    const piece = ids.slice(from, from + perPiece).map(({ id }) => id);
    yield await withTeam(scope, async (tx) => {
      const rows = await (filter === "other" ? readMessages : readThreads)(
        tx,
        sql`unnest(${sql.param(piece)}::uuid[]) with ordinality x(id, place)`,
      );
      const texts = await readLetterTexts(
        tx,
        rows.map(({ message }) => message),
      );
      return rows.map((row) => exportLine(row, texts.get(row.message))).join("");
    });
  }
}

/** What answered them is the first mail that left after their newest message. */
function readThreads(tx: TeamTransaction, picked: SQL): Promise<ExportedRow[]> {
  return readRows<ExportedRow>(
    tx,
    sql`select n.id as message, coalesce(p.name, p.email) as person, p.email as address, p.company, m.email as mailbox, t.last_in_at::text as received,
          n.subject, n.snippet as words, t.label, t.label_by as "labelBy", l.name as "labelledBy", t.state, t.snoozed_until::text as "snoozedUntil",
          b.name as assigned, o.sent_at::text as "answeredAt", o.name as "answeredBy", m.status, n.graph_id is not null as "isThere"
        from ${picked} join reply_threads t on t.id = x.id join contacts p on p.id = t.contact_id join mailbox_messages n on n.id = t.last_message_id
          join sender_accounts m on m.id = t.sender_account_id left join members b on b.id = t.assigned_to left join members l on l.id = t.labelled_by
          left join lateral (
            select s.sent_at, k.name from sent_emails s left join signatures g on g.draft_id = s.draft_id and g.voided_at is null left join members k on k.id = g.signed_by
            where s.contact_id = t.contact_id and s.sender_account_id = t.sender_account_id and s.sent_at > t.last_in_at order by s.sent_at limit 1) o on true
        order by x.place`,
  );
}

function readMessages(tx: TeamTransaction, picked: SQL): Promise<ExportedRow[]> {
  return readRows<ExportedRow>(
    tx,
    sql`select n.id as message, null as person, n.from_email as address, null as company, m.email as mailbox, n.received_at::text as received,
          n.subject, n.snippet as words, null as label, null as "labelBy", null as "labelledBy", null as state, null as "snoozedUntil",
          null as assigned, null as "answeredAt", null as "answeredBy", m.status, n.graph_id is not null as "isThere"
        from ${picked} join mailbox_messages n on n.id = x.id join sender_accounts m on m.id = n.sender_account_id order by x.place`,
  );
}
