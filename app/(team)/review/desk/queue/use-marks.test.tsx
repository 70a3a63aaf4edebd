// @vitest-environment happy-dom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { QueueRow, ReviewQueue } from "@/lib/drafts/review/read-review-queue";
import { useMarks } from "./use-marks";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const row = (id: string, state: QueueRow["state"] = "waits"): QueueRow => ({
  id,
  name: id,
  subject: "",
  hand: null,
  state,
  version: null,
  signedAt: state === "signed" ? "9:00" : null,
});
const queueOf = (...rows: QueueRow[]) => ({ rows }) as ReviewQueue;

function marks(queue: ReviewQueue) {
  const hook = renderHook(({ queue }) => useMarks(queue), { initialProps: { queue } });
  return {
    mark: (...given: Parameters<ReturnType<typeof useMarks>["mark"]>) => act(() => hook.result.current.mark(...given)),
    serve: (queue: ReviewQueue) => hook.rerender({ queue }),
    states: () => Object.fromEntries(hook.result.current.rows.map(({ id, state }) => [id, state])),
    isUnderWay: (id: string) => hook.result.current.isUnderWay(id),
    at: (id: string) => hook.result.current.rows.find((one) => one.id === id)?.signedAt,
  };
}

test("nothing looks signed before the server has said so", () => {
  const { mark, states, at } = marks(queueOf(row("a"), row("b")));
  mark(["a"], "signing");
  expect(states()).toEqual({ a: "signing", b: "waits" });
  mark(["a"], "signed");
  expect(states()).toEqual({ a: "signed", b: "waits" });
  expect(at("a")).toBe("now");
});

test("a signature that failed leaves the row as it was", () => {
  const { mark, states } = marks(queueOf(row("a", "warns")));
  mark(["a"], "signing");
  mark(["a"], null);
  expect(states()).toEqual({ a: "warns" });
});

test("what is rejected leaves the queue, and comes back when that is taken back", () => {
  const { mark, states } = marks(queueOf(row("a"), row("b")));
  mark(["a"], "rejected");
  expect(states()).toEqual({ b: "waits" });
  mark(["a"], "waits");
  expect(states()).toEqual({ a: "waits", b: "waits" });
});

test("a signature taken back waits again, without its time", () => {
  const { mark, states, at } = marks(queueOf(row("a", "signed")));
  mark(["a"], "waits");
  expect(states()).toEqual({ a: "waits" });
  expect(at("a")).toBeNull();
});

test("a page read before the act ended does not undo what was just done; a later one is believed", () => {
  const { mark, serve, states } = marks(queueOf(row("a")));
  mark(["a"], "signed");
  vi.advanceTimersByTime(1000);
  serve(queueOf(row("a")));
  expect(states()).toEqual({ a: "signed" });
  vi.advanceTimersByTime(4000);
  serve(queueOf(row("a")));
  expect(states()).toEqual({ a: "waits" });
});

test("one being signed stays so, however long the server takes", () => {
  const { mark, serve, states } = marks(queueOf(row("a")));
  mark(["a"], "signing");
  vi.advanceTimersByTime(60_000);
  serve(queueOf(row("a")));
  expect(states()).toEqual({ a: "signing" });
  serve(queueOf(row("a", "signed")));
  expect(states()).toEqual({ a: "signed" });
});

test("one being taken back looks neither signed nor unsigned, whatever is read meanwhile, and shows again where it was rejected", () => {
  const { mark, serve, states, isUnderWay } = marks(queueOf(row("a", "signed"), row("b")));
  mark(["b"], "rejected");
  mark(["a", "b"], "taking");
  expect(states()).toEqual({ a: "taking", b: "taking" });
  vi.advanceTimersByTime(60_000);
  serve(queueOf(row("a"), row("b")));
  expect(states()).toEqual({ a: "taking", b: "taking" });
  expect(isUnderWay("a")).toBe(true);
  mark(["a", "b"], "waits");
  expect(states()).toEqual({ a: "waits", b: "waits" });
  expect(isUnderWay("a")).toBe(false);
});
