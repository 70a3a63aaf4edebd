import type { Delay } from "../../../schedule/types";
import type { Chance } from "../seeded";
import { drawRules, placesOf } from "../zones/draw-rules";
import { listPlaces } from "../zones/run-stories";
import type { Fault } from "./exchange";
import type { Setup } from "./world";

/** A small campaign near a change of some clock. */
export function drawSetup(chance: Chance, people: number, hasByHand: boolean): Setup {
  const { timeZone, at } = chance.pick(listPlaces());
  let rules = drawRules(chance, timeZone);
  while (placesOf(rules) * 4 < people) rules = drawRules(chance, timeZone);
  // A limit that a few days reach, so that it is seen to hold.
  if (chance.happens(0.4)) rules = { ...rules, dailyLimit: chance.int(Math.ceil(people / 4), people) };
  const steps = Array.from({ length: chance.int(1, 3) }, (): Delay => {
    return chance.happens(0.5)
      ? { days: 0, hours: chance.int(0, 5), minutes: chance.int(1, 59) }
      : { days: chance.int(1, 2), hours: 0, minutes: 0 };
  });
  const begins = at - chance.int(0, 40 * 3_600) * 1000;
  // Each at another instant: in which order two of the same one are looked over, nobody can say.
  const byHand = Array.from({ length: hasByHand ? chance.int(1, 4) : 0 }, (_, n) => {
    return begins + chance.int(0, chance.pick([5, 600, 4000])) * 60_000 + n * 1000;
  });
  return { people, begins, rules, steps, byHand };
}

/** What becomes of a call: mostly nothing. @param share of calls that something happens to. */
export function drawFault(chance: Chance, call: "create" | "read" | "send" | "look", share: number): Fault {
  if (!chance.happens(share)) return { kind: "none", ms: 0 };
  const kinds = {
    create: ["die before", "die after", "freeze", "slow", "cut", "busy", "throttled"],
    read: ["die before", "die after", "freeze", "slow"],
    send: ["die before", "die after", "freeze", "slow", "cut", "lost", "busy", "refused", "rest"],
    look: ["die before", "die after", "slow"],
  } as const;
  const kind = chance.pick(kinds[call]);
  if (kind === "freeze") return { kind, ms: chance.pick([800, 4000, 14_000, 40_000]) };
  if (kind === "slow") return { kind, ms: chance.pick([300, 1400, 4500, 30_000]) };
  return { kind, ms: 0 };
}
