import { randomUUID } from "node:crypto";
import type { Delivered } from "./answers";
import { nameOf } from "./name-of";
import { holderOf } from "./people";
import { intoMailbox } from "./put-message";
import { sql } from "./store";

/** Both buttons of mail programs, for a mail as it was delivered. */

const headerOf = (mail: Delivered) => mail.headers.find(({ name }) => name?.toLowerCase() === "list-unsubscribe")?.value ?? "";

/** Presses the button behind the unsubscribe link, as a mail program's one-click does. @returns the page's status; 404 without a link, 503 when nothing answers. */
export async function unsubscribeBy(mail: Delivered): Promise<number> {
  const link = /<(https?:[^>]+)>/.exec(headerOf(mail))?.[1] ?? /href="(https?:[^"]+\/u\/[^"]+)"/.exec(mail.body)?.[1];
  if (!link) return 404;
  const answer = await fetch(link.replace(/&amp;/g, "&"), {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
    redirect: "manual",
    signal: AbortSignal.timeout(10_000),
  }).catch(() => null);
  if (!answer) return 503;
  if (answer.status < 400) await sql`update delivered set answered = 'unsubscribe' where id = ${mail.id}`;
  return answer.status;
}

/**
 * As Outlook's own button does (Graph, message: unsubscribe): a mail to the address that List-Unsubscribe names first as mailto, with the
 * subject it names and no text; the page beside it is not touched, and without such an address there is no button.
 * @returns the immutable id of what lies in the mailbox now; null where the header names no mailbox of this Exchange.
 */
export async function unsubscribeByMail(
  mail: Delivered,
  { from = mail.recipient, folder }: { from?: string; folder?: string } = {},
): Promise<string | null> {
  const named = /<(mailto:[^>]+)>/i.exec(headerOf(mail))?.[1];
  if (!named) return null;
  const { pathname, searchParams } = new URL(named);
  const to = decodeURIComponent(pathname);
  const holder = holderOf(to);
  if (!holder) return null;
  const id = await intoMailbox(sql, {
    mailbox: holder.email,
    internet_message_id: `<${randomUUID()}@${from.split("@")[1] ?? "outside.example"}>`,
    subject: searchParams.get("subject") ?? "unsubscribe",
    body: "",
    body_type: "text",
    sender: { emailAddress: { address: from, name: nameOf(from) } },
    recipients: [{ emailAddress: { address: to, name: holder.name } }],
    headers: [],
    in_reply_to: null,
    refs: null,
    ...(folder ? { folder } : {}),
  });
  await sql`update delivered set answered = 'unsubscribe' where id = ${mail.id}`;
  return id;
}
