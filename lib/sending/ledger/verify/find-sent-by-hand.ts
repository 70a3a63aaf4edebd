import type { Scope } from "@/db/access/with-team";
import { requestAsShown } from "../../../mail/compare/request-as-shown";
import type { MailRequest } from "../../../mail/mail-request";
import type { Mailbox } from "../../../microsoft/graph/clients";
import { deleteDraft } from "../../../microsoft/graph/delete-draft";
import { findByKey } from "../../../microsoft/graph/find-message";
import type { DeliveryRow } from "../ensure-delivery";
import { readItem } from "./read-item";
import { recordByHand } from "./record-by-hand";

/**
 * Looks whether the mailbox's owner sent the mail, under its key but out of another item than the draft that is recorded: the one before lies
 * in Deleted Items, or wherever it was put, and may have been sent from there; or a copy was made of the draft. Then the mail has left, and
 * the draft, or another, would be its second.
 * @returns the row as it is now; null where no such copy is to be seen; "unsure" where it moves at this moment. @throws what reading the mailbox throws.
 */
export async function findSentByHand(
  scope: Scope,
  row: DeliveryRow,
  request: MailRequest,
  mailbox: Mailbox,
  now: Date,
): Promise<DeliveryRow | "unsure" | null> {
  const copy = (await findByKey(mailbox, row.sendKey)).find(({ isDraft, graphId }) => !isDraft && graphId !== row.graphId);
  if (!copy) return null;
  const sent = await readItem(mailbox, copy.graphId, requestAsShown(request));
  if (!sent || sent.isDraft) return "unsure";
  // The draft that the copy was made of would be the mail a second time.
  if (row.graphId) await deleteDraft(mailbox, row.graphId);
  const differences = sent.differences.filter(({ field }) => field !== "markup");
  return (await recordByHand(scope, row, { sentGraphId: copy.graphId, sent: sent.shown, differences }, now)) ?? "unsure";
}
