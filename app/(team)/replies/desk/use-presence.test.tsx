// @vitest-environment happy-dom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { beHereAction } from "../presence-actions";
import { usePresence } from "./use-presence";

vi.mock("../presence-actions", () => ({ beHereAction: vi.fn() }));

const say = vi.mocked(beHereAction);
const ben = { memberId: "b", name: "Ben", typing: true, secondsAgo: 3 };
const said = () => say.mock.calls.map(([input]) => input);
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  vi.useFakeTimers();
  say.mockReset().mockResolvedValue({ ok: true, data: { others: [ben] } });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function seen(state: "visible" | "hidden") {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
  document.dispatchEvent(new Event("visibilitychange"));
}

test("says at once and every five seconds that somebody is here, and tells who else is", async () => {
  const { result } = renderHook(() => usePresence("t"));
  await pass(0);
  expect(result.current.others).toEqual([ben]);
  await pass(10_000);
  expect(said()).toEqual(Array(3).fill({ threadId: "t", typing: false }));
});

test("is silent while the page is hidden, and says it at once when it is seen again", async () => {
  renderHook(() => usePresence("t"));
  await pass(0);
  seen("hidden");
  await pass(60_000);
  expect(say).toHaveBeenCalledTimes(1);
  seen("visible");
  await pass(0);
  expect(say).toHaveBeenCalledTimes(2);
});

test("says with the first key that somebody types, and then every four seconds at most", async () => {
  const { result } = renderHook(() => usePresence("t"));
  await pass(0);
  const typed = () => said().filter((input) => !(input instanceof FormData) && input.typing).length;
  for (let n = 0; n < 39; n += 1) {
    result.current.tellTyping();
    await pass(100);
  }
  expect(typed()).toBe(1);
  await pass(200);
  result.current.tellTyping();
  expect(typed()).toBe(2);
});

test("of the next thread nobody is known before the server told, and the one before is left", async () => {
  const { result, rerender, unmount } = renderHook(({ id }) => usePresence(id), { initialProps: { id: "t" } });
  await pass(0);
  say.mockReturnValue(new Promise(() => {}));
  rerender({ id: "u" });
  expect(result.current.others).toEqual([]);
  await pass(5000);
  expect(said().slice(1)).toEqual(Array(2).fill({ threadId: "u", typing: false }));
  unmount();
  await pass(60_000);
  expect(say).toHaveBeenCalledTimes(3);
});

test("knows of nobody when the server does not answer", async () => {
  const { result } = renderHook(() => usePresence("t"));
  await pass(0);
  say.mockRejectedValue(new Error("away"));
  await pass(5000);
  expect(result.current.others).toEqual([]);
});
