import { and, isNotNull, lt } from "drizzle-orm";
import { withSystem } from "@/db/access/with-system";
import { outbox } from "@/db/schema/events";

/** So long a sent event can be looked up; Inngest itself knows its id for a day. */
const keptDays = 7;

/** Deletes events that were sent long ago; those that wait stay, however old. @returns how many went. */
export async function tidyOutbox(now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  const gone = await withSystem("tidy outbox", (tx) =>
    tx
      .delete(outbox)
      .where(and(isNotNull(outbox.sentAt), lt(outbox.sentAt, before)))
      .returning({ id: outbox.id }),
  );
  return gone.length;
}
