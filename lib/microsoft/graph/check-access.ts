import { MailboxSignedOutError } from "../tokens/errors";
import { type Mailbox, readClient } from "./clients";
import { answerOf } from "./graph-answer";

/** Opens the mailbox. @throws MailboxSignedOutError when Graph shuts it to us; else what Graph answers, such as that there is none. */
export async function checkAccess(mailbox: Mailbox): Promise<void> {
  try {
    await readClient(mailbox).api("/me/mailFolders/inbox").select("id").get();
  } catch (error) {
    if (["signed out", "unread"].includes(answerOf(error).verdict))
      throw new MailboxSignedOutError("Microsoft refuses access to it");
    throw error;
  }
}
