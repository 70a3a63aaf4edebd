import type { TeamTransaction } from "@/db/access/with-team";
import { normalAddress } from "../../mail/address";
import type { Finding } from "../finding";
import { type Match, matchMessage } from "../match-message";
import { findLeaver } from "./find-leaver";

/**
 * Whose a message is. `among us`: a colleague writes on in a thread, which is no answer of the contact. Anybody can write a report that names
 * an address: without a mark of our mail only our own Exchange is believed. A complaint is, since all it does is to mail somebody no more.
 */
export async function findMatch(tx: TeamTransaction, finding: Finding): Promise<Match | "among us" | null> {
  const { understood, keys, sendKeys } = finding;
  if (understood.kind === "unsubscribe") return findLeaver(tx, understood.token);
  const isComplaint = understood.kind === "complaint";
  const match = await matchMessage(tx, { ...keys, sendKeys, byExchange: finding.byExchange || isComplaint });
  if (!match || understood.kind === "report" || isComplaint) return match;
  return finding.isInside && normalAddress(finding.fromEmail ?? "") !== match.recipient ? "among us" : match;
}
