import type { Sql } from "postgres";

/** Another address by which a contact is known. @returns its id. */
export async function seedAddress(
  owner: Sql,
  contactId: string,
  address: string,
  kind: "former" | "answers from" = "answers from",
): Promise<string> {
  const [row] = await owner`insert into contact_addresses (team_id, contact_id, address, address_norm, kind, source)
    select team_id, id, ${address}, ${address.toLowerCase()}, ${kind}, 'belongs to' from contacts where id = ${contactId} returning id`;
  return String(row?.id);
}

/** A message in a mailbox that belongs to nobody yet. @returns its id. */
export async function seedUnplaced(
  owner: Sql,
  senderAccountId: string,
  message: {
    from: string | null;
    at: Date;
    kind?: string;
    subject?: string;
    snippet?: string;
    graphId?: string;
    failed?: string;
    wish?: string;
    guesses?: { contactId: string; because: string[] }[];
  },
): Promise<string> {
  const [row] = await owner`
    insert into mailbox_messages (team_id, sender_account_id, internet_message_id, kind, from_email, subject, snippet, received_at, graph_id, failed_address,
        wish, guesses)
    select team_id, id, '<' || gen_random_uuid() || '@x.example>', ${message.kind ?? "reply"}, ${message.from}, ${message.subject ?? "The days you asked for"},
        ${message.snippet ?? "Thursday at two, or Friday before eleven."}, ${message.at}::timestamptz, ${message.graphId ?? null}, ${message.failed ?? null},
        ${message.wish ?? null}, ${owner.json(message.guesses ?? [])}
    from sender_accounts where id = ${senderAccountId} returning id`;
  return String(row?.id);
}
