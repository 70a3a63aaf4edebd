import { test } from "@playwright/test";
import { boundariesOf } from "../chaos/boundaries";
import { signalProgram } from "./programs";
import type { Traps } from "./traps";

/** Those of a mail that begins a thread, in the order in which it comes to them. */
const ofFirstMails = [
  "before draft",
  "after draft",
  "before intent",
  "before send",
  "after send",
  "before record",
  "after record",
] as const;

/**
 * Kills the app at every boundary of a send, in turn, so many times; `begin` has mails leave. A boundary is before or after a call of Exchange,
 * or right before a transaction is committed. @param begin is called once the first boundary is watched.
 */
export async function killAtEveryBoundary(traps: Traps, rounds: number, begin: () => Promise<void>) {
  const boundaries = boundariesOf(traps);
  await boundaries[ofFirstMails[0]].set();
  await begin();
  for (let round = 1; round <= rounds; round += 1) {
    for (const [place, name] of ofFirstMails.entries()) {
      await test.step(rounds > 1 ? `killed ${name}, round ${round}` : `killed ${name}`, async () => {
        if (round > 1 || place > 0) await boundaries[name].set();
        await boundaries[name].sprung();
        await signalProgram("app", "SIGKILL");
        await boundaries[name].free();
      });
    }
  }
}
