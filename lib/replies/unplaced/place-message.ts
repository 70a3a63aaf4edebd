import { and, eq, inArray, sql } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { contactAddresses, contacts } from "@/db/schema/contacts";
import { ignoredSenders, mailboxMessages } from "@/db/schema/replies";
import { replyThreads } from "@/db/schema/threads";
import { openStatuses } from "@/db/schema/words";
import { addContactInside, type NewContact } from "../../contacts/add-contact";
import { lockAddresses } from "../../contacts/addresses/lock-addresses";
import { AppError } from "../../errors/app-error";
import { recordActivity } from "../../events/record-activity";
import { normalAddress } from "../../mail/address";
import { isOfUs, readUs } from "../../senders/read-us";
import { joinsThread } from "../../threads/joins-thread";
import { lockConcerned } from "../effects/lock-concerned";
import { matchByHand } from "../match-message";
import { actOn } from "./act-on";
import { hideCopies } from "./hide-copies";
import { type AddressFate, judgeAddress } from "./judge-address";
import { lockUnplaced, type UnplacedMessage } from "./lock-unplaced";

/** In how many campaigns it ended the person, what became of its address, and the thread it is part of now: a report is part of none. */
export type Placed = { contactId: string; name: string; stopped: number; address: AddressFate; threadId: string | null };

/**
 * Says whose a message is that belonged to nobody: it then counts and stops as any of theirs, as of when it came, and what comes from its
 * address is theirs from now on.
 * @throws AppError "not_found"; "conflict" where somebody was faster.
 */
export function placeMessage(scope: Scope, messageId: string, contactId: string, now: Date): Promise<Placed> {
  return withTeam(scope, async (tx) => {
    await lockAddresses(tx);
    return place(tx, scope, messageId, contactId, now);
  });
}

/**
 * The same for somebody who is no contact yet, under the address it came from.
 * @throws AppError "invalid" too, where that address cannot be one.
 */
export function placeAsNew(scope: Scope, messageId: string, given: Omit<NewContact, "email">, now: Date): Promise<Placed> {
  return withTeam(scope, async (tx) => {
    await lockAddresses(tx);
    const { fromEmail } = await lockUnplaced(tx, scope, messageId, now);
    if (isOfUs(await readUs(tx), fromEmail))
      throw new AppError("invalid", undefined, { email: "This address is one of your own." });
    const { contactId } = await addContactInside(tx, scope, { ...given, email: fromEmail ?? "" }, now);
    return place(tx, scope, messageId, contactId, now);
  });
}

async function place(tx: TeamTransaction, scope: Scope, messageId: string, contactId: string, now: Date): Promise<Placed> {
  const [contact] = await tx.select().from(contacts).where(eq(contacts.id, contactId));
  if (!contact) throw new AppError("not_found");
  // Who reads a mailbox takes hold of the person before the message, and so does this.
  const [seen] = await tx.select().from(mailboxMessages).where(eq(mailboxMessages.id, messageId));
  if (!seen) throw new AppError("not_found");
  const match = await matchByHand(tx, contactId, seen);
  await lockConcerned(tx, seen, {
    contactId,
    campaignId: match?.campaignId ?? null,
    campaignContactId: match?.campaignContactId ?? null,
  });
  const message = await lockUnplaced(tx, scope, messageId, now);
  const before = await countOpen(tx, contactId);
  await tx
    .update(mailboxMessages)
    .set({
      contactId,
      campaignContactId: match?.campaignContactId ?? null,
      matchedBy: "by hand",
      placedAt: now,
      placedBy: scope.memberId,
    })
    .where(eq(mailboxMessages.id, messageId));
  await hideCopies(tx, message, now);
  await actOn(tx, scope, message, contactId, match, now);
  const address = await judgeAddress(tx, message.fromEmail, contactId);
  const email = (message.fromEmail ?? "").trim();
  if (address.is === "second") {
    const addressNorm = normalAddress(email);
    const known = { kind: "answers from", source: "belongs to", createdAt: now, createdBy: scope.memberId } as const;
    await tx.insert(contactAddresses).values({ contactId, address: email, addressNorm, ...known });
    await tx.delete(ignoredSenders).where(eq(ignoredSenders.emailNorm, addressNorm));
  }
  await recordActivity(tx, scope, { verb: "placed a message", at: now, contactId, detail: { messageId, address: email } });
  const stopped = before - (await countOpen(tx, contactId));
  const threadId = await findThread(tx, message, contactId);
  return { contactId, name: contact.name ?? contact.email, stopped, address, threadId };
}

async function findThread(tx: TeamTransaction, message: UnplacedMessage, contactId: string): Promise<string | null> {
  if (!joinsThread(message)) return null;
  const [thread] = await tx
    .select({ id: replyThreads.id })
    .from(replyThreads)
    .where(and(eq(replyThreads.contactId, contactId), eq(replyThreads.senderAccountId, message.senderAccountId)));
  return thread?.id ?? null;
}

async function countOpen(tx: TeamTransaction, contactId: string): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(campaignContacts)
    .where(and(eq(campaignContacts.contactId, contactId), inArray(campaignContacts.status, openStatuses)));
  return row?.count ?? 0;
}
