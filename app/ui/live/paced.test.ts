import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { paced } from "./paced";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("the first is at once, and of many in a row there is one in two seconds, the last of them too", () => {
  const done: number[] = [];
  const began = performance.now();
  const pace = paced(() => {
    done.push(performance.now() - began);
    return "done";
  });
  for (let at = 0; at < 50; at += 1) {
    pace.soon();
    vi.advanceTimersByTime(100);
  }
  vi.advanceTimersByTime(5000);
  expect(done).toEqual([0, 2000, 4000, 6000]);
});

test("one that cannot begin yet is tried again, one whose page is not seen is not", () => {
  const outcomes = ["later", "later", "done", "not now"] as const;
  let tries = 0;
  const pace = paced(() => outcomes[tries++] ?? "done");
  pace.soon();
  vi.advanceTimersByTime(1000);
  expect(tries).toBe(3);
  pace.soon();
  vi.advanceTimersByTime(10_000);
  expect(tries).toBe(4);
  pace.soon();
  pace.end();
  vi.advanceTimersByTime(10_000);
  expect(tries).toBe(4);
});
