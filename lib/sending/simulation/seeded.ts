/** Chance that is the same in every run of the same seed (mulberry32). */
export type Chance = {
  /** From 0 to 1, 1 not among them. */
  (): number;
  /** A whole number from `min` to `max`, both among them. */
  int(min: number, max: number): number;
  pick<T>(from: readonly T[]): T;
  /** True so often of one. */
  happens(share: number): boolean;
};

export function seeded(seed: number): Chance {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return Object.assign(next, {
    int,
    pick: <T>(from: readonly T[]): T => from[int(0, from.length - 1)] as T,
    happens: (share: number) => next() < share,
  });
}
