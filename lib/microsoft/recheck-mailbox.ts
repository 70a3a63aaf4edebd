import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { senderAccounts } from "@/db/schema/senders";
import { clearTrouble } from "./clear-trouble";
import { checkAccess } from "./graph/check-access";
import { answerOf } from "./graph/graph-answer";
import { reportRefusal } from "./report-refusal";
import { acquireMailToken } from "./tokens/acquire-mail-token";
import { MailboxSignedOutError } from "./tokens/errors";
import { markSignedOut } from "./tokens/mark-signed-out";

/**
 * After Graph refused a token that had not run out, or the whole mailbox, and when the time of a trouble is over: asks Microsoft for a
 * new token and opens the mailbox with it. A consent that was withdrawn or a licence that is gone is noticed here, long before the
 * token ends. One that opens has a mailbox; whether it may send again, only its next mail can tell.
 * @returns until when nothing is sent, where opening it met a trouble; else null.
 * @throws MailboxSignedOutError when the mailbox stays closed; it is marked then. Other token errors as acquireMailToken.
 */
export async function recheckMailbox(scope: Scope, senderAccountId: string, now: Date): Promise<Date | null> {
  const { connectedAt, trouble, troubleUntil } = senderAccounts;
  const [own] = await withTeam(scope, (tx) =>
    tx.select({ connectedAt, trouble, until: troubleUntil }).from(senderAccounts).where(eq(senderAccounts.id, senderAccountId)),
  );
  const token = await acquireMailToken(scope, senderAccountId, now, { fresh: true });
  try {
    await checkAccess({ token: async () => token });
  } catch (error) {
    if (error instanceof MailboxSignedOutError)
      await markSignedOut(scope, senderAccountId, error.reason, own?.connectedAt ?? null, now);
    const until = await reportRefusal(scope, senderAccountId, answerOf(error), now);
    if (until) return until;
    throw error;
  }
  const isOver = own?.trouble === "no_licence" || (own?.until && own.until <= now);
  // Opening it says nothing about reading it to the end, which reading alone finds out.
  if (own?.trouble && own.trouble !== "unreadable" && isOver) await clearTrouble(scope, senderAccountId, now, own.trouble);
  return null;
}
