import { GraphError } from "@microsoft/microsoft-graph-client";
import { MailboxSignedOutError } from "../tokens/errors";
import { type Mailbox, readClient } from "./clients";

/** Opens the mailbox. @throws MailboxSignedOutError when Graph refuses it as a whole; else what Graph answers. */
export async function checkAccess(mailbox: Mailbox): Promise<void> {
  try {
    await readClient(mailbox).api("/me/mailFolders/inbox").select("id").get();
  } catch (error) {
    if (error instanceof GraphError && [401, 403, 404].includes(error.statusCode))
      throw new MailboxSignedOutError("Microsoft refuses access to it");
    throw error;
  }
}
