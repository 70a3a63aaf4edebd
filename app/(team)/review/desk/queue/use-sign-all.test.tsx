// @vitest-environment happy-dom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ActionResult } from "@/lib/actions/create-action";
import type { QueueRow, ReviewQueue } from "@/lib/drafts/review/read-review-queue";
import type { Signing } from "@/lib/drafts/sign-all/read-signing";
import { askToSignAction, startSigningAction } from "../../actions";
import type { Desk, Done } from "../use-desk";
import { useOpened } from "./use-opened";
import { useSignAll } from "./use-sign-all";

vi.mock("../../actions", () => ({ askToSignAction: vi.fn(), startSigningAction: vi.fn() }));

const asked = { jobId: "j1", passing: 2, unopened: 1, unlisted: 0, failing: 0, changed: [] };
beforeEach(() => {
  vi.mocked(askToSignAction).mockResolvedValue({ ok: true, data: asked });
  vi.mocked(startSigningAction).mockResolvedValue({ ok: true, data: undefined });
});
afterEach(() => {
  cleanup();
  vi.resetAllMocks();
});

const row = (id: string, version: string | null, state = version ? "waits" : "signed") => ({ id, version, state }) as QueueRow;
const queue = { readAt: "2026-11-23T12:00:00Z", waiting: 3, rows: [row("s", null), row("a", "1"), row("b", "2")] } as ReviewQueue;
const running: Signing = {
  id: "j1",
  mine: true,
  by: "Anna",
  state: "running",
  signed: 1,
  of: 2,
  refused: 0,
  holding: 1,
  left: 0,
  changed: [],
  settled: 0,
};

function open(signing: Signing | null = null, listed = queue, takenBack = "") {
  const remembered: Done[] = [];
  const said: Done[] = [];
  const desk = {
    current: null,
    run: async <T,>(action: () => Promise<ActionResult<T>>) => {
      const result = await action();
      return result.ok ? { data: result.data } : null;
    },
    make: async <T,>(done: Done, action: () => Promise<ActionResult<T>>) => {
      remembered.push(done);
      const result = await action();
      return { came: result.ok ? "done" : "refused", isTaken: false, data: result.ok ? result.data : null };
    },
    isTakenBack: (job: string) => job === takenBack,
    tell: () => {},
    say: (done: Done) => said.push(done),
    readAnew: async () => {},
  } as unknown as Desk;
  const hook = renderHook(({ signing }) => useSignAll(desk, { queue: listed, signing, of: "spring" }), {
    initialProps: { signing },
  });
  return { remembered, said, see: (signing: Signing | null) => hook.rerender({ signing }), result: hook.result };
}

test("a mail that was changed in Outlook is no draft that the list was too short for", async () => {
  const { result } = open(null, { ...queue, rows: [row("c", null, "changed"), ...queue.rows] });
  await act(() => result.current.ask());
  expect(askToSignAction).toHaveBeenCalledWith(expect.objectContaining({ hasMore: false }));
});

test("asks about exactly the versions that the list shows, with those that were opened as they stand", async () => {
  renderHook(() => useOpened({ id: "a", version: "1" }));
  renderHook(() => useOpened({ id: "b", version: "an older one" }));
  const { result } = open();
  await act(() => result.current.ask());
  expect(askToSignAction).toHaveBeenCalledWith({
    of: "spring",
    readAt: queue.readAt,
    rows: [
      { id: "a", version: "1", opened: true },
      { id: "b", version: "2", opened: false },
    ],
    hasMore: true,
  });
  expect(result.current.asked).toEqual(asked);
  expect(startSigningAction).not.toHaveBeenCalled();
});

test("asks about the version that was opened last, where the list was read before that", async () => {
  const { result } = open();
  renderHook(() => useOpened({ id: "b", version: "just kept" }));
  await act(() => result.current.ask());
  const [asked] = vi.mocked(askToSignAction).mock.calls[0] as [{ rows: unknown[] }];
  expect(asked.rows).toContainEqual({ id: "b", version: "just kept", opened: true });
});

test("signs nothing where it is left, and one order where it is confirmed twice at once", async () => {
  const { result, remembered } = open();
  await act(() => result.current.ask());
  act(() => result.current.close());
  await act(() => result.current.confirm());
  expect(startSigningAction).not.toHaveBeenCalled();
  await act(() => result.current.ask());
  await act(async () => {
    await Promise.all([result.current.confirm(), result.current.confirm()]);
  });
  expect(startSigningAction).toHaveBeenCalledTimes(1);
  expect(startSigningAction).toHaveBeenCalledWith({ jobId: "j1" });
  expect(result.current.asked).toBeNull();
  expect(remembered).toMatchObject([{ kind: "signed", job: "j1" }]);
});

test("says once at the end what it came to, also where it was over before it was seen under way", async () => {
  const { result, said, see } = open();
  await act(() => result.current.ask());
  await act(() => result.current.confirm());
  expect(said).toEqual([]);
  const over: Signing = {
    ...running,
    state: "done",
    signed: 431,
    of: 431,
    refused: 3,
    holding: 431,
    changed: [{ by: "Ben", count: 1 }],
  };
  see(over);
  see({ ...over });
  expect(said).toMatchObject([
    { job: "j1", who: "431 drafts", detail: "3 ask for a look, 1 was changed by Ben and waits", busy: false },
  ]);
});

test("a page that was loaded anew meanwhile says it too; one that only finds it over does not", () => {
  const { said, see } = open(running);
  see({ ...running, signed: 2, state: "done", holding: 2 });
  expect(said).toMatchObject([{ job: "j1", who: "2 drafts", detail: "every one passed its checks" }]);
  const other = open({ ...running, signed: 2, state: "done", holding: 2 });
  expect(other.said).toEqual([]);
});

test("is silent about an order that was taken back: what came back of it, and what had left, is said already", () => {
  const { said, see } = open(running, queue, "j1");
  see({ ...running, state: "stopped", signed: 2, holding: 1, left: 1 });
  expect(said).toEqual([]);
});

test("an order that was refused is not waited for", async () => {
  const { result, said, see } = open();
  vi.mocked(startSigningAction).mockResolvedValue({ ok: false, error: { code: "not_found", message: "It is gone." } });
  await act(() => result.current.ask());
  await act(() => result.current.confirm());
  see({ ...running, state: "done" });
  expect(said).toEqual([]);
});

test("is silent about the order of somebody else", () => {
  const { said, see } = open({ ...running, mine: false });
  see({ ...running, mine: false, state: "done" });
  expect(said).toEqual([]);
});
