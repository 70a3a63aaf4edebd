import { threadTime } from "./thread-time";

/** What a measure of work takes on the machine that the goals are made for (two cores of an AMD EPYC, Node 20, nothing beside). */
const measureMs = 4.8;
const words = Array.from({ length: 2000 }, (_, n) => `word${(n * 7919) % 1000} of a text`);

/** A measure of work: texts, patterns and objects, as what is measured has them. */
function measure(): number {
  let found = 0;
  for (let round = 0; round < 8; round += 1) {
    const counts = new Map<string, number>();
    for (const word of words) {
      const [, number = ""] = /^word(\d+) of/.exec(word) ?? [];
      counts.set(number, (counts.get(number) ?? 0) + word.split(" ").length);
    }
    found += counts.size;
  }
  return found;
}

/** Milliseconds of processor time. */
async function timeOf(act: () => unknown): Promise<number> {
  const before = threadTime();
  await act();
  return threadTime() - before;
}

/**
 * Milliseconds of processor time that `act` takes on the machine that the goals are made for, with nothing beside it: the least of so many times, and no more of them once it is
 * below the goal. A collection of garbage and a first compilation only add to it. On a machine that is slower, or shared for a while, a measure of work takes longer in the same
 * while, too: what it takes in the middle, not at its luckiest, tells how much.
 */
export async function quickest(act: () => unknown, goalMs: number, times = 40): Promise<number> {
  const units: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time += 1) {
    least = Math.min(least, await timeOf(act));
    if (least < goalMs) return least;
    units.push(await timeOf(measure));
    if (time > 2 && least / slownessOf(units) < goalMs) break;
  }
  return least / slownessOf(units);
}

/** How many times longer than on that machine the measures took. */
function slownessOf(units: number[]): number {
  const middle = units.toSorted((a, b) => a - b)[units.length >> 1] ?? measureMs;
  return Math.max(1, middle / measureMs);
}
