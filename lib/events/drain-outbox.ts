import { asc, inArray, isNull, sql } from "drizzle-orm";
import { withSystem } from "@/db/access/with-system";
import { outbox } from "@/db/schema/events";

export type OutboxEvent = { id: string; name: string; data: unknown };

/**
 * Sends waiting events, oldest first, in one request of at most 500, until none waits. Of those that say the same, one is sent.
 * Rows are locked while they are sent, so two drainers never send the same row at once; a crash after
 * sending sends again under the same event ids, which Inngest knows for a day.
 * @returns how many were sent. @throws what `send` throws; the rows then stay.
 */
export async function drainOutbox(send: (events: OutboxEvent[]) => Promise<unknown>): Promise<number> {
  let total = 0;
  for (;;) {
    const sent = await withSystem("drain outbox", async (tx) => {
      const rows = await tx
        .select({ row: outbox.id, id: outbox.eventId, name: outbox.name, data: outbox.data })
        .from(outbox)
        .where(isNull(outbox.sentAt))
        .orderBy(asc(outbox.id))
        .limit(500)
        .for("update", { skipLocked: true });
      if (rows.length === 0) return 0;
      await send(withoutRepeats(rows).map(({ id, name, data }) => ({ id, name, data })));
      await tx
        .update(outbox)
        .set({ sentAt: sql`now()` })
        .where(
          inArray(
            outbox.id,
            rows.map((row) => row.row),
          ),
        );
      return rows.length;
    });
    total += sent;
    if (sent === 0) return total;
  }
}

/** An event only wakes, and whoever is woken looks at the rows: of those that say the same the last, in its place, is enough. */
function withoutRepeats<Row extends { name: string; data: unknown }>(rows: Row[]): Row[] {
  const last = new Map<string, Row>();
  for (const row of rows) {
    const says = `${row.name} ${JSON.stringify(row.data)}`;
    last.delete(says);
    last.set(says, row);
  }
  return [...last.values()];
}
