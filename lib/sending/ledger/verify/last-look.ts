import { type Clock, readClock } from "@/db/access/database-clock";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { mailDifferences } from "@/db/schema/differences";
import { log } from "../../../log/log";
import type { Mailbox } from "../../../microsoft/graph/clients";
import { answerOf, askAgainSeconds } from "../../../microsoft/graph/graph-answer";
import { pauseMailbox } from "../../../microsoft/pause-mailbox";
import type { DeliveryRow } from "../ensure-delivery";
import type { SendOutcome } from "../send-outcome";
import { type AsMade, verifyDraft } from "./verify-draft";

/** The last look at a draft before it leaves. One that fails means that nothing leaves now. @throws token errors of the mailbox. */
export async function lastLook(
  scope: Scope,
  row: DeliveryRow,
  mailbox: Mailbox,
  clock: Clock,
): Promise<AsMade | { outcome: SendOutcome }> {
  const at = await readClock(scope.teamId, clock);
  const later = (seconds: number) => ({ outcome: { kind: "later" as const, at: new Date(at.getTime() + seconds * 1000) } });
  try {
    const verified = await verifyDraft(scope, row, mailbox, at);
    switch (verified.kind) {
      case "as made":
        return verified;
      case "later":
        return later(verified.seconds);
      case "held":
        return { outcome: { kind: "refused", refusal: { reason: "changed in Outlook", from: null } } };
      case "moved on":
        return verified.row.state === "confirmed" ? { outcome: { kind: "sent", at: verified.row.acceptedAt ?? at } } : later(1);
    }
  } catch (error) {
    const answer = answerOf(error);
    if (answer.verdict === "signed out") throw error;
    const until = await pauseMailbox(scope, row.senderAccountId, answer, at);
    return until ? { outcome: { kind: "later", at: until } } : later(askAgainSeconds(answer));
  }
}

/** Outlook's own touch on a draft that left all the same is kept, for the mail's story. */
export async function keepLooks(tx: TeamTransaction, row: DeliveryRow, { looks, found }: AsMade, at: Date) {
  const settled = { settledAt: at, settledAs: "accepted" as const };
  await tx
    .insert(mailDifferences)
    .values({ deliveryId: row.id, place: "draft", foundAt: at, found, differences: looks, ...settled });
  log.info({ delivery: row.id, differences: looks.length }, "a draft differed in its looks alone, and left");
}
