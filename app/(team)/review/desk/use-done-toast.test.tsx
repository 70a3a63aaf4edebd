// @vitest-environment happy-dom
import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Done } from "./use-desk";
import { useDoneToast } from "./use-done-toast";

const { toast, hushToast } = vi.hoisted(() => ({ toast: vi.fn(), hushToast: vi.fn() }));
vi.mock("@/app/ui/toast/toast", () => ({ toast, hushToast }));

beforeEach(() => {
  toast.mockClear();
  hushToast.mockClear();
});
afterEach(cleanup);

const signing: Done = { kind: "signed", ids: ["a"], busy: true, who: "for Ada", detail: "leaves today 14:22", hash: "abc" };

function said(done: Done | null, isNewest = true) {
  const onTakeBack = vi.fn();
  const onTakeBackLast = vi.fn();
  const hook = renderHook(
    (given: { done: Done | null; onTakeBack: (done: Done) => void }) =>
      useDoneToast(given.done, { onTakeBack: given.onTakeBack, onTakeBackLast, onGone: () => {}, isNewest: () => isNewest }),
    { initialProps: { done, onTakeBack } },
  );
  return { ...hook, onTakeBack, onTakeBackLast };
}

test("an act under way and done is one toast whose words change", () => {
  const { rerender, onTakeBack } = said(signing);
  rerender({ done: { ...signing, busy: false }, onTakeBack });
  expect(toast.mock.calls.map(([words, { id, busy, seal, detail }]) => [words, id, busy, seal, detail])).toEqual([
    ["Signing for Ada", "a", true, "abc", "leaves today 14:22"],
    ["Signed for Ada", "a", false, "abc", "leaves today 14:22"],
  ]);
});

test("its button takes back by what the page would do now", () => {
  const rejected: Done = { ...signing, kind: "rejected", busy: false };
  const { rerender, onTakeBack } = said(rejected);
  const later = vi.fn();
  rerender({ done: rejected, onTakeBack: later });
  expect(toast).toHaveBeenCalledOnce();
  toast.mock.lastCall?.[1].back();
  expect(later).toHaveBeenCalledExactlyOnceWith(rejected);
  expect(onTakeBack).not.toHaveBeenCalled();
});

test("its key is the page's where something else was done since, so that it takes back what is said to be newest", () => {
  const { onTakeBack, onTakeBackLast } = said(signing);
  expect(toast.mock.lastCall?.[1].backKey).toBe("Z");
  // Pressed while this still stands there, it means what was done last all the same.
  toast.mock.lastCall?.[1].byKey();
  expect(onTakeBackLast).toHaveBeenCalledOnce();
  expect(onTakeBack).not.toHaveBeenCalled();
  said(signing, false);
  expect(toast.mock.lastCall?.[1]).not.toHaveProperty("backKey");
  expect(toast.mock.lastCall?.[1].back).toBeTypeOf("function");
});

test("what is taken back, and a page that is left, say nothing any more", () => {
  const { rerender, unmount, onTakeBack } = said(signing);
  rerender({ done: null, onTakeBack });
  expect(hushToast).toHaveBeenCalledWith("a");
  rerender({ done: { ...signing, ids: ["b"] }, onTakeBack });
  hushToast.mockClear();
  unmount();
  expect(hushToast).toHaveBeenCalledWith("b");
});
