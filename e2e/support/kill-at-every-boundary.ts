import { expect, test } from "@playwright/test";
import { signalProgram } from "./programs";
import { standIn } from "./stand-in";
import type { Traps } from "./traps";

/**
 * Kills the app at every boundary of a send, in turn, so many times; `begin` has mails leave. A boundary is before or after a call of Exchange,
 * or right before a transaction is committed. @param begin is called once the first boundary is watched.
 */
export async function killAtEveryBoundary(traps: Traps, rounds: number, begin: () => Promise<void>) {
  const held = (point: "before" | "after", path: string) => ({
    set: () => standIn.hold(point, "POST", path),
    sprung: () => standIn.untilHeld(),
    free: () => standIn.release(),
  });
  const trapped = (state: string) => ({
    set: () => traps.set(state),
    sprung: () => traps.untilSprung(state),
    free: () => traps.open(state),
  });
  const boundaries = {
    "before draft": held("before", "/messages$"),
    "after draft": held("after", "/messages$"),
    "before intent": trapped("submitting"),
    "after intent, before send": held("before", "/send$"),
    "after send": held("after", "/send$"),
    "before record": trapped("accepted"),
  };
  const recorded = async () => {
    const sent = () => traps.sql`select count(*)::int as n from deliveries where state in ('accepted', 'confirmed')`;
    const [before] = await sent();
    await expect.poll(async () => (await sent())[0]?.n, { timeout: 90_000, intervals: [20] }).toBeGreaterThan(before?.n);
  };
  const kills = Object.entries({
    ...boundaries,
    "after record": { set: async () => {}, sprung: recorded, free: async () => {} },
  });
  await kills[0]?.[1].set();
  await begin();
  for (let round = 1; round <= rounds; round += 1) {
    for (const [place, [name, boundary]] of kills.entries()) {
      await test.step(rounds > 1 ? `killed ${name}, round ${round}` : `killed ${name}`, async () => {
        if (round > 1 || place > 0) await boundary.set();
        await boundary.sprung();
        await signalProgram("app", "SIGKILL");
        await boundary.free();
      });
    }
  }
}
