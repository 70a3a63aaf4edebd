import { and, eq } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { deliveries } from "@/db/schema/sending";
import { callMayArriveSeconds } from "../../env/call-may-arrive";
import { env } from "../../env/env";
import type { Mailbox } from "../../microsoft/graph/clients";
import { deleteDraft } from "../../microsoft/graph/delete-draft";
import { sendRefusals, verdictOfCode } from "../../microsoft/graph/graph-codes";
import type { DeliveryRow } from "./ensure-delivery";
import { lookForMail } from "./look-for-mail";
import { moveDelivery } from "./move-delivery";
import { recordAccepted } from "./record-accepted";

export type Settled = { row: DeliveryRow; lookAgainAt: Date | null };

/** So long Exchange may hold what was handed over before a person is asked. */
const transportMs = 24 * 3_600_000;

/**
 * Settles a doubt by looking in the mailbox: under the recorded id, the Message-ID and the key. Found sent: it left, and the id of the
 * sent item is kept. Still a draft, and its code says that it was refused: it waits as if it had not been handed over, or is never sent.
 * Still a draft after the last look: it may be sent once more, unless Exchange says that it holds it; then it is looked for again, and
 * after a day a person decides. Found nowhere: a person decides. No look is the last one while the call may still arrive: two calls must
 * never overlap. Nothing here sends.
 * @throws what reading the mailbox throws; the doubt then stays as it is.
 */
export async function settleDoubt(scope: Scope, row: DeliveryRow, mailbox: Mailbox, now: Date): Promise<Settled> {
  const seen = await lookForMail(mailbox, row);
  if (seen.kind === "sent") {
    const moved = await withTeam(scope, async (tx) => {
      const confirmed = await moveDelivery(
        tx,
        row,
        { kind: "look", found: "sent" },
        {
          confirmedAt: now,
          acceptedAt: row.acceptedAt ?? row.submittedAt ?? now,
          nextLookAt: null,
          sentGraphId: seen.graphId,
        },
      );
      if (confirmed) await recordAccepted(tx, confirmed, confirmed.acceptedAt ?? now);
      return confirmed;
    });
    return { row: moved ?? row, lookAgainAt: null };
  }
  // An accepted mail that is not to be seen yet is no doubt: a rule of the mailbox may have moved the copy away.
  if (row.state === "accepted") return { row, lookAgainAt: null };
  if (seen.kind === "draft" && row.state === "reconciling") {
    const verdict = verdictOfCode(row.errorCode ?? "");
    if (verdict === "unsendable") return neverSend(scope, row, mailbox);
    if (sendRefusals.includes(verdict)) return { row: await takeBack(scope, row), lookAgainAt: null };
  }
  const found = seen.kind === "nothing" ? "nothing" : "draft";
  const schedule = env().DOUBT_SCHEDULE.split(",").map(Number);
  const held = seen.kind === "submitted" && now.getTime() - (row.submittedAt ?? now).getTime() < transportMs;
  const wait = schedule[row.looks] ?? (held ? schedule.at(-1) : undefined);
  const lookAgainAt = wait === undefined ? untilCallEnded(row, now) : new Date(now.getTime() + wait * 1000);
  if (lookAgainAt) {
    const moved = await withTeam(scope, async (tx) => {
      const doubtful = row.state === "submitting" ? await moveDelivery(tx, row, { kind: "look", found }) : row;
      return doubtful && stay(tx, doubtful, { looks: row.looks + 1, nextLookAt: lookAgainAt });
    });
    return { row: moved ?? row, lookAgainAt };
  }
  const moved = await withTeam(scope, (tx) =>
    moveDelivery(
      tx,
      row,
      { kind: "looks used up", found: seen.kind === "draft" ? "draft" : "nothing" },
      { looks: 0, nextLookAt: null },
    ),
  );
  return { row: moved ?? row, lookAgainAt: null };
}

/** When the call can have ended; null if it has. `now` is from before the look. */
function untilCallEnded({ submittedAt, createdAt }: DeliveryRow, now: Date): Date | null {
  const endsAt = new Date((submittedAt ?? createdAt).getTime() + callMayArriveSeconds(env()) * 1000);
  return now < endsAt ? endsAt : null;
}

/** It was never on its way, so it counts against no limit of the day. */
async function takeBack(scope: Scope, row: DeliveryRow): Promise<DeliveryRow> {
  const unsent = { looks: 0, nextLookAt: null, submittedAt: null };
  return (await withTeam(scope, (tx) => moveDelivery(tx, row, { kind: "refusal seen", forGood: false }, unsent))) ?? row;
}

async function neverSend(scope: Scope, row: DeliveryRow, mailbox: Mailbox): Promise<Settled> {
  if (row.graphId) await deleteDraft(mailbox, row.graphId);
  const unsent = { nextLookAt: null, submittedAt: null };
  const failed = await withTeam(scope, (tx) => moveDelivery(tx, row, { kind: "refusal seen", forGood: true }, unsent));
  return { row: failed ?? row, lookAgainAt: null };
}

async function stay(tx: TeamTransaction, row: DeliveryRow, change: { looks: number; nextLookAt: Date }) {
  const [kept] = await tx
    .update(deliveries)
    .set(change)
    .where(and(eq(deliveries.id, row.id), eq(deliveries.state, row.state)))
    .returning();
  return kept ?? null;
}
