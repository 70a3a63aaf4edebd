import { expect, test, vi } from "vitest";
import { takeTurns } from "./turns";

/** Readings that each keep the process busy for so long; one at a time. */
function watched(busyMs: number, count: number) {
  let used = 0;
  let atOnce = 0;
  const given: number[] = [];
  const turns = takeTurns({ used: () => used });
  const began = performance.now();
  const read = (id: string) => {
    atOnce += 1;
    expect(atOnce).toBe(1);
    given.push(performance.now() - began);
    setTimeout(() => {
      used += busyMs;
      atOnce -= 1;
      turns.end(id);
    }, busyMs);
  };
  for (let at = 0; at < count; at += 1) turns.ask(String(at), () => read(String(at)));
  return { turns, given };
}

test("two hundred that are told in one moment are read one by one, and take no more than their share of a core together", async () => {
  const { given } = watched(4, 200);
  await vi.waitFor(() => expect(given.length).toBeGreaterThanOrEqual(30), { timeout: 5000 });
  const spanMs = (given[29] ?? 0) - (given[0] ?? 0);
  expect((29 * 4) / spanMs).toBeLessThan(0.32);
  expect(given[0]).toBeLessThan(50);
});

test("who is asked for twice has one turn, who left has none, and who does not answer or cannot be told keeps nobody", async () => {
  const turns = takeTurns({ answerMs: 30, used: () => 0 });
  const told: string[] = [];
  for (const id of ["silent", "left", "twice", "twice"]) turns.ask(id, () => told.push(id));
  turns.leave("left");
  await vi.waitFor(() => expect(told).toEqual(["silent", "twice"]));
  turns.ask("gone", () => {
    throw new TypeError("Invalid state: Controller is already closed");
  });
  turns.ask("later", () => told.push("later"));
  await vi.waitFor(() => expect(told).toEqual(["silent", "twice", "later"]));
});

test("however costly a reading is, the next has its turn soon after", async () => {
  let used = 0;
  const turns = takeTurns({ answerMs: 5, used: () => (used += 5000) });
  const given: number[] = [];
  for (const id of ["a", "b"]) turns.ask(id, () => given.push(performance.now()));
  await vi.waitFor(() => expect(given).toHaveLength(2));
  expect((given[1] ?? 0) - (given[0] ?? 0)).toBeLessThan(900);
});
