import { and, eq, inArray } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { mailboxMessages } from "@/db/schema/replies";
import { threadKinds } from "@/db/schema/words";
import { AppError } from "../../errors/app-error";
import { linesOf } from "../../mail/sanitize-html";
import { readReceivedLetter } from "../../received/read-received-letter";
import type { ThreadRow } from "../../threads/thread-row";

export type AnsweredMessage = { id: string; email: string; subject: string | null; snippet: string | null };

/** So much of what somebody wrote stands below the answer to it. */
const mostQuoted = 20_000;

/**
 * A message of a thread as it is answered: at the address it came from, never where it asks answers to go.
 * @throws AppError "not_found" where it is of no or another thread, "blocked" where it names no address.
 */
export async function findAnswered(
  tx: TeamTransaction,
  thread: Pick<ThreadRow, "contactId" | "senderAccountId">,
  messageId: string,
): Promise<AnsweredMessage> {
  const { id, fromEmail: email, subject, snippet, contactId, senderAccountId, kind } = mailboxMessages;
  const [message] = await tx
    .select({ id, email, subject, snippet })
    .from(mailboxMessages)
    .where(
      and(
        eq(id, messageId),
        eq(contactId, thread.contactId),
        eq(senderAccountId, thread.senderAccountId),
        inArray(kind, [...threadKinds]),
      ),
    );
  if (!message) throw new AppError("not_found");
  if (!message.email?.includes("@"))
    throw new AppError("blocked", "Their mail names no address, so it cannot be answered from here. Answer it in Outlook.");
  return { ...message, email: message.email };
}

/**
 * The writer's own words of a message, without the mails that it quotes; asked of its mailbox, or the beginning that was kept where that does not give it.
 * Never inside a transaction.
 */
export async function readOwnWords(
  scope: Scope,
  { id, snippet }: Pick<AnsweredMessage, "id" | "snippet">,
  now: Date,
): Promise<string> {
  const text = await readReceivedLetter(scope, id, { images: false }, now).then(
    ({ words }) => linesOf(words),
    (error: unknown) => {
      if (error instanceof AppError) return "";
      throw error;
    },
  );
  return (text || (snippet ?? "")).slice(0, mostQuoted);
}

/** The same for a thread whose row is not held: what a page needs before it writes. */
export function readAnswered(scope: Scope, thread: Pick<ThreadRow, "contactId" | "senderAccountId">, messageId: string) {
  return withTeam(scope, (tx) => findAnswered(tx, thread, messageId));
}
