import type { Scope } from "@/db/access/with-team";
import { compareMails } from "../../../mail/compare/compare-mails";
import { requestAsShown } from "../../../mail/compare/request-as-shown";
import type { MailRequest } from "../../../mail/mail-request";
import type { Mailbox } from "../../../microsoft/graph/clients";
import { deleteDraft } from "../../../microsoft/graph/delete-draft";
import { findByKey } from "../../../microsoft/graph/find-message";
import { readShownMail } from "../../../microsoft/graph/read-shown-mail";
import type { DeliveryRow } from "../ensure-delivery";
import { lookupSettlesSeconds } from "../trace-thread";
import { recordByHand } from "./record-by-hand";

/**
 * Looks whether the mailbox's owner made a copy of a draft that lay there for a while, and sent that: a copy bears the key. It counts as
 * the mail, and the draft goes to Deleted Items. Before the last look, because a look-up may take long; one younger than a minute is not
 * found by it.
 * @returns null where there is none. @throws what Graph answers.
 */
export async function findSentCopy(
  scope: Scope,
  row: DeliveryRow,
  request: MailRequest,
  mailbox: Mailbox,
  now: Date,
): Promise<DeliveryRow | null> {
  const laySeconds = row.draftedAt ? (now.getTime() - row.draftedAt.getTime()) / 1000 : 0;
  if (!row.graphId || laySeconds < lookupSettlesSeconds) return null;
  const copy = (await findByKey(mailbox, row.sendKey)).find((one) => !one.isDraft && one.graphId !== row.graphId);
  const sent = copy && (await readShownMail(mailbox, copy.graphId))?.shown;
  if (!copy || !sent || !(await deleteDraft(mailbox, row.graphId))) return null;
  const differences = compareMails(requestAsShown(request), sent).filter(({ field }) => field !== "markup");
  return recordByHand(scope, row, { sentGraphId: copy.graphId, sent, differences }, now);
}
