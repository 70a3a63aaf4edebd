import { timingSafeEqual } from "node:crypto";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { withTeam } from "@/db/access/with-team";
import { graphSubscriptions } from "@/db/schema/senders";
import { emit } from "../../events/emit";
import { type Found, findSubscriptions } from "./find-subscriptions";
import { hashClientState } from "./hash-client-state";
import { noteNotified } from "./note-notified";

const mostItems = 1000;
const itemSchema = z.object({
  subscriptionId: z.guid(),
  clientState: z.string().max(128),
  lifecycleEvent: z.string().max(100).optional(),
});
type Item = z.infer<typeof itemSchema>;

/**
 * What Graph, or a stranger, posted. It only wakes: that a mailbox is to be looked into, or its subscription renewed. What it says of
 * messages is not read. An item of a subscription that is none of ours, or without its secret, does nothing.
 */
export async function receiveNotifications(body: unknown): Promise<void> {
  const items = itemsOf(body);
  const known = await findSubscriptions([...new Set(items.map((item) => item.subscriptionId))]);
  const sound = items.flatMap((item) => {
    const found = known.get(item.subscriptionId);
    return found && isSecret(item, found) ? [{ ...found, event: item.lifecycleEvent }] : [];
  });
  const counts = new Map<string, { teamId: string; count: number }>();
  for (const { teamId, senderAccountId, event } of sound) {
    if (event !== undefined && event !== "missed") continue;
    const before = counts.get(senderAccountId)?.count ?? 0;
    counts.set(senderAccountId, { teamId, count: before + (event ? 0 : 1) });
  }
  await Promise.all([
    ...[...counts].map(([senderAccountId, { teamId, count }]) => noteNotified(teamId, senderAccountId, count)),
    ...sound.flatMap((one) => (one.event ? [followLifecycle(one, one.event)] : [])),
  ]);
}

function itemsOf(body: unknown): Item[] {
  const value = (body as { value?: unknown } | null)?.value;
  const all: unknown[] = Array.isArray(value) ? value.slice(0, mostItems) : [];
  return all.flatMap((one) => {
    const item = itemSchema.safeParse(one);
    return item.success ? [item.data] : [];
  });
}

function isSecret({ clientState }: Item, { clientStateHash }: Found): boolean {
  return timingSafeEqual(Buffer.from(hashClientState(clientState)), Buffer.from(clientStateHash.padEnd(64).slice(0, 64)));
}

/** What becomes of a subscription itself; Graph may invent further events. */
async function followLifecycle({ id, teamId, senderAccountId }: Found, event: string) {
  if (event !== "reauthorizationRequired" && event !== "subscriptionRemoved") return;
  await withTeam({ teamId, memberId: null }, async (tx) => {
    if (event === "subscriptionRemoved") await tx.delete(graphSubscriptions).where(eq(graphSubscriptions.id, id));
    const minute = Math.floor(Date.now() / 60_000);
    await emit(tx, "mailbox/watch", [{ eventId: `watch:${id}:${event}:${minute}`, data: { teamId, senderAccountId } }]);
  });
  // Nobody was told of what came since.
  if (event === "subscriptionRemoved") await noteNotified(teamId, senderAccountId, 0);
}
