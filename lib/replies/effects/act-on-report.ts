import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { holdOften } from "../../campaigns/hold/hold-often";
import type { About, RecordedMessage } from "./about";
import { cameBackOften } from "./came-back-often";
import { endBounced } from "./end-bounced";
import { pauseByReport } from "./pause-by-report";

/** What a delivery report does, by whom it blames. What blames ourselves is done where it is read: it is about the mailbox. */
export async function actOnReport(
  tx: TeamTransaction,
  scope: Scope,
  message: RecordedMessage,
  about: About,
  now: Date,
): Promise<void> {
  const { contactId } = about;
  const { id: messageId, receivedAt } = message;
  switch (message.blames) {
    case "address":
      return endBounced(tx, scope, about, message.failedAddress, now);
    case "for now":
      if (await cameBackOften(tx, contactId, receivedAt)) await holdOften(tx, scope, { contactId, messageId, receivedAt }, now);
      return;
    case "policy":
      return pauseByReport(tx, scope, about, message.says ?? "", now);
    case "ours":
    case "forwarder":
    case "delayed":
    case null:
      return;
  }
}
