import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { mailboxMessages } from "@/db/schema/replies";
import type { Mailbox } from "../../microsoft/graph/clients";
import { findByMessageId } from "../../microsoft/graph/find-message";
import type { NoThread, Thread } from "./trace-thread";

/**
 * The item of a message that is answered, in whatever folder it lies by now. Its id stays where it is moved; where nothing is under it, it is looked for by
 * its Message-ID, and the id that is found is kept.
 * @param how `anew` does not believe the recorded id: nothing was found under it. @throws what reading the mailbox throws.
 */
export async function traceAnswered(
  scope: Scope,
  messageId: string,
  mailbox: Mailbox,
  how: { anew: boolean },
): Promise<Thread | NoThread> {
  const { graphId, internetMessageId, createdAt } = mailboxMessages;
  const [message] = await withTeam(scope, (tx) =>
    tx.select({ graphId, internetMessageId, createdAt }).from(mailboxMessages).where(eq(mailboxMessages.id, messageId)),
  );
  if (!message) return { lost: true };
  const before = { acceptedAt: null, createdAt: message.createdAt };
  if (message.graphId && !how.anew) return { itemId: message.graphId, before };
  const found = (await findByMessageId(mailbox, message.internetMessageId)).find(({ isDraft }) => !isDraft);
  if (!found) return { lost: true };
  await withTeam(scope, (tx) =>
    tx.update(mailboxMessages).set({ graphId: found.graphId }).where(eq(mailboxMessages.id, messageId)),
  );
  return { itemId: found.graphId, before };
}
