import { type Mailbox, writeClient } from "./clients";
import { answerOf } from "./graph-answer";

/** Removes a draft that will never be sent. One that is gone already is as good. */
export async function deleteDraft(mailbox: Mailbox, graphId: string): Promise<void> {
  try {
    await writeClient(mailbox)
      .api(`/me/messages/${encodeURIComponent(graphId)}`)
      .delete();
  } catch (error) {
    if (answerOf(error).verdict !== "missing") throw error;
  }
}
