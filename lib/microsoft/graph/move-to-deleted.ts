import type { Message } from "@microsoft/microsoft-graph-types";
import { type Mailbox, writeClient } from "./clients";
import { answerOf } from "./graph-answer";

/**
 * Puts an item among the deleted ones, where its owner finds it and nobody sends it by accident.
 * @returns whether it is a draft still; null when it is gone.
 */
export async function moveToDeleted(mailbox: Mailbox, graphId: string): Promise<{ isDraft: boolean } | null> {
  try {
    const moved = (await writeClient(mailbox)
      .api(`/me/messages/${encodeURIComponent(graphId)}/move`)
      .post({ destinationId: "deleteditems" })) as Message;
    return { isDraft: moved.isDraft === true };
  } catch (error) {
    if (answerOf(error).verdict === "missing") return null;
    throw error;
  }
}
