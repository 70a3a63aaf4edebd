import type { Next } from "../../run/advance-contact";
import { BreachFound } from "../breach";
import type { Chance } from "../seeded";
import type { Run } from "./world";

/** A run in the engine. `entry`: the place in the queue of what it waits for. */
type Waking = { run: Run; waited: number; slept: string; isWaiting: boolean; isLost: boolean; entry: number };

export type Around = {
  chance: Chance;
  /** Of calls and runs, so many that something happens to. */
  share: number;
  now(): number;
  /** Calls a run at that time; @returns the place of that in the queue. */
  call(at: number, run: Run, isTwice: boolean): number;
  /** One step of a run; null when its process died on the way. */
  advance(run: Run): Promise<Next | null>;
};

const dayMs = 86_400_000;

/** The engine: starts runs, and calls each as run-contact-sequence.ts has it; late, twice, or never where it lost one. */
export function openEngine({ chance, share, now, call, advance }: Around) {
  const runs = new Map<string, Waking>();
  /** Runs of a person that were replaced, one after another, before they could act. */
  const replaced = new Map<number, number>();

  /** What a run waited for before counts no more. */
  const callAt = (waking: Waking, at: number) => {
    waking.isWaiting = false;
    waking.entry = call(Math.max(at, now()) + late(chance, share), waking.run, false);
  };

  function start(run: Run) {
    const unheard = (replaced.get(run.person) ?? 0) + 1;
    replaced.set(run.person, unheard);
    if (unheard > 8)
      throw new BreachFound("lost", `person ${run.person} has had ${unheard} runs, each replaced before it could act`);
    const isLost = chance.happens(share / 10);
    const waking: Waking = { run, waited: 0, slept: "", isWaiting: false, isLost, entry: 0 };
    runs.set(run.runId, waking);
    callAt(waking, now() + chance.pick([0, 50, 900]));
  }

  return {
    /** Told is who waits to be told; a run that is on its way to that looks again by itself. */
    tell(told: Run[]) {
      for (const run of told) {
        const waking = runs.get(run.runId);
        if (!waking) start(run);
        else if (waking.isWaiting) callAt(waking, now());
      }
    },
    /** One step of a run and what it leads to. `isTwice`: its answer is not heard. */
    async wake(run: Run, place: number, isTwice: boolean) {
      const waking = runs.get(run.runId);
      if (!waking || waking.isLost || (!isTwice && waking.entry !== place)) return;
      // Inngest calls a step again whose answer it did not hear.
      if (!isTwice && chance.happens(share / 10)) call(now() + chance.int(0, 3000), run, true);
      const next = await advance(run);
      if (next && next.kind !== "ended") replaced.set(run.person, 0);
      if (isTwice || !runs.has(run.runId)) return;
      if (!next) {
        if (chance.happens(0.3)) runs.delete(run.runId);
        else callAt(waking, now() + chance.int(1, 60) * 1000);
      } else if (next.kind === "ended") runs.delete(run.runId);
      else if (next.kind === "sleep" && next.at !== waking.slept) {
        Object.assign(waking, { slept: next.at, waited: 0 });
        callAt(waking, Date.parse(next.at));
      } else if (next.kind !== "wait") callAt(waking, now() + next.restMs);
      else {
        waking.waited += 1;
        callAt(waking, now() + (waking.waited === 1 ? 10_000 : dayMs));
        waking.isWaiting = true;
      }
    },
    /** It loses all that it has. */
    wipe: () => runs.clear(),
  };
}

function late(chance: Chance, share: number): number {
  if (!chance.happens(share)) return chance.pick([0, 0, 20]);
  return chance.happens(0.8) ? chance.int(0, 5000) : chance.int(0, 4 * 3600) * 1000;
}
