import type { TeamTransaction } from "@/db/access/with-team";
import { linesOf } from "../../mail/sanitize-html";
import { openAllKept } from "../../received/kept/open-kept";

/** The words of received letters that the team keeps, by message; a letter that is not kept has none. */
export async function readLetterTexts(tx: TeamTransaction, messageIds: string[]): Promise<Map<string, string>> {
  const kept = await openAllKept(tx, messageIds);
  return new Map([...kept].map(([messageId, { words }]) => [messageId, linesOf(words)]));
}
