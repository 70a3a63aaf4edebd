import { and, isNull, type SQL, sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { mailboxMessages } from "@/db/schema/replies";

/** The same message in any mailbox of the team. Naming the mailboxes lets the index find it. */
export const isCopyOf = (internetMessageId: string): SQL =>
  sql`${mailboxMessages.internetMessageId} = ${internetMessageId} and ${mailboxMessages.senderAccountId} in (select s.id from sender_accounts s)`;

/** The copy in a colleague's mailbox, which could not tell whose it is, waits for nobody any more, so that a message acts once. */
export async function hideCopies(
  tx: TeamTransaction,
  { internetMessageId }: { internetMessageId: string },
  now: Date,
): Promise<void> {
  await tx
    .update(mailboxMessages)
    .set({ hiddenAt: now })
    .where(and(isCopyOf(internetMessageId), isNull(mailboxMessages.contactId), isNull(mailboxMessages.hiddenAt)));
}
