import { type Mailbox, writeClient } from "./clients";
import { findById } from "./find-message";
import { answerOf } from "./graph-answer";

/**
 * Moves a draft that will never be sent to Deleted Items. Only a draft: what its owner sent by hand meanwhile is a sent mail under the same
 * id, so the item is read first, and deleted as it was read. Microsoft documents no condition for deleting; where Exchange heeds none,
 * the moment between the two calls stays open, and what is lost in it lies in Deleted Items.
 * @param seen the version that was looked at, where only that one may go.
 * @returns false when the item is no draft any more, was handed over or is being changed; then nothing was deleted. One that is gone
 * is as good as deleted.
 */
export async function deleteDraft(mailbox: Mailbox, graphId: string, seen?: { etag: string | null }): Promise<boolean> {
  const found = await findById(mailbox, graphId);
  if (!found) return true;
  if (!found.isDraft || found.submitted || (seen && seen.etag !== found.etag)) return false;
  try {
    await writeClient(mailbox)
      .api(`/me/messages/${encodeURIComponent(graphId)}`)
      .header("If-Match", found.etag ?? "*")
      .delete();
    return true;
  } catch (error) {
    const { verdict } = answerOf(error);
    if (verdict === "conflict") return false;
    if (verdict !== "missing") throw error;
    return true;
  }
}
