import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { deliveries } from "@/db/schema/sending";
import type { Mailbox } from "../../microsoft/graph/clients";
import { lookForMail } from "./look-for-mail";

/** Seconds a look-up by key or Message-ID may lag behind; only after that does "not found" mean that nothing is there. */
export const lookupSettlesSeconds = 60;

/** So long Exchange may keep an item that it took, or show one that it does not let be answered, before its thread counts as lost. */
const heldMs = 3_600_000;

export type NoThread = { waitSeconds: number } | { lost: true };
export type Before = Pick<typeof deliveries.$inferSelect, "acceptedAt" | "createdAt">;
/** `itemId`: of what is answered, our own sent mail or a message that was received. */
export type Thread = { itemId: string; before: Before };

/**
 * The sent item of a mail, which its follow-up answers; its id is kept once it is known.
 * @param how `anew` does not believe the recorded ids: nothing was found under them.
 * @throws what reading the mailbox throws.
 */
export async function traceThread(
  scope: Scope,
  deliveryId: string,
  mailbox: Mailbox,
  now: Date,
  how: { anew?: boolean } = {},
): Promise<Thread | NoThread> {
  const [before] = await withTeam(scope, (tx) => tx.select().from(deliveries).where(eq(deliveries.id, deliveryId)));
  if (!before) return { lost: true };
  if (before.sentGraphId && !how.anew) return { itemId: before.sentGraphId, before };
  const seen = await lookForMail(mailbox, how.anew ? { ...before, graphId: null, sentGraphId: null } : before);
  if (seen.kind === "sent") {
    await withTeam(scope, (tx) => tx.update(deliveries).set({ sentGraphId: seen.graphId }).where(eq(deliveries.id, deliveryId)));
    return { itemId: seen.graphId, before };
  }
  // Exchange still holds it, or a look-up does not know yet where it went.
  if (seen.kind !== "nothing") return awaitItem(before, now);
  return ageMs(before, now) < lookupSettlesSeconds * 1000 ? { waitSeconds: 5 } : { lost: true };
}

/** There is an item, which cannot be answered at this moment. */
export function awaitItem(before: Before, now: Date): NoThread {
  return ageMs(before, now) < heldMs ? { waitSeconds: 10 } : { lost: true };
}

function ageMs({ acceptedAt, createdAt }: Before, now: Date): number {
  return now.getTime() - (acceptedAt ?? createdAt).getTime();
}
