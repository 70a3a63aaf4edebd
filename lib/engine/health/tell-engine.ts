import type { Refusal } from "../beats";
import type { Trouble } from "../judge-engine";
import type { Engine } from "../read-engine";

/** Ages in whole seconds; null where it never was. */
export type ToldEngine = {
  state: "beats" | Trouble;
  sweepSecondsAgo: number | null;
  pollSecondsAgo: number | null;
  eventsWaiting: number;
  oldestEventSeconds: number | null;
  refused: Refusal | null;
};

/** The state of the engine for a program that watches us. */
export function tellEngine({ beats, verdict }: Engine): ToldEngine {
  const age = (at: Date | null) => (at ? Math.max(0, Math.round((beats.now.getTime() - at.getTime()) / 1000)) : null);
  return {
    state: verdict?.trouble ?? "beats",
    sweepSecondsAgo: age(beats.sweepAt),
    pollSecondsAgo: age(beats.pollAt),
    eventsWaiting: beats.waiting,
    oldestEventSeconds: age(beats.waitingSince),
    refused: beats.refused,
  };
}
