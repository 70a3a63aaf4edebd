import { inArray, type SQL, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { suppressionsOf } from "@/db/access/suppressions-of";
import type { TeamTransaction } from "@/db/access/with-team";
import { notices } from "@/db/schema/notices";
import type { LabelSource, ThreadLabel } from "@/db/schema/words";
import { oneLine } from "../../mail/one-line";

/** All that is told of one answer; the rest of it is read in Countersign alone. */
export type News = {
  noticeId: string;
  threadId: string;
  /** "Lena Novak, Novak Logistics" */
  name: string;
  company: string | null;
  /** Their first words; null where somebody is not to be mailed any more. */
  line: string | null;
  /** Under which address they wrote to us, and the label of the thread if it has one. */
  mailbox: string;
  label: string | null;
};

const longestLine = 120;
const longestName = 80;

/** What is to be told, the oldest first. What was placed elsewhere meanwhile is left out. */
export async function readNews(tx: TeamTransaction, some: { id: string }[]): Promise<News[]> {
  if (some.length === 0) return [];
  type Row = {
    noticeId: string;
    threadId: string;
    name: string;
    company: string | null;
    snippet: string | null;
    isQuiet: boolean;
  } & {
    mailbox: string;
    label: ThreadLabel | null;
    labelBy: LabelSource | null;
  };
  const ids: SQL = inArray(
    notices.id,
    some.map(({ id }) => id),
  );
  const rows = await readRows<Row>(
    tx,
    sql`select ${notices.id} as "noticeId", t.id as "threadId", coalesce(nullif(p.name, ''), p.email) as name, p.company, n.snippet, m.email as mailbox,
          t.label, t.label_by as "labelBy", coalesce(n.wish = 'remove', false) or exists (select 1 ${suppressionsOf(sql`p.id`)}) as "isQuiet"
        from ${notices} join mailbox_messages n on n.id = ${notices.messageId} and n.hidden_at is null join contacts p on p.id = n.contact_id
          join reply_threads t on t.contact_id = n.contact_id and t.sender_account_id = n.sender_account_id join sender_accounts m on m.id = n.sender_account_id
        where ${ids} order by n.received_at, ${notices.id}`,
  );
  return rows.map(({ snippet, isQuiet, label, labelBy, ...row }) => ({
    ...row,
    name: cut(row.name, longestName),
    company: row.company ? cut(row.company, longestName) : null,
    line: isQuiet ? null : cut(firstLine(snippet ?? ""), longestLine) || null,
    label: isQuiet ? "not to be mailed any more" : label && (labelBy === "person" ? label : `looks like “${label}”`),
  }));
}

const firstLine = (text: string) => text.split(/[\r\n]+/).find((line) => line.trim() !== "") ?? "";

function cut(text: string, most: number): string {
  const letters = [...oneLine(text)];
  return letters.length <= most ? letters.join("") : `${letters.slice(0, most - 1).join("")}…`;
}
