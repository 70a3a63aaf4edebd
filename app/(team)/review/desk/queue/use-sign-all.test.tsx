// @vitest-environment happy-dom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ActionResult } from "@/lib/actions/create-action";
import type { ReviewQueue } from "@/lib/drafts/review/read-review-queue";
import { useSignAll } from "./use-sign-all";

type Batch = { signed: string[]; refused: number; after: string | null };

const signAllAction = vi.hoisted(() => vi.fn());
vi.mock("../../actions", () => ({ signAllAction }));

beforeEach(() => void signAllAction.mockReset());
afterEach(cleanup);

const readAt = "2026-11-27T09:00:00.000Z";
const ok = (batch: Batch): ActionResult<Batch> => ({ ok: true, data: batch });

function signAll(passing: number) {
  const mark = vi.fn();
  const run = async <T,>(action: () => Promise<ActionResult<T>>) => {
    const result = await action();
    return result.ok ? { data: result.data } : null;
  };
  const queue = { passing, readAt } as ReviewQueue;
  return { ...renderHook(() => useSignAll({ queue, campaignId: "spring", run, mark })), mark };
}

test("batches follow each other, each after the last draft of the one before, and as the page was read", async () => {
  signAllAction
    .mockResolvedValueOnce(ok({ signed: ["a", "b"], refused: 0, after: "b" }))
    .mockResolvedValueOnce(ok({ signed: ["c"], refused: 1, after: null }));
  const { result, mark } = signAll(3);
  const outcome = await act(() => result.current.sign());
  expect(outcome).toEqual({ ids: ["a", "b", "c"], refused: 1, stopped: false });
  expect(signAllAction.mock.calls.map(([input]) => input)).toEqual([
    { campaignId: "spring", after: null, seenAt: readAt },
    { campaignId: "spring", after: "b", seenAt: readAt },
  ]);
  expect(mark.mock.calls).toEqual([
    [["a", "b"], "signed"],
    [["c"], "signed"],
  ]);
});

test("while it signs it says how far it is, and nothing once it ended", async () => {
  const gives: ((answer: ActionResult<Batch>) => void)[] = [];
  signAllAction.mockImplementation(() => new Promise((resolve) => gives.push(resolve)));
  const { result } = signAll(4);
  let outcome: Promise<unknown> = Promise.resolve();
  act(() => {
    outcome = result.current.sign();
  });
  expect(result.current.progress).toEqual({ done: 0, of: 4, secondsLeft: null });
  await act(async () => gives[0]?.(ok({ signed: ["a"], refused: 0, after: "a" })));
  expect(result.current.progress).toMatchObject({ done: 1, of: 4, secondsLeft: expect.any(Number) });
  await act(async () => gives[1]?.(ok({ signed: [], refused: 0, after: null })));
  await outcome;
  expect(result.current.progress).toBeNull();
});

test("stopped by the person, the batch under way is the last, and what it signed is told", async () => {
  let give: (answer: ActionResult<Batch>) => void = () => {};
  signAllAction.mockImplementation(
    () =>
      new Promise((resolve) => {
        give = resolve;
      }),
  );
  const { result } = signAll(500);
  let outcome: Promise<unknown> = Promise.resolve();
  act(() => {
    outcome = result.current.sign();
  });
  act(() => void result.current.stop());
  await act(async () => give(ok({ signed: ["a"], refused: 0, after: "a" })));
  expect(await outcome).toEqual({ ids: ["a"], refused: 0, stopped: true });
  expect(signAllAction).toHaveBeenCalledOnce();
});

test("a batch that fails ends it; those before stay signed", async () => {
  signAllAction
    .mockResolvedValueOnce(ok({ signed: ["a"], refused: 0, after: "a" }))
    .mockResolvedValueOnce({ ok: false, error: { code: "forbidden", message: "Not you." } });
  const { result } = signAll(2);
  expect(await act(() => result.current.sign())).toEqual({ ids: ["a"], refused: 0, stopped: true });
});

test("after a stop it can be begun again", async () => {
  signAllAction.mockResolvedValue(ok({ signed: ["a"], refused: 0, after: null }));
  const { result } = signAll(1);
  act(() => void result.current.stop());
  expect(await act(() => result.current.sign())).toMatchObject({ ids: ["a"], stopped: false });
});
