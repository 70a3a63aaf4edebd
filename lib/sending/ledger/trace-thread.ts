import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { deliveries } from "@/db/schema/sending";
import type { Mailbox } from "../../microsoft/graph/clients";
import { lookForMail } from "./look-for-mail";

/** Seconds a look-up by key or Message-ID may lag behind; only after that does "not found" mean that nothing is there. */
export const lookupSettlesSeconds = 60;

export type NoThread = { waitSeconds: number } | { lost: true };

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
): Promise<{ sentGraphId: string } | NoThread> {
  const [before] = await withTeam(scope, (tx) => tx.select().from(deliveries).where(eq(deliveries.id, deliveryId)));
  if (!before) return { lost: true };
  if (before.sentGraphId && !how.anew) return { sentGraphId: before.sentGraphId };
  const seen = await lookForMail(mailbox, how.anew ? { ...before, graphId: null, sentGraphId: null } : before);
  if (seen.kind === "sent") {
    const kept = { sentGraphId: seen.graphId };
    await withTeam(scope, (tx) => tx.update(deliveries).set(kept).where(eq(deliveries.id, deliveryId)));
    return kept;
  }
  // Exchange still holds it, or a look-up does not know yet where it went.
  if (seen.kind !== "nothing") return { waitSeconds: 10 };
  const age = (now.getTime() - (before.acceptedAt ?? before.createdAt).getTime()) / 1000;
  return age < lookupSettlesSeconds ? { waitSeconds: 5 } : { lost: true };
}
