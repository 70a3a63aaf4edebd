import { compareMails } from "../../mail/compare/compare-mails";
import type { Difference, ShownMail } from "../../mail/compare/shown-mail";

/** In what a sent copy differs from what was signed; the name that its recipient reads as the sender's, too. */
export function compareCopy(signed: ShownMail, found: ShownMail): Difference[] {
  const [before, after] = [signed.from?.name.trim() ?? "", found.from?.name.trim() ?? ""];
  const isNamed = [before, after].every((name) => name !== "" && !name.includes("@"));
  const named: Difference[] =
    isNamed && before !== after ? [{ field: "from", before: `Named ${before}`, after: `Named ${after}` }] : [];
  return [...compareMails(signed, found), ...named];
}
