import type { Scope } from "@/db/access/with-team";
import { requestAsShown } from "../../../mail/compare/request-as-shown";
import type { MailRequest } from "../../../mail/mail-request";
import type { Mailbox } from "../../../microsoft/graph/clients";
import { findByKey } from "../../../microsoft/graph/find-message";
import type { DeliveryRow } from "../ensure-delivery";
import { readItem } from "./read-item";
import { recordByHand } from "./record-by-hand";

/**
 * Looks before a mail gets a draft once more: the one before lies in Deleted Items, or wherever its owner put it, and may have been sent
 * from there. Then the mail has left, and another would be its second.
 * @returns the row as it is now; null where no such copy is to be seen; "unsure" where it moves at this moment. @throws what reading the mailbox throws.
 */
export async function findSentByHand(
  scope: Scope,
  row: DeliveryRow,
  request: MailRequest,
  mailbox: Mailbox,
  now: Date,
): Promise<DeliveryRow | "unsure" | null> {
  const copy = (await findByKey(mailbox, row.sendKey)).find(({ isDraft }) => !isDraft);
  if (!copy) return null;
  const sent = await readItem(mailbox, copy.graphId, requestAsShown(request));
  if (!sent || sent.isDraft) return "unsure";
  const differences = sent.differences.filter(({ field }) => field !== "markup");
  return (await recordByHand(scope, row, { sentGraphId: copy.graphId, sent: sent.shown, differences }, now)) ?? "unsure";
}
