import type { Hold } from "./holding";

/** What taking an import back came to; of a plan, what it would. People, but for `drafts`. The numbers of people add up to the import's. */
export type Taken = {
  /** Made by it, and gone. */
  went: number;
  /** Their mails that nobody had signed. */
  drafts: number;
  /** Made by it, and held by what came since. */
  stayed: Partial<Record<Hold, number>>;
  /** Known before, and back to what they had. */
  setBack: number;
  /** Known before, and a cell that it filled stays. */
  kept: number;
  /** Known before, and left as they were by it. */
  same: number;
  /** Of those known before, who leaves the list that it put them into; besides the other numbers. */
  left: number;
};

export const nothingTaken: Taken = { went: 0, drafts: 0, stayed: {}, setBack: 0, kept: 0, same: 0, left: 0 };

export function addTaken(one: Taken, other: Taken): Taken {
  const stayed = { ...one.stayed };
  for (const [hold, count] of Object.entries(other.stayed) as [Hold, number][]) stayed[hold] = (stayed[hold] ?? 0) + count;
  return {
    went: one.went + other.went,
    drafts: one.drafts + other.drafts,
    stayed,
    setBack: one.setBack + other.setBack,
    kept: one.kept + other.kept,
    same: one.same + other.same,
    left: one.left + other.left,
  };
}

/** How many whom it made stayed, for whatever reason. */
export const countStayed = ({ stayed }: Taken) => Object.values(stayed).reduce((sum, count) => sum + count, 0);
