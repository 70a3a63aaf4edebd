import { folders, type Message, recoverable } from "./graph/message";
import { type InboxRule, state } from "./state";
import type { sql } from "./store";

type Tx = Parameters<Parameters<typeof sql.begin>[1]>[0];

/** Names that a folder of one's own may have. */
export const isFolderName = (name: unknown): name is string =>
  typeof name === "string" && (folders.includes(name) || (/^[\w .-]{1,40}$/.test(name) && name !== recoverable));

type Arrived = Pick<Message, "mailbox" | "subject" | "sender">;

export function ruleFor({ mailbox, subject, sender }: Arrived): InboxRule | undefined {
  const from = sender?.emailAddress.address.toLowerCase();
  return state.rules.find(
    (rule) =>
      rule.mailbox === mailbox &&
      (!rule.from || rule.from.toLowerCase() === from) &&
      (!rule.subject || subject.toLowerCase().includes(rule.subject.toLowerCase())),
  );
}

/** An item that lies elsewhere from now on: gone here, new there, and for a moment nowhere. Its immutable id stays. */
export async function moveItem(tx: Tx | typeof sql, id: string, folder: string, read = false): Promise<boolean> {
  const [was] = await tx<
    { mailbox: string; folder: string }[]
  >`select mailbox, folder from messages where id = ${id} and deleted_at is null`;
  if (!was || was.folder === folder) return was !== undefined;
  await tx`update messages set folder = ${folder}, moves = moves + 1, version = version + 1, changed_at = now(), is_read = is_read or ${read},
    gone_until = now() + make_interval(secs => ${state.movedGoneMs / 1000}) where id = ${id}`;
  await tx`insert into changes (mailbox, folder, id, removed) values (${was.mailbox}, ${was.folder}, ${id}, true), (${was.mailbox}, ${folder}, ${id}, false)`;
  return true;
}
