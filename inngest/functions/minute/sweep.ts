import { wakeEvents } from "../../../lib/engine/wake-events";
import { inngest } from "../../client";
import { rests, type SweepPlace, sweepFrom } from "./chores";

/** Half an hour of steps: the next run begins anew at the front, so one that ended sooner would never come to those behind. */
const parts = 100;

/**
 * Every minute: what was missed anywhere is found, whatever the reason, and every waiting contact has its reason of now. Where nothing is under way and nothing is
 * due there is no step. All is done in one, and only what takes longer goes on in another: each step is charged for.
 */
export const sweep = inngest.createFunction(
  {
    id: "sweep",
    name: "Find what was missed",
    retries: 2,
    triggers: [{ cron: "* * * * *" }, { event: wakeEvents.sweep }],
    concurrency: [{ limit: 1 }],
  },
  async ({ event, step }) => {
    const minute = Math.floor((event.ts ?? Date.now()) / 60_000);
    let place: SweepPlace | null = null;
    // Outside of a step it is only read, and read again as often as this is called.
    if (await rests(minute)) return "nothing is under way";
    for (let part = 0; part < parts; part += 1) {
      const from: SweepPlace | null = place;
      place = await step.run(`sweep-${part}`, () => sweepFrom(from, minute));
      if (!place) return "swept";
    }
    return "more than half an hour holds";
  },
);
