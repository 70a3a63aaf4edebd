import type { TeamTransaction } from "@/db/access/with-team";
import { outbox } from "@/db/schema/events";
import { type EventData, type EventName, eventSchemas } from "./event-schemas";

/**
 * Writes an event to the outbox, in the transaction of the change it tells of.
 * The same `eventId` twice is one event: a repeated write is a no-op.
 */
export async function emit<Name extends EventName>(
  tx: TeamTransaction,
  name: Name,
  events: { eventId: string; data: EventData<Name> }[],
) {
  for (let start = 0; start < events.length; start += 1000) {
    const rows = events.slice(start, start + 1000).map(({ eventId, data }) => ({
      name,
      eventId,
      data: eventSchemas[name].parse(data),
      teamId: data.teamId,
    }));
    await tx.insert(outbox).values(rows).onConflictDoNothing();
  }
}
