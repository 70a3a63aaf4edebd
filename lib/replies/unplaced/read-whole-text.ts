import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { mailboxMessages } from "@/db/schema/replies";
import { AppError } from "../../errors/app-error";
import { log } from "../../log/log";
import { readMessage } from "../../microsoft/graph/reading/read-message";
import { isGraphError } from "../../microsoft/graph/reading/reading-faults";
import { acquireMailToken } from "../../microsoft/tokens/acquire-mail-token";

/** The words alone: no image of theirs is ever asked for, and nobody learns that they were read. */
export type WholeText = { text: string };

/**
 * The whole text of a message, asked of its mailbox; we keep its beginning only.
 * @throws AppError "not_found"; "unavailable" with the sentence where the mailbox does not give it.
 */
export async function readWholeText(scope: Scope, messageId: string): Promise<WholeText> {
  const [row] = await withTeam(scope, (tx) =>
    tx
      .select({ graphId: mailboxMessages.graphId, senderAccountId: mailboxMessages.senderAccountId })
      .from(mailboxMessages)
      .where(eq(mailboxMessages.id, messageId)),
  );
  if (!row) throw new AppError("not_found");
  const gone = "It is no longer in the mailbox. This is what we kept of it.";
  if (row.graphId === null) throw new AppError("not_found", gone);
  const message = await readFrom(scope, row.senderAccountId, row.graphId);
  if (!message) throw new AppError("not_found", gone);
  return { text: message.body || message.text };
}

async function readFrom(scope: Scope, senderAccountId: string, graphId: string) {
  try {
    return await readMessage({ token: () => acquireMailToken(scope, senderAccountId) }, graphId);
  } catch (error) {
    if (error instanceof AppError) throw error;
    log.warn(
      { senderAccountId, code: isGraphError(error) ? (error as { code?: unknown }).code : "no answer" },
      "a text could not be read",
    );
    throw new AppError("unavailable", "Its mailbox cannot be read now. This is what we kept of it.");
  }
}
