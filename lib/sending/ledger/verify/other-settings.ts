import type { Difference } from "../../../mail/compare/shown-mail";
import { listUnsubscribe, type MailRequest } from "../../../mail/mail-request";
import type { Settings } from "../../../microsoft/graph/read-settings";

/** Settings of a draft that nobody signed: a mail is made without any, but for where one unsubscribes. */
export function otherSettings(request: MailRequest, settings: Settings): Difference[] {
  const { importance, receipts, delay, unsubscribe } = settings;
  const signed = listUnsubscribe(request.unsubscribeUrl).value;
  const others: [string, string | null][] = [
    ["", importance],
    ["", receipts],
    ["", delay && `Leaves at ${delay}`],
    [
      `Unsubscribes at ${signed}`,
      unsubscribe !== null && unsubscribe.trim() !== signed ? `Unsubscribes at ${unsubscribe}` : null,
    ],
  ];
  return others.flatMap(([before, after]) => (after ? [{ field: "settings" as const, before, after }] : []));
}
