import type { Difference } from "../../../mail/compare/shown-mail";
import { signedHeaders } from "../../../mail/leaving/signed-headers";
import type { MailRequest } from "../../../mail/mail-request";
import type { Settings } from "../../../microsoft/graph/read-settings";

/** Settings of a draft that nobody signed: a mail is made without any, but for where one unsubscribes. */
export function otherSettings(request: MailRequest, settings: Settings): Difference[] {
  const { importance, receipts, delay, unsubscribe } = settings;
  const signed = signedHeaders(request).find(({ name }) => name === "List-Unsubscribe")?.value ?? "";
  const others: [string, string | null][] = [
    ["", importance],
    ["", receipts],
    ["", delay && `Leaves at ${delay}`],
    [
      `Unsubscribes at ${signed}`,
      unsubscribe !== null && unfolded(unsubscribe) !== signed ? `Unsubscribes at ${unsubscribe}` : null,
    ],
  ];
  return others.flatMap(([before, after]) => (after ? [{ field: "settings" as const, before, after }] : []));
}

/** A header of two addresses is long, and may come back on two lines (RFC 5322, 2.2.3): its blanks say nothing. */
const unfolded = (value: string) => value.replace(/\s+/g, " ").trim();
