import { inArray } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { deliveries } from "@/db/schema/sending";
import { normalAddress } from "../../mail/address";
import type { Finding } from "../finding";
import { type Match, matchMessage } from "../match-message";

/** Whose a message is. `among us`: a colleague writes on in a thread, which is no answer of the contact. */
export async function findMatch(tx: TeamTransaction, finding: Finding): Promise<Match | "among us" | null> {
  const { understood, keys } = finding;
  const returned = await idsOf(tx, finding.sendKeys);
  const match = await matchMessage(tx, { ...keys, answers: [...new Set([...returned, ...keys.answers])] });
  if (!match) return null;
  if (understood.kind === "report") {
    // Anybody can write a report that names an address: without a mark of our mail only our own Exchange is believed.
    return match.matchedBy === "address" && !finding.byExchange ? null : match;
  }
  const from = normalAddress(finding.fromEmail ?? "");
  return finding.isInside && understood.kind !== "complaint" && from !== match.recipient ? "among us" : match;
}

/** Message-IDs of the mails whose keys a returned mail carries. */
async function idsOf(tx: TeamTransaction, sendKeys: string[]): Promise<string[]> {
  if (sendKeys.length === 0) return [];
  const rows = await tx
    .select({ id: deliveries.internetMessageId })
    .from(deliveries)
    .where(inArray(deliveries.sendKey, sendKeys));
  return rows.flatMap(({ id }) => id ?? []);
}
