import type { Scope } from "@/db/access/with-team";
import { compareMails } from "../../../mail/compare/compare-mails";
import { requestAsShown } from "../../../mail/compare/request-as-shown";
import type { MailRequest } from "../../../mail/mail-request";
import type { Mailbox } from "../../../microsoft/graph/clients";
import { findByKey } from "../../../microsoft/graph/find-message";
import { readShownMail } from "../../../microsoft/graph/read-shown-mail";
import type { DeliveryRow } from "../ensure-delivery";
import { recordByHand } from "./record-by-hand";

/**
 * A draft that was taken out of Drafts lies in Deleted Items, and its owner can still send it from there. So before the same mail gets
 * another draft, one that left is looked for by its key, and counts as sent.
 * @returns "unsure" where it moves at this moment, null where none left. @throws what reading the mailbox throws.
 */
export async function findSentByHand(
  scope: Scope,
  row: DeliveryRow,
  request: MailRequest,
  mailbox: Mailbox,
  now: Date,
): Promise<DeliveryRow | "unsure" | null> {
  if (!row.draftedAt) return null;
  const left = (await findByKey(mailbox, row.sendKey)).find((one) => !one.isDraft);
  if (!left) return null;
  const sent = (await readShownMail(mailbox, left.graphId))?.shown;
  if (!sent) return "unsure";
  const differences = compareMails(requestAsShown(request), sent).filter(({ field }) => field !== "markup");
  return (await recordByHand(scope, row, { sentGraphId: left.graphId, sent, differences }, now)) ?? "unsure";
}
