import type { Delivered } from "../answers";
import { escapeHtml } from "../http";
import { nameOf } from "../name-of";
import { people } from "../people";
import { sql } from "../store";

export type Row = { address: string; count: number; fresh: number; at: Date | null };
export type Read = Pick<
  Delivered,
  | "id"
  | "at"
  | "recipient"
  | "sender"
  | "sender_name"
  | "subject"
  | "body"
  | "message_id"
  | "in_reply_to"
  | "headers"
  | "answered"
> & { body_type: string; copies: number; canAnswer: boolean; unreadable?: string | null };

/** Outside people, the last written to first. @param search part of an address, a name, a subject or a text. */
export async function outsideRows(search: string): Promise<Row[]> {
  const like = `%${search.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  const spaced = like.replace(/ +/g, "%");
  return sql<
    Row[]
  >`select recipient as address, count(*)::int as count, (count(*) filter (where answered is null and not bounced))::int as fresh, max(at) as at
    from delivered where outside and (recipient like ${spaced} or lower(subject) like ${like} or lower(body) like ${like})
    group by 1 order by max(seq) desc`;
}

export async function teamRows(): Promise<Row[]> {
  const rows = await sql<
    Row[]
  >`select mailbox as address, count(*)::int as count, (count(*) filter (where not is_read))::int as fresh, max(received_at) as at
    from messages where folder = 'inbox' and deleted_at is null group by 1`;
  return people
    .filter((person) => person.kind === "member")
    .map((person) => rows.find((row) => row.address === person.email) ?? { address: person.email, count: 0, fresh: 0, at: null });
}

/** A team mailbox shows its inbox, an outside person what reached them. Newest first, at most 100. */
export async function mailsOf(address: string): Promise<Read[]> {
  const mine = people.some((person) => person.kind === "member" && person.email === address);
  const delivered = await sql<Read[]>`select *, not bounced as "canAnswer",
      (select count(*)::int from delivered twin where twin.message_id = delivered.message_id and twin.recipient = delivered.recipient) as copies
    from delivered where recipient = ${address} order by seq desc limit 100`;
  if (!mine) return delivered;
  const inbox = await sql<
    Read[]
  >`select id, received_at as at, mailbox as recipient, coalesce(sender #>> '{emailAddress,address}', '') as sender,
      coalesce(sender #>> '{emailAddress,name}', '') as sender_name, subject, body, body_type, internet_message_id as message_id, in_reply_to, headers, null as answered, 1 as copies, false as "canAnswer", unreadable
    from messages where mailbox = ${address} and folder = 'inbox' and deleted_at is null order by received_at desc limit 100`;
  return inbox.map((row) => delivered.find((one) => one.message_id === row.message_id) ?? row);
}

/** The name an address goes by: a person of this Exchange, or what the address says. */
export const called = (address: string) => people.find((person) => person.email === address)?.name ?? nameOf(address);

/** The text of a mail as HTML for a sandboxed frame. */
export const asHtml = (mail: Pick<Read, "body" | "body_type">) =>
  mail.body_type === "html" ? mail.body : `<pre style="white-space:pre-wrap">${escapeHtml(mail.body)}</pre>`;
