import { eq } from "drizzle-orm";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { contacts } from "@/db/schema/contacts";
import { mailboxMessages } from "@/db/schema/replies";
import { readAct } from "../../campaigns/words/read-act";
import { AppError } from "../../errors/app-error";
import { isCopyOf } from "./hide-copies";

export type UnplacedMessage = typeof mailboxMessages.$inferSelect;

/**
 * A message that belongs to nobody yet, held until the transaction ends.
 * @throws AppError "not_found"; "conflict" with who said meanwhile whose it is, or that it is not for us.
 */
export async function lockUnplaced(tx: TeamTransaction, scope: Scope, messageId: string, now: Date): Promise<UnplacedMessage> {
  const [message] = await tx.select().from(mailboxMessages).where(eq(mailboxMessages.id, messageId)).for("update");
  if (!message) throw new AppError("not_found");
  const reader = { memberId: scope.memberId, now };
  if (message.contactId) {
    const [owner] = await tx.select().from(contacts).where(eq(contacts.id, message.contactId));
    const name = owner?.name ?? owner?.email ?? "somebody";
    if (!message.placedAt) throw new AppError("conflict", `It was found meanwhile that this is ${name}’s.`);
    const { who, when } = await readAct(tx, { by: message.placedBy, at: message.placedAt }, reader);
    throw new AppError("conflict", `${who} said${when} that this is ${name}’s.`);
  }
  if (message.hiddenAt) {
    const [copy] = await tx
      .select({ name: contacts.name, email: contacts.email })
      .from(mailboxMessages)
      .innerJoin(contacts, eq(contacts.id, mailboxMessages.contactId))
      .where(isCopyOf(message.internetMessageId))
      .limit(1);
    if (copy) throw new AppError("conflict", `It was found meanwhile that this is ${copy.name ?? copy.email}’s.`);
    const { who, when } = await readAct(tx, { by: message.hiddenBy, at: message.hiddenAt }, reader);
    throw new AppError("conflict", `${who} said${when} that this is not for us.`);
  }
  return message;
}
