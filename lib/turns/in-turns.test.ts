import { expect, test } from "vitest";
import { inTurns } from "./in-turns";

const work = (ms: number) => {
  for (const until = performance.now() + ms; performance.now() < until; );
};

test("keeps the order, and lets others have their turn while it works", async () => {
  let turns = 0;
  let working = true;
  const others = () => {
    turns += 1;
    if (working) setImmediate(others);
  };
  setImmediate(others);
  const items = Array.from({ length: 30 }, (_, place) => place);
  const results = await inTurns(items, (item) => {
    work(4);
    return item * 2;
  });
  working = false;
  expect(results).toEqual(items.map((item) => item * 2));
  // 120 ms of work, of which nobody waits for more than a turn of 10 ms and the piece that was begun in it.
  expect(turns).toBeGreaterThanOrEqual(8);
});

test("one that fails ends it with its error, and the next is not begun", async () => {
  const begun: number[] = [];
  const working = inTurns([1, 2, 3], (item) => {
    begun.push(item);
    if (item === 2) throw new Error("no");
  });
  await expect(working).rejects.toThrow("no");
  expect(begun).toEqual([1, 2]);
});
