import { and, eq } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { deliveries } from "@/db/schema/sending";
import { env } from "../../env/env";
import type { Mailbox } from "../../microsoft/graph/clients";
import { findById, findByKey, findByMessageId } from "../../microsoft/graph/find-message";
import type { DeliveryRow } from "./ensure-delivery";
import { moveDelivery } from "./move-delivery";
import { recordAccepted } from "./record-accepted";

export type Settled = { row: DeliveryRow; lookAgainAt: Date | null };

/**
 * Settles a doubt by looking in the mailbox: under the recorded id, the Message-ID and the key. Found sent: it left. Still a
 * draft after the last look: it may be sent once more. Found nowhere: a person decides. Nothing here sends.
 * @throws what reading the mailbox throws; the doubt then stays as it is.
 */
export async function settleDoubt(scope: Scope, row: DeliveryRow, mailbox: Mailbox, now: Date): Promise<Settled> {
  const found = await look(mailbox, row);
  if (found === "sent") {
    const moved = await withTeam(scope, async (tx) => {
      const confirmed = await moveDelivery(
        tx,
        row,
        { kind: "look", found },
        { confirmedAt: now, acceptedAt: row.acceptedAt ?? row.submittedAt ?? now, nextLookAt: null },
      );
      if (confirmed) await recordAccepted(tx, confirmed, confirmed.acceptedAt ?? now);
      return confirmed;
    });
    return { row: moved ?? row, lookAgainAt: null };
  }
  // An accepted mail that is not to be seen yet is no doubt: a rule of the mailbox may have moved the copy away.
  if (row.state === "accepted") return { row, lookAgainAt: null };
  const schedule = env().DOUBT_SCHEDULE.split(",").map(Number);
  const wait = schedule[row.looks];
  if (wait !== undefined) {
    const lookAgainAt = new Date(now.getTime() + wait * 1000);
    const moved = await withTeam(scope, async (tx) => {
      const doubtful = row.state === "submitting" ? await moveDelivery(tx, row, { kind: "look", found }) : row;
      return doubtful && stay(tx, doubtful, { looks: row.looks + 1, nextLookAt: lookAgainAt });
    });
    return { row: moved ?? row, lookAgainAt };
  }
  const moved = await withTeam(scope, (tx) =>
    moveDelivery(tx, row, { kind: "looks used up", found }, { looks: 0, nextLookAt: null }),
  );
  return { row: moved ?? row, lookAgainAt: null };
}

async function look(mailbox: Mailbox, row: DeliveryRow): Promise<"sent" | "draft" | "nothing"> {
  const seen = [
    ...(row.graphId ? [await findById(mailbox, row.graphId)] : []),
    ...(row.internetMessageId ? await findByMessageId(mailbox, row.internetMessageId) : []),
    ...(await findByKey(mailbox, row.sendKey)),
  ].filter((one) => one !== null);
  if (seen.some((one) => !one.isDraft)) return "sent";
  // Another draft with this key may be left from a crash: only the one that was handed over says that it is still here.
  return seen.some((one) => one.graphId === row.graphId) ? "draft" : "nothing";
}

async function stay(tx: TeamTransaction, row: DeliveryRow, change: { looks: number; nextLookAt: Date }) {
  const [kept] = await tx
    .update(deliveries)
    .set(change)
    .where(and(eq(deliveries.id, row.id), eq(deliveries.state, row.state)))
    .returning();
  return kept ?? null;
}
