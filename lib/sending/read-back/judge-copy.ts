import type { ReadBack } from "@/db/schema/words";
import { compareMails } from "../../mail/compare/compare-mails";
import type { Difference, ShownMail } from "../../mail/compare/shown-mail";
import { explainChanges } from "./explain-changes";

/** After so many copies that were as signed a mailbox is known: what then differs is no way of this mailbox. */
export const knownAfter = 20;

/** What is known of the mailbox: how many of its copies were equal or explained, and whether somebody accepted these very differences. */
export type Mailbox = { known: number; accepted: boolean };
export type Judged = { readBack: ReadBack; changes: string[] };

/** What the differences between a signed mail and its sent copy mean. */
export function judgeCopy(differences: Difference[], signed: ShownMail, found: ShownMail, mailbox: Mailbox): Judged {
  if (differences.length === 0) return { readBack: "equal", changes: [] };
  if (differences.some((one) => isGrave(one, signed, found))) return { readBack: "different", changes: [] };
  const changes = differences.every(({ field }) => field === "markup") ? explainChanges(signed, found) : null;
  if (changes) return { readBack: "explained", changes };
  if (mailbox.accepted) return { readBack: "explained", changes: ["As in a copy that somebody of the team found to be fine"] };
  return { readBack: mailbox.known < knownAfter ? "asked" : "different", changes: [] };
}

/** What it says, where it leads, who gets it, and from which address; the sender's name alone is none of these. */
function isGrave({ field }: Difference, signed: ShownMail, found: ShownMail): boolean {
  if (field === "from") return compareMails(signed, found).some((one) => one.field === "from");
  return field !== "attachments" && field !== "markup";
}
