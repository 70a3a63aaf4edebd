// @vitest-environment happy-dom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { ActionResult } from "@/lib/actions/create-action";
import type { ReviewQueue } from "@/lib/drafts/review/read-review-queue";
import { signAllAction } from "../../actions";
import type { Desk, Done } from "../use-desk";
import { useSignAll } from "./use-sign-all";

vi.mock("../../actions", () => ({ signAllAction: vi.fn() }));
afterEach(() => {
  cleanup();
  vi.resetAllMocks();
});

const queue = { passing: 3, readAt: "2026-11-23T12:00:00Z" } as ReviewQueue;
const some = (signed: string[], refused: number, after: string | null) =>
  ({ ok: true, data: { signed, refused, after } }) as const;

function open() {
  const kept: Done[] = [];
  const marked: string[] = [];
  const desk = {
    current: null,
    run: async <T,>(action: () => Promise<ActionResult<T>>) => {
      const result = await action();
      return result.ok ? { data: result.data } : null;
    },
    mark: (ids: string[]) => marked.push(...ids),
    tell: () => {},
    forget: () => {},
    remember: (act: Done) => kept.push(act),
    readAnew: async () => {},
  } as unknown as Desk;
  return { kept, marked, ...renderHook(() => useSignAll(desk, queue, "spring")) };
}

test("signs a batch after the other, each from where the one before ended, and is taken back as one", async () => {
  vi.mocked(signAllAction)
    .mockResolvedValueOnce(some(["a", "b"], 0, "b"))
    .mockResolvedValueOnce(some(["c"], 0, null));
  const { result, kept, marked } = open();
  await act(() => result.current.sign());
  const asked = vi.mocked(signAllAction).mock.calls.map(([input]) => input);
  expect(asked).toEqual([null, "b"].map((after) => ({ campaignId: "spring", after, seenAt: queue.readAt })));
  expect(marked).toEqual(["a", "b", "c"]);
  expect(kept).toMatchObject([{ kind: "signed", ids: ["a", "b", "c"], who: "3 drafts", detail: "every one passed its checks" }]);
  expect(result.current.progress).toBeNull();
});

test("says how far it is while it goes on", async () => {
  let answer = (_: ReturnType<typeof some>) => {};
  const second = new Promise<ReturnType<typeof some>>((done) => {
    answer = done;
  });
  vi.mocked(signAllAction)
    .mockResolvedValueOnce(some(["a", "b"], 0, "b"))
    .mockReturnValueOnce(second);
  const { result } = open();
  let signing: Promise<void> | undefined;
  await act(async () => {
    signing = result.current.sign();
  });
  expect(result.current.progress).toMatchObject({ done: 2, of: 3 });
  await act(async () => {
    answer(some(["c"], 0, null));
    await signing;
  });
});

test("stops where the person says so; what was signed stays signed", async () => {
  const { result, kept } = open();
  vi.mocked(signAllAction).mockImplementationOnce(async () => {
    result.current.stop();
    return some(["a"], 0, "a");
  });
  await act(() => result.current.sign());
  expect(signAllAction).toHaveBeenCalledOnce();
  expect(kept).toMatchObject([{ ids: ["a"], who: "1 draft", detail: "stopped; the others wait as before" }]);
});

test("says how many did not pass, and nothing was done where none did", async () => {
  vi.mocked(signAllAction)
    .mockResolvedValueOnce(some(["a"], 2, null))
    .mockResolvedValueOnce(some([], 3, null));
  const { result, kept } = open();
  await act(() => result.current.sign());
  await act(() => result.current.sign());
  expect(kept).toMatchObject([{ ids: ["a"], detail: "2 did not pass and wait for you" }]);
});
