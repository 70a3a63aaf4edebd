import { and, eq } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { emailDrafts } from "@/db/schema/drafts";
import { deliveries } from "@/db/schema/sending";
import type { DeliveryRow } from "./ensure-delivery";
import { type LedgerEvent, nextState } from "./next-state";

/**
 * Moves a mail by one event, in one UPDATE that names the state it was in.
 * @returns the row as it is now, or null when the event cannot happen there or somebody moved it meanwhile.
 */
export async function moveDelivery(
  tx: TeamTransaction,
  row: DeliveryRow,
  event: LedgerEvent,
  more: Partial<typeof deliveries.$inferInsert> = {},
): Promise<DeliveryRow | null> {
  const next = nextState(row, event);
  if (!next) return null;
  // The draft before its ledger row, as whoever edits a draft locks them: the other way round they would wait for each other.
  await tx.select({ id: emailDrafts.id }).from(emailDrafts).where(eq(emailDrafts.id, row.draftId)).for("no key update");
  const [moved] = await tx
    .update(deliveries)
    .set({ ...more, state: next.state, resends: next.resends })
    .where(and(eq(deliveries.id, row.id), eq(deliveries.state, row.state), eq(deliveries.resends, row.resends)))
    .returning();
  return moved ?? null;
}
