import type { ReadBack } from "@/db/schema/words";
import type { Difference, ShownMail } from "../../mail/compare/shown-mail";
import { explainChanges } from "./explain-changes";

/** After so many copies that were as signed a mailbox is known: what then differs is no way of this mailbox. */
export const knownAfter = 20;

export type Judged = { readBack: ReadBack; changes: string[] };

/**
 * What the differences between a signed mail and its sent copy mean.
 * @param known how many copies of this mailbox were equal or explained.
 */
export function judgeCopy(differences: Difference[], signed: ShownMail, found: ShownMail, known: number): Judged {
  if (differences.length === 0) return { readBack: "equal", changes: [] };
  if (differences.some((one) => isGrave(one, signed, found))) return { readBack: "different", changes: [] };
  const changes = differences.every(({ field }) => field === "markup") ? explainChanges(signed.html, found.html) : null;
  if (changes) return { readBack: "explained", changes };
  return { readBack: known < knownAfter ? "asked" : "different", changes: [] };
}

/** What it says, where it leads, who gets it, and from which address. */
function isGrave({ field }: Difference, signed: ShownMail, found: ShownMail): boolean {
  if (field === "from")
    return (
      addressOf(signed.from) !== addressOf(found.from) ||
      addressOf(signed.sender ?? signed.from) !== addressOf(found.sender ?? found.from)
    );
  return field === "words" || field === "links" || field === "recipients" || field === "subject";
}

const addressOf = (person: ShownMail["from"]) => person?.email.trim().toLowerCase() ?? "";
