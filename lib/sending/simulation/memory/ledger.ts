import { lookedFor } from "@/db/schema/words";
import { sendRefusals, verdictOfCode } from "../../../microsoft/graph/graph-codes";
import { type LedgerEvent, nextState } from "../../ledger/next-state";
import type { Exchange } from "../runs/exchange";
import { type Delivery, type Draft, type Person, type Rows, recordAccepted } from "./rows";

/** As DOUBT_SCHEDULE and SEND_TIMEOUT are set for both worlds. */
export const doubtSchedule = [5, 30, 120, 600];
export const sendTimeoutSeconds = 60;

/** As moveDelivery: by what was read before, so that a row that moved meanwhile stays. @returns the row as it is now, or null. */
export function move(draft: Draft, was: Delivery, event: LedgerEvent, more: Partial<Delivery> = {}): Delivery | null {
  const next = nextState(was, event);
  const { delivery } = draft;
  if (!next || !delivery || delivery.state !== was.state || delivery.resends !== was.resends) return null;
  Object.assign(delivery, more, next);
  return { ...delivery };
}

export type Mail = { rows: Rows; person: Person; draft: Draft; exchange: Exchange };
type Settled = { row: Delivery; lookAgainAt: number | null };

/** As settleDoubt. @param now from before the look. */
export async function settleDoubt({ rows, person, draft, exchange }: Mail, row: Delivery, now: number): Promise<Settled> {
  await exchange.looks();
  const item = exchange.items.find(({ id }) => id === row.graphId);
  const settled = (moved: Delivery | null) => ({ row: moved ?? row, lookAgainAt: null });
  if (item && !item.isDraft) {
    const at = row.acceptedAt ?? row.submittedAt ?? now;
    const moved = move(draft, row, { kind: "look", found: "sent" }, { acceptedAt: at, nextLookAt: null });
    if (moved) recordAccepted(rows, person, draft, at);
    return settled(moved);
  }
  if (row.state === "accepted") return settled(null);
  if (item && row.state === "reconciling") {
    const verdict = verdictOfCode(row.errorCode ?? "");
    if (verdict === "unsendable") {
      exchange.discard(item.id);
      return settled(move(draft, row, { kind: "refusal seen", forGood: true }, { nextLookAt: null, submittedAt: null }));
    }
    const unsent = { looks: 0, nextLookAt: null, submittedAt: null };
    if (sendRefusals.includes(verdict)) return settled(move(draft, row, { kind: "refusal seen", forGood: false }, unsent));
  }
  const found = item ? "draft" : "nothing";
  const wait = doubtSchedule[row.looks];
  const callEnds = (row.submittedAt ?? row.createdAt) + 3 * sendTimeoutSeconds * 1000;
  const lookAgainAt = wait === undefined ? (now < callEnds ? callEnds : null) : now + wait * 1000;
  if (lookAgainAt !== null) {
    const doubtful = row.state === "submitting" ? move(draft, row, { kind: "look", found }) : row;
    const { delivery } = draft;
    if (!doubtful || delivery?.state !== doubtful.state) return { row, lookAgainAt };
    Object.assign(delivery, { looks: row.looks + 1, nextLookAt: lookAgainAt });
    return { row: { ...delivery }, lookAgainAt };
  }
  return settled(move(draft, row, { kind: "looks used up", found }, { looks: 0, nextLookAt: null }));
}

/** As settleMailbox, as far as it settles mails whose run does not. */
export async function settleRows(rows: Rows, exchange: Exchange, now: number): Promise<void> {
  const unsure = [...rows.persons, ...rows.readers].flatMap((person) =>
    person.drafts.flatMap((draft) => {
      const { delivery } = draft;
      if (!delivery || !lookedFor.includes(delivery.state)) return [];
      const since = delivery.nextLookAt ?? delivery.submittedAt;
      return since !== null && since < now - 60_000 ? [{ person, draft, delivery }] : [];
    }),
  );
  for (const { delivery, ...mail } of unsure) await settleDoubt({ rows, exchange, ...mail }, { ...delivery }, now);
}
