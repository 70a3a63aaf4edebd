import { type Chance, seeded } from "../../lib/sending/simulation/seeded";
import { type Endpoint, endpoints, type FaultMode, faultModes } from "./faults";

/** What is killed. Two processes of the app and two executors stand behind an address each. */
export const targets = ["app-1", "app-2", "executor-1", "executor-2", "postgres", "microsoft365"] as const;
export type Target = (typeof targets)[number];

/** Where a send can be broken: before and after each call that changes the mailbox, and right before and after what the ledger writes. */
export const boundaries = [
  "before draft",
  "after draft",
  "before reply",
  "after reply",
  "before fill",
  "after fill",
  "before intent",
  "before send",
  "after send",
  "before record",
  "after record",
] as const;
export type Boundary = (typeof boundaries)[number];

/** One kill: what, when, and the fault that is in force meanwhile. */
export type Strike = {
  target: Target;
  boundary: Boundary | "at random";
  /** So long nothing is struck before it. */
  afterMs: number;
  fault: { mode: FaultMode; endpoint: Endpoint; times: number };
};

/** At an instant of no meaning, drawn anew each time. */
const longestPauseMs = 4000;

/**
 * What is struck in which order, without end: the same of the same seed. Drawn from packs that are laid out to the last card before they are shuffled
 * again, so that each target is killed at each boundary, and as often at random, before anything comes twice; and each fault at each endpoint.
 */
export function* drawStrikes(seed: number): Generator<Strike, never> {
  const chance = seeded(seed);
  const moments = [...boundaries, ...boundaries.map(() => "at random" as const)];
  const kills = pack(
    targets.flatMap((target) => moments.map((boundary) => ({ target, boundary }))),
    chance,
  );
  const modes = Object.keys(faultModes) as FaultMode[];
  const faults = pack(
    (Object.keys(endpoints) as Endpoint[]).flatMap((endpoint) => modes.map((mode) => ({ mode, endpoint }))),
    chance,
  );
  for (;;) {
    yield {
      ...kills.next().value,
      afterMs: chance.int(0, longestPauseMs),
      fault: { ...faults.next().value, times: chance.int(1, 2) },
    };
  }
}

function* pack<Card>(cards: readonly Card[], chance: Chance): Generator<Card, never> {
  for (;;) {
    const left = [...cards];
    while (left.length > 0) yield left.splice(chance.int(0, left.length - 1), 1)[0] as Card;
  }
}
