import { eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { mailboxMessages } from "@/db/schema/replies";
import { findByAddress } from "../../contacts/addresses/find-by-address";
import { AppError } from "../../errors/app-error";
import { normalAddress } from "../../mail/address";
import { joinsThread } from "../../threads/joins-thread";

type Owner = { contactId: string; name: string; email: string; company: string | null };
export type OwnerGuess = Owner & { because: string[] };

export type OpenedMail = {
  id: string;
  fromEmail: string | null;
  subject: string;
  snippet: string;
  receivedAt: Date;
  mailbox: string;
  mailboxId: string;
  /** What its owner and this mailbox write to each other, where it is part of that. */
  threadId: string | null;
  /** Whose it is, by whatever way; null while it waits. */
  owner: Owner | null;
  /** Who said so, where somebody did. */
  placedBy: string | null;
  isHidden: boolean;
  /** Whose address it came from, where it is a contact's. */
  sender: Owner | null;
  /** Likeliest first. */
  guesses: OwnerGuess[];
  /** What a report says, in the other server's words. */
  says: string | null;
  /** Its text can be asked for. */
  isThere: boolean;
};

/** One message with whom it may come from. @throws AppError "not_found". */
export function openOtherMail(scope: Scope, messageId: string): Promise<OpenedMail> {
  return withTeam(scope, async (tx) => {
    const [message] = await tx.select().from(mailboxMessages).where(eq(mailboxMessages.id, messageId));
    if (!message) throw new AppError("not_found");
    const address = normalAddress(message.fromEmail ?? "");
    const sender = (await findByAddress(tx, [address])).get(address)?.contactId ?? null;
    const ids = [message.contactId, sender, ...message.guesses.map((guess) => guess.contactId)].filter((id) => id !== null);
    const people = await readRows<Owner & { archived: boolean }>(
      tx,
      sql`select id as "contactId", coalesce(name, email) as name, email, company, archived_at is not null as archived
          from contacts where id = any(${sql.param(ids)}::uuid[])`,
    );
    const [about] = await readRows<{ mailbox: string; placedBy: string | null; threadId: string | null }>(
      tx,
      sql`select m.email as mailbox, (select b.name from members b where b.id = ${message.placedBy}::uuid) as "placedBy",
            (select t.id from reply_threads t where t.contact_id = ${message.contactId}::uuid and t.sender_account_id = m.id) as "threadId"
          from sender_accounts m where m.id = ${message.senderAccountId}`,
    );
    const ownerOf = (id: string | null): Owner | null => {
      const person = people.find((one) => one.contactId === id);
      if (!person) return null;
      const { archived, ...owner } = person;
      return owner;
    };
    const guesses = message.guesses.flatMap(({ contactId, because }) => {
      const owner = people.some((one) => one.contactId === contactId && !one.archived) ? ownerOf(contactId) : null;
      return owner ? [{ ...owner, because }] : [];
    });
    // Whose address it is may have become known since the guess.
    const own = ownerOf(sender);
    const isNew = own && !guesses.some((guess) => guess.contactId === own.contactId);
    return {
      id: message.id,
      fromEmail: message.fromEmail,
      subject: message.subject ?? "",
      snippet: message.snippet ?? "",
      receivedAt: message.receivedAt,
      mailbox: about?.mailbox ?? "",
      mailboxId: message.senderAccountId,
      threadId: joinsThread(message) ? (about?.threadId ?? null) : null,
      owner: ownerOf(message.contactId),
      placedBy: about?.placedBy ?? null,
      isHidden: message.hiddenAt !== null,
      sender: own,
      guesses: (isNew ? [{ ...own, because: ["is their own address"] }, ...guesses] : guesses).slice(0, 3),
      says: message.says,
      isThere: message.graphId !== null,
    };
  });
}
