import type { Mailbox } from "./clients";
import { findById } from "./find-message";
import { moveToDeleted } from "./move-to-deleted";

/**
 * Moves a draft that will never be sent to Deleted Items. Only a draft: what its owner sent by hand meanwhile is a sent mail under the same
 * id, so the item is read first. Microsoft documents no condition for moving or deleting a message, so the moment between the two calls
 * stays open; what was sent or changed in it lies in Deleted Items.
 * @param seen the version that was looked at, where only that one may go.
 * @returns false when the item is no draft any more, was handed over, or is another version. One that is gone is as good as deleted.
 */
export async function deleteDraft(mailbox: Mailbox, graphId: string, seen?: { etag: string | null }): Promise<boolean> {
  const found = await findById(mailbox, graphId);
  if (!found) return true;
  if (!found.isDraft || found.submitted || (seen && seen.etag !== found.etag)) return false;
  const moved = await moveToDeleted(mailbox, graphId);
  return moved === null || moved.isDraft;
}
