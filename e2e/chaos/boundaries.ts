import { expect } from "@playwright/test";
import { standIn } from "../support/stand-in";
import type { Traps } from "../support/traps";
import type { Boundary } from "./draw-strikes";

/** A place in a send where a kill finds it: `set` watches it, `sprung` waits until a send stands there, `free` lets it go. */
export type Watched = { set: () => Promise<void>; sprung: (limitMs?: number) => Promise<void>; free: () => Promise<void> };

/** Every boundary: before or after a call of Exchange, right before a transaction is committed, or right after. */
export function boundariesOf(traps: Traps): Record<Boundary, Watched> {
  const held = (point: "before" | "after", method: string, path: string): Watched => ({
    set: () => standIn.hold(point, method, path),
    sprung: (limitMs) => standIn.untilHeld(limitMs),
    free: () => standIn.release(),
  });
  const trapped = (state: string): Watched => ({
    set: () => traps.set(state),
    sprung: (limitMs) => traps.untilSprung(state, limitMs),
    free: () => traps.open(state),
  });
  const recorded = async (limitMs = 90_000) => {
    const sent = async () =>
      (await traps.sql`select count(*)::int as n from deliveries where state in ('accepted', 'confirmed')`)[0]?.n;
    const before = await sent();
    await expect.poll(sent, { timeout: limitMs, intervals: [20] }).toBeGreaterThan(before);
  };
  return {
    "before draft": held("before", "POST", "/messages$"),
    "after draft": held("after", "POST", "/messages$"),
    "before reply": held("before", "POST", "/createReply$"),
    "after reply": held("after", "POST", "/createReply$"),
    "before fill": held("before", "PATCH", "/messages/[^/]+$"),
    "after fill": held("after", "PATCH", "/messages/[^/]+$"),
    "before intent": trapped("submitting"),
    "before send": held("before", "POST", "/send$"),
    "after send": held("after", "POST", "/send$"),
    "before record": trapped("accepted"),
    "after record": { set: async () => {}, sprung: recorded, free: async () => {} },
  };
}
