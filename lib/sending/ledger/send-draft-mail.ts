import { and, eq } from "drizzle-orm";
import { type Clock, databaseClock, readClock } from "@/db/access/database-clock";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { deliveries, deliveryIntents } from "@/db/schema/sending";
import { AppError } from "../../errors/app-error";
import type { Mailbox } from "../../microsoft/graph/clients";
import { mailboxRefusals } from "../../microsoft/graph/graph-codes";
import { sendMessage } from "../../microsoft/graph/send-message";
import { pauseMailbox } from "../../microsoft/pause-mailbox";
import { restMailbox } from "../../microsoft/rest-mailbox";
import { draftMail } from "./draft-mail";
import { type DeliveryRow, ensureDelivery } from "./ensure-delivery";
import { afterLook, hearFirst, type LookFirst } from "./hear-first";
import { moveDelivery } from "./move-delivery";
import { recordAccepted } from "./record-accepted";
import type { SendOutcome } from "./send-outcome";
import { settleDoubt } from "./settle-doubt";
import { keepLooks, lastLook } from "./verify/last-look";
import { writeIntent } from "./write-intent";

/** The call starts within this time of the look at the draft or is given up: what was looked at may no longer hold. */
const lookLivesMs = 5000;

/**
 * Brings a signed draft one step further in the ledger, as often as it is called and wherever the last call ended; it leaves at
 * most once. The caller holds the mailbox's lease for sending.
 * @param clock asked again at each step that depends on the instant.
 * @param lookFirst reads the mailbox before a follow-up leaves; see hearFirst.
 * @throws token errors of the mailbox.
 */
export async function sendDraftMail(
  scope: Scope,
  draftId: string,
  runId: string,
  mailbox: Mailbox,
  clock: Clock = databaseClock,
  lookFirst: LookFirst | null = null,
): Promise<SendOutcome> {
  const now = () => readClock(scope.teamId, clock);
  let row = await ensureDelivery(scope, draftId, await now());
  if (row.state === "submitting" || row.state === "reconciling") {
    const dueAt = row.nextLookAt;
    const at = await now();
    if (dueAt && dueAt > at) return { kind: "doubt", lookAt: dueAt };
    const settled = await settleDoubt(scope, row, mailbox, at);
    if (settled.lookAgainAt) return { kind: "doubt", lookAt: settled.lookAgainAt };
    row = settled.row;
  }
  if (row.state === "accepted" || row.state === "confirmed") return { kind: "sent", at: row.acceptedAt ?? (await now()) };
  if (row.state === "review") return { kind: "review" };
  if (row.state === "failed") return { kind: "failed", code: row.errorCode ?? "refused" };
  const at = await now();
  const made = await draftMail(scope, row, mailbox, at);
  if ("closed" in made) return { kind: "refused", refusal: made.closed };
  if ("refused" in made) return { kind: "failed", code: made.refused };
  if ("notTaken" in made) return { kind: "not taken", code: made.notTaken };
  if ("sentByHand" in made) return { kind: "sent", at: made.sentByHand.acceptedAt ?? at };
  if ("nothingToAnswer" in made) return { kind: "nothing to answer" };
  if ("threadLost" in made) return { kind: "thread lost", lookAt: made.threadLost };
  if ("waitSeconds" in made) return { kind: "later", at: after(at, made.waitSeconds * 1000) };
  const { state, acceptedAt } = made.drafted;
  return state === "confirmed"
    ? { kind: "sent", at: acceptedAt ?? at }
    : submit(scope, made.drafted, runId, mailbox, clock, lookFirst);
}

async function submit(
  scope: Scope,
  row: DeliveryRow,
  runId: string,
  mailbox: Mailbox,
  clock: Clock,
  lookFirst: LookFirst | null,
): Promise<SendOutcome> {
  const now = () => readClock(scope.teamId, clock);
  // The token first: fetching one may take longer than the look at the draft holds.
  const token = await mailbox.token();
  const startBy = performance.now() + lookLivesMs;
  const lookedAt = await now();
  const look = await lastLook(scope, row, mailbox, clock);
  if ("outcome" in look) return look.outcome;
  const heard = await hearFirst(scope, row, { token: async () => token }, clock, lookFirst);
  if ("refused" in heard) return { kind: "refused", refusal: heard.refused };
  const intent = await writeIntent(scope, row.id, runId, clock).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "conflict") return null;
    throw error;
  });
  if (!intent) return { kind: "later", at: after(await now(), 1000) };
  if ("refused" in intent)
    return { kind: "refused", refusal: lookFirst ? afterLook(intent.refused, await now()) : intent.refused };
  // By its own row: another process may have given this one up and handed the mail over anew since.
  const submitting = intent.row;
  const readAt = await now();
  if (readAt.getTime() - lookedAt.getTime() > lookLivesMs || performance.now() > heard.startBy) {
    await withTeam(scope, (tx) => moveDelivery(tx, submitting, { kind: "intent given up" }, { submittedAt: row.submittedAt }));
    return { kind: "later", at: readAt };
  }
  const answer = await sendMessage({ token: () => inTime(token, Math.min(startBy, heard.startBy)) }, intent.graphId);
  const at = await now();
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
    if (look.looks.length > 0) await keepLooks(tx, row, look, lookedAt);
    return next;
  });
  // Whatever the answer: the mailbox rests before its next mail.
  if (answer.retryAfterSeconds) await restMailbox(scope, row.senderAccountId, answer.retryAfterSeconds, at);
  if (moved?.state === "accepted") return { kind: "sent", at };
  const inDoubt = moved ?? (await withTeam(scope, (tx) => reread(tx, row.id)));
  const settled = await settleDoubt(scope, inDoubt, mailbox, await now()).catch(async (error: unknown) => {
    // What was said of the whole mailbox holds also where the copy cannot be looked for.
    if (mailboxRefusals.includes(answer.verdict)) await pauseMailbox(scope, row.senderAccountId, answer, await now());
    throw error;
  });
  const { state, acceptedAt, errorCode } = settled.row;
  if (state === "confirmed" || state === "accepted") return { kind: "sent", at: acceptedAt ?? at };
  if (state === "failed") return { kind: "failed", code: errorCode ?? "refused" };
  const until = await pauseMailbox(scope, row.senderAccountId, answer, await now());
  return settled.lookAgainAt ? { kind: "doubt", lookAt: settled.lookAgainAt } : { kind: "later", at: until ?? at };
}

/** The client asks for the token right before the call. A process that stood still until then must not make it any more. */
async function inTime(token: string, startBy: number): Promise<string> {
  if (performance.now() > startBy) throw new Error("The look at the draft or at the mailbox is too old for a call.");
  return token;
}

function after(instant: Date, milliseconds: number): Date {
  return new Date(instant.getTime() + milliseconds);
}

async function reread(tx: TeamTransaction, deliveryId: string): Promise<DeliveryRow> {
  const [row] = await tx.select().from(deliveries).where(eq(deliveries.id, deliveryId));
  if (!row) throw new AppError("not_found");
  return row;
}
