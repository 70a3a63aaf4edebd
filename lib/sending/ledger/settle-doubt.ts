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

/** So long Exchange may hold what was handed over before a person is asked. */
const transportMs = 24 * 3_600_000;

/**
 * Settles a doubt by looking in the mailbox: under the recorded id, the Message-ID and the key. Found sent: it left. Still a
 * draft after the last look: it may be sent once more, unless Exchange says that it holds it; then it is looked for again, and after a day
 * a person decides. Found nowhere: a person decides. Nothing here sends.
 * @throws what reading the mailbox throws; the doubt then stays as it is.
 */
export async function settleDoubt(scope: Scope, row: DeliveryRow, mailbox: Mailbox, now: Date): Promise<Settled> {
  const seen = await look(mailbox, row);
  const found = seen === "submitted" ? "draft" : seen;
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
  const held = seen === "submitted" && now.getTime() - (row.submittedAt ?? now).getTime() < transportMs;
  const wait = schedule[row.looks] ?? (held ? schedule.at(-1) : undefined);
  if (wait !== undefined) {
    const lookAgainAt = new Date(now.getTime() + wait * 1000);
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
      { kind: "looks used up", found: seen === "submitted" ? "nothing" : found },
      { looks: 0, nextLookAt: null },
    ),
  );
  return { row: moved ?? row, lookAgainAt: null };
}

async function look(mailbox: Mailbox, row: DeliveryRow): Promise<"sent" | "submitted" | "draft" | "nothing"> {
  const own = row.graphId ? await findById(mailbox, row.graphId) : null;
  const seen = [
    own,
    ...(row.internetMessageId ? await findByMessageId(mailbox, row.internetMessageId) : []),
    ...(await findByKey(mailbox, row.sendKey)),
  ].filter((one) => one !== null);
  if (seen.some((one) => !one.isDraft)) return "sent";
  if (own?.submitted) return "submitted";
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
