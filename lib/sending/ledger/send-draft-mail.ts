import { and, eq } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { mailDifferences } from "@/db/schema/differences";
import { deliveries, deliveryIntents } from "@/db/schema/sending";
import { AppError } from "../../errors/app-error";
import { log } from "../../log/log";
import type { Mailbox } from "../../microsoft/graph/clients";
import { answerOf } from "../../microsoft/graph/graph-answer";
import { sendMessage } from "../../microsoft/graph/send-message";
import { pauseMailbox } from "../../microsoft/pause-mailbox";
import { draftMail } from "./draft-mail";
import { type DeliveryRow, ensureDelivery } from "./ensure-delivery";
import type { Refusal } from "./judge-intent";
import { moveDelivery } from "./move-delivery";
import { recordAccepted } from "./record-accepted";
import { settleDoubt } from "./settle-doubt";
import { type AsMade, verifyDraft } from "./verify/verify-draft";
import { writeIntent } from "./write-intent";

export type SendOutcome =
  | { kind: "sent"; at: Date }
  | { kind: "refused"; refusal: Refusal }
  | { kind: "doubt"; lookAt: Date }
  | { kind: "later"; at: Date }
  | { kind: "thread lost"; lookAt: Date }
  | { kind: "review" }
  | { kind: "failed"; code: string };

/** The call starts within this time of the last look at the draft, or is given up: what was read and checked may no longer hold. */
const lookLivesMs = 5000;

/**
 * Brings a signed draft one step further in the ledger, as often as it is called and wherever the last call ended; it leaves at
 * most once. The caller holds the mailbox's lease for sending.
 * @param clock gives the instant; asked again at each step that depends on it.
 * @throws token errors of the mailbox.
 */
export async function sendDraftMail(
  scope: Scope,
  draftId: string,
  runId: string,
  mailbox: Mailbox,
  clock: () => Date,
): Promise<SendOutcome> {
  let row = await ensureDelivery(scope, draftId, clock());
  if (row.state === "submitting" || row.state === "reconciling") {
    const dueAt = row.nextLookAt;
    if (dueAt && dueAt > clock()) return { kind: "doubt", lookAt: dueAt };
    const settled = await settleDoubt(scope, row, mailbox, clock());
    if (settled.lookAgainAt) return { kind: "doubt", lookAt: settled.lookAgainAt };
    row = settled.row;
  }
  if (row.state === "accepted" || row.state === "confirmed") return { kind: "sent", at: row.acceptedAt ?? clock() };
  if (row.state === "review") return { kind: "review" };
  if (row.state === "failed") return { kind: "failed", code: row.errorCode ?? "refused" };
  const made = await draftMail(scope, row, mailbox, clock());
  if ("closed" in made) return { kind: "refused", refusal: made.closed };
  if ("refused" in made) return { kind: "failed", code: made.refused };
  if ("threadLost" in made) return { kind: "thread lost", lookAt: made.threadLost };
  if ("waitSeconds" in made) return { kind: "later", at: new Date(clock().getTime() + made.waitSeconds * 1000) };
  return submit(scope, made.drafted, runId, mailbox, clock);
}

async function submit(scope: Scope, row: DeliveryRow, runId: string, mailbox: Mailbox, clock: () => Date): Promise<SendOutcome> {
  // The token first: fetching one may take longer than the look at the draft holds.
  const token = await mailbox.token();
  const lookedAt = clock();
  const verified = await verify(scope, row, mailbox, clock);
  if ("outcome" in verified) return verified.outcome;
  const intent = await writeIntent(scope, row.id, runId, clock()).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "conflict") return null;
    throw error;
  });
  if (!intent) return { kind: "later", at: new Date(clock().getTime() + 1000) };
  if ("refused" in intent) return { kind: "refused", refusal: intent.refused };
  const submitting = await reread(scope, row.id);
  if (clock().getTime() - lookedAt.getTime() > lookLivesMs) {
    await withTeam(scope, (tx) => moveDelivery(tx, submitting, { kind: "intent given up" }, { submittedAt: null }));
    return { kind: "later", at: clock() };
  }
  const answer = await sendMessage({ token: async () => token }, intent.graphId);
  const at = clock();
  const moved = await withTeam(scope, async (tx) => {
    await tx
      .update(deliveryIntents)
      .set({ answeredAt: at, answer: answer.status })
      .where(and(eq(deliveryIntents.deliveryId, row.id), eq(deliveryIntents.attempt, intent.attempt)));
    const next = await moveDelivery(
      tx,
      submitting,
      { kind: "answer", status: answer.status },
      answer.status === 202 ? { acceptedAt: at } : { errorCode: answer.code },
    );
    if (next?.state === "accepted") await recordAccepted(tx, next, at);
    if (verified.looks.length > 0) await keepLooks(tx, row, verified, lookedAt);
    return next;
  });
  if (moved?.state === "accepted") return { kind: "sent", at };
  const settled = await settleDoubt(scope, moved ?? (await reread(scope, row.id)), mailbox, clock());
  const { state, acceptedAt, errorCode } = settled.row;
  if (state === "confirmed" || state === "accepted") return { kind: "sent", at: acceptedAt ?? at };
  if (state === "failed") return { kind: "failed", code: errorCode ?? "refused" };
  const until = await pauseMailbox(scope, row.senderAccountId, answer, clock());
  return settled.lookAgainAt ? { kind: "doubt", lookAt: settled.lookAgainAt } : { kind: "later", at: until ?? at };
}

/** The last look at the draft. One that fails means that nothing leaves now. */
async function verify(
  scope: Scope,
  row: DeliveryRow,
  mailbox: Mailbox,
  clock: () => Date,
): Promise<AsMade | { outcome: SendOutcome }> {
  const later = (seconds: number) => ({ outcome: { kind: "later" as const, at: new Date(clock().getTime() + seconds * 1000) } });
  const lookedAt = clock().getTime();
  try {
    const verified = await verifyDraft(scope, row, mailbox, clock());
    switch (verified.kind) {
      case "as made":
        return clock().getTime() - lookedAt > lookLivesMs ? later(5) : verified;
      case "later":
        return later(verified.seconds);
      case "held":
        return { outcome: { kind: "refused", refusal: { reason: "changed in Outlook", from: null } } };
      case "moved on":
        return verified.row.state === "confirmed"
          ? { outcome: { kind: "sent", at: verified.row.acceptedAt ?? clock() } }
          : later(1);
    }
  } catch (error) {
    const answer = answerOf(error);
    if (answer.verdict === "signed out") throw error;
    const until = await pauseMailbox(scope, row.senderAccountId, answer, clock());
    return until ? { outcome: { kind: "later", at: until } } : later(Math.max(5, answer.retryAfterSeconds ?? 0));
  }
}

/** Outlook's own touch on a draft that left all the same is kept, for the mail's story. */
async function keepLooks(tx: TeamTransaction, row: DeliveryRow, { looks, found }: AsMade, at: Date) {
  const settled = { settledAt: at, settledAs: "accepted" as const };
  await tx
    .insert(mailDifferences)
    .values({ deliveryId: row.id, place: "draft", foundAt: at, found, differences: looks, ...settled });
  log.info({ delivery: row.id, differences: looks.length }, "a draft differed in its looks alone, and left");
}

async function reread(scope: Scope, deliveryId: string): Promise<DeliveryRow> {
  const [row] = await withTeam(scope, (tx) => tx.select().from(deliveries).where(eq(deliveries.id, deliveryId)));
  if (!row) throw new AppError("not_found");
  return row;
}
