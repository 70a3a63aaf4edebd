// @vitest-environment happy-dom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { Said } from "@/app/ui/toast/toast-card";
import type { ThreadView } from "@/lib/answers/thread-view";
import { restoreThreadAction, settleThreadAction } from "../../thread-actions";
import { useThreadActs } from "./use-thread-acts";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => {} }) }));
vi.mock("../../thread-actions", () => ({
  assignThreadAction: vi.fn(),
  reopenThreadAction: vi.fn(),
  restoreThreadAction: vi.fn(),
  settleThreadAction: vi.fn(),
  snoozeThreadAction: vi.fn(),
}));
const { toast, hushToast } = vi.hoisted(() => ({ toast: vi.fn(), hushToast: vi.fn() }));
vi.mock("@/app/ui/toast/toast", () => ({ toast, hushToast }));
afterEach(() => {
  cleanup();
  vi.resetAllMocks();
});

const threadOf = (id: string) => ({ id, state: "todo", version: 1, contact: { name: id } }) as unknown as ThreadView;
const said = () => toast.mock.calls.map(([words]) => words as string);
const settled = () => new Promise<void>((done) => setTimeout(done));

/** Answers of the server, which come when they are let go. */
function open() {
  const answers: Record<string, (isRefused?: boolean) => Promise<void>> = {};
  vi.mocked(settleThreadAction).mockImplementation(
    (given) =>
      new Promise((done) => {
        const { threadId } = given as { threadId: string };
        const stand = { state: "open", assignedTo: null, snoozedUntil: null, version: 1 } as const;
        answers[threadId] = (isRefused) =>
          act(async () => {
            done(
              isRefused
                ? { ok: false, error: { code: "conflict", message: "Ben set this done meanwhile." } }
                : { ok: true, data: { before: { was: stand, made: stand } } as never },
            );
            await settled();
          });
      }),
  );
  vi.mocked(restoreThreadAction).mockResolvedValue({ ok: true, data: undefined } as never);
  const comeBack = vi.fn();
  const given = { filter: "todo" as const, me: "anna", leave: vi.fn(), comeBack, reload: async () => {} };
  const { result } = renderHook(() => useThreadActs(given));
  const settle = (id: string) => act(() => void result.current.settle(threadOf(id)));
  const takeLast = () => act(() => void result.current.takeLast());
  return { answers, comeBack, result, settle, takeLast };
}
const restored = () => vi.mocked(restoreThreadAction).mock.calls.map(([given]) => (given as { threadId: string }).threadId);

test("what is settled last is taken back first, before the server has answered and whatever it answers first", async () => {
  const { answers, comeBack, settle, takeLast } = open();
  for (const id of ["a", "b", "c"]) settle(id);
  takeLast();
  takeLast();
  await answers.b?.();
  await answers.a?.();
  expect(restored()).toEqual([]);
  await answers.c?.();
  expect(restored()).toEqual(["c", "b"]);
  expect(comeBack.mock.calls.map(([id]) => id)).toEqual(["c", "b"]);
  expect(said()).toContain("Setting a done");
  expect(said()).not.toContain("Done with c.");
});

test("what was refused is nothing to take back, and why is said", async () => {
  const { answers, settle, takeLast, result } = open();
  settle("a");
  takeLast();
  await answers.a?.(true);
  expect(restored()).toEqual([]);
  expect(said().at(-1)).toBe("Ben set this done meanwhile.");
  expect(result.current.takeLast()).toBe(false);
});

test("the button of what is said takes back this act, once, also while it is under way", async () => {
  const { answers, settle } = open();
  settle("a");
  const [, { back, busy }] = toast.mock.calls[0] as [string, Said];
  expect(busy).toBe(true);
  act(() => {
    back?.();
    back?.();
  });
  await answers.a?.();
  expect(restored()).toEqual(["a"]);
});
