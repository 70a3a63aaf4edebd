import type { TeamTransaction } from "@/db/access/with-team";
import { lockSingles } from "../../singles/lock-singles";
import { findWriter } from "./find-writer";
import { reviewAgain } from "./review-again";
import type { Read } from "./row-of";

/**
 * A contact of ours may write before any mail of ours went to them, or of something else: their message belongs to no mail, and yet nobody who signed
 * one to them by hand had read it. So what is signed goes back to Review, and the message waits for a person to place it.
 * @returns what does so once the message is kept; the mails are locked now, as everybody locks them first.
 */
export async function reviewUnplaced(
  tx: TeamTransaction,
  teamId: string,
  { kind, fromEmail }: Read,
  now: Date,
): Promise<() => Promise<void>> {
  const writer = kind === "reply" || kind === "meeting" ? await findWriter(tx, fromEmail ?? null, null) : null;
  if (!writer) return async () => {};
  await lockSingles(tx, [writer]);
  return () => reviewAgain(tx, teamId, [writer], now);
}
