import { loadavg } from "node:os";
import { standIn } from "../support/stand-in";
import type { Traps } from "../support/traps";
import { boundariesOf } from "./boundaries";
import type { Strike, Target } from "./draw-strikes";
import type { World } from "./open-world";
import { patiently } from "./patiently";
import type { OwnMails } from "./read-mails";
import type { watchGraph } from "./watch-graph";

/** `met`: a send stood at the boundary when it was killed; else nobody came there in time, and it was killed all the same. */
export type Struck = Strike & { met: boolean; underWay: number; load: number };

/** So long a send is waited for at a boundary. */
const comesWithinMs = 20_000;
/** Without these nothing can be watched; of all others the next strike comes while they still start. */
const watchedBy: readonly Target[] = ["postgres", "microsoft365"];

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Kills one program where and when the strike says, with its fault in force. */
export async function strike(
  one: Strike,
  { world, traps, mails, graph }: { world: World; traps: Traps; mails: OwnMails; graph: ReturnType<typeof watchGraph> },
): Promise<Struck> {
  await world.untilBack(one.target);
  await pause(one.afterMs);
  await graph.look();
  await graph.fault(one.fault);
  const boundary = one.boundary === "at random" ? null : boundariesOf(traps)[one.boundary];
  // Of two processes the one that is to be killed has the work.
  if (one.target === "app-1" || one.target === "app-2") world.leadTo(one.target);
  let met = false;
  try {
    if (boundary) {
      await patiently(boundary.set);
      met = await boundary.sprung(comesWithinMs).then(
        () => true,
        () => false,
      );
    }
    if (one.target === "microsoft365") await graph.look();
    const underWay = await patiently(() => mails.underWay());
    await world.kill(one.target);
    if (one.target === "microsoft365") graph.forgotten();
    return { ...one, met, underWay, load: loadavg()[0] ?? 0 };
  } finally {
    world.leadTo(null);
    if (boundary) await boundary.free().catch(() => {});
    if (watchedBy.includes(one.target)) await world.untilBack(one.target);
    // Whoever waits in the mailbox while the stand-in could not be asked.
    await patiently(() => standIn.release());
  }
}
