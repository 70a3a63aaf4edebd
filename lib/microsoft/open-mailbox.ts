import { GraphError } from "@microsoft/microsoft-graph-client";
import { type Mailbox, readClient } from "./graph/clients";

/** The account has no mailbox in Exchange Online: no licence, on-premises, or a guest. `code` is Microsoft's word for it. */
export class NoMailboxError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`Microsoft 365 gives no mailbox (${code}).`);
    this.name = "NoMailboxError";
    this.code = code;
  }
}

/**
 * Opens the inbox of somebody who has just consented, so that a mailbox that is none is not connected. Graph answers 404 or 400 under
 * several codes there; with a fresh consent a refusal is always about the mailbox.
 * @throws NoMailboxError, and what Graph throws where it is busy.
 */
export async function openMailbox(mailbox: Mailbox): Promise<void> {
  try {
    await readClient(mailbox).api("/me/mailFolders/inbox").select("id").get();
  } catch (error) {
    if (error instanceof GraphError && [400, 403, 404].includes(error.statusCode))
      throw new NoMailboxError(error.code || String(error.statusCode));
    throw error;
  }
}
