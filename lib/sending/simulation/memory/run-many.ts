import { type Breach, BreachFound } from "../breach";
import { drive, type Outcome } from "../runs/drive";
import { memoryWorld } from "./memory-world";

export type Ran = {
  runs: number;
  sends: number;
  events: number;
  found: { seed: number; message: string; kind: Breach | null }[];
};

/** The run of a seed in memory. @throws BreachFound. */
export function runInMemory(seed: number, breach: Breach | null = null, people = 20): Promise<Outcome> {
  return drive(seed, (setup, within) => memoryWorld(setup, within, breach), people);
}

/** Runs seeds, and tells those that fail with why; where a breach was planted, until it is found. */
export async function runSeeds(seeds: Iterable<number>, breach: Breach | null = null, people = 20): Promise<Ran> {
  const ran: Ran = { runs: 0, sends: 0, events: 0, found: [] };
  for (const seed of seeds) {
    ran.runs += 1;
    try {
      const { sends, events } = await runInMemory(seed, breach, people);
      ran.sends += sends;
      ran.events += events;
    } catch (error) {
      const kind = error instanceof BreachFound ? error.kind : null;
      ran.found.push({ seed, kind, message: String(error instanceof Error ? error.message : error) });
      if (breach !== null && kind === breach) break;
    }
  }
  return ran;
}
