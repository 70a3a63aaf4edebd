import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { holdOften } from "../../campaigns/hold/hold-often";
import { watchGuard } from "../../senders/guard/watch-guard";
import type { About, RecordedMessage } from "./about";
import { cameBackOften } from "./came-back-often";
import { endBounced } from "./end-bounced";
import { isRefusedOften } from "./is-refused-often";
import { pauseByReport } from "./pause-by-report";

/** What a delivery report does, by whom it blames. What says that our account is held back rests the mailbox where it is
 * read; servers that refuse our domain are noted, and where several do, the campaign pauses. */
export async function actOnReport(
  tx: TeamTransaction,
  scope: Scope,
  message: RecordedMessage,
  about: About,
  now: Date,
): Promise<void> {
  const { contactId } = about;
  const { id: messageId, receivedAt } = message;
  switch (message.blames ?? (message.kind === "bounce" ? "address" : null)) {
    case "address":
      await endBounced(tx, scope, about, message.failedAddress, now);
      return watchGuard(tx, scope, about, now);
    case "for now":
      if (await cameBackOften(tx, contactId, receivedAt)) await holdOften(tx, scope, { contactId, messageId, receivedAt }, now);
      return;
    case "policy":
      return pauseByReport(tx, scope, about, message.says ?? "", now);
    case "ours":
      if (await isRefusedOften(tx, about, receivedAt)) await pauseByReport(tx, scope, about, message.says ?? "", now);
      return;
    case "forwarder":
    case "delayed":
    case null:
      return;
  }
}
