import { type Breach, BreachFound } from "../breach";
import { tellStory } from "./tell-story";
import { listChanges } from "./wall-offsets";

export type Told = { stories: number; sends: number; found: { seed: number; message: string; kind: Breach | null }[] };

/** Every zone the platform knows, and the one it leaves out of its list. */
const zones = [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])];
let places: { timeZone: string; at: number }[] | null = null;

/** Where stories happen: at every change of every zone's clock from 2020 to 2040, in the order of the zones. */
export function listPlaces() {
  places ??= listChanges(zones);
  return places;
}

/** The story of a seed happens at the place of its number, so that as many in a row visit every place. @throws BreachFound. */
export function storyOf(seed: number, breach: Breach | null = null): number {
  const all = listPlaces();
  return tellStory(seed, all[seed % all.length] as { timeZone: string; at: number }, breach);
}

/** Tells stories of seeds, and those that fail with why. */
export function tellStories(seeds: Iterable<number>, breach: Breach | null = null): Told {
  const told: Told = { stories: 0, sends: 0, found: [] };
  for (const seed of seeds) {
    told.stories += 1;
    try {
      told.sends += storyOf(seed, breach);
    } catch (error) {
      const kind = error instanceof BreachFound ? error.kind : null;
      told.found.push({ seed, kind, message: String(error instanceof Error ? error.message : error) });
    }
  }
  return told;
}
