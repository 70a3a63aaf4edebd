// @vitest-environment happy-dom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { ActionResult } from "@/lib/actions/create-action";
import type { SetupStep } from "@/lib/campaigns/setup/view-step";
import { moved, useHeard, withoutStep, withStep } from "./use-heard";

const router = vi.hoisted(() => ({ refresh: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => router }));
afterEach(() => cleanup());

const step = (id: string, order: number) => ({ id, order, name: id }) as SetupStep;
const steps = (...ids: string[]) => ids.map((id, index) => step(id, index + 1));

/** An act that is under way until the server answers. */
function heard(...ids: string[]) {
  const hook = renderHook(({ served }) => useHeard(served), { initialProps: { served: steps(...ids) } });
  const order = () => hook.result.current.steps.map((one) => `${one.order}${one.id}`).join(" ");
  let answer: (result: ActionResult<unknown>) => void = () => {};
  const hear = (change: Parameters<typeof hook.result.current.hear>[0], rests: string | null = null) =>
    act(() => hook.result.current.hear(change, () => new Promise((done) => (answer = done)), { rests }));
  return {
    hook,
    order,
    hear,
    answer: (ok: boolean) =>
      act(async () => answer(ok ? { ok, data: null } : { ok, error: { code: "conflict", message: "Somebody was first." } })),
    serve: (...served: string[]) => hook.rerender({ served: steps(...served) }),
  };
}

test.each([
  ["added", withStep(step("c", 3)), "1a 2b 3c", ["a", "b", "c"]],
  ["removed", withoutStep("a"), "1b", ["b"]],
  ["moved", moved("b", 2, -1), "1b 2a", ["b", "a"]],
])(
  "a step that is %s is shown so before the server has answered, and stays so through what is read meanwhile",
  async (_, change, shown, after) => {
    const { order, hear, answer, serve, hook } = heard("a", "b");
    hear(change);
    expect(order()).toBe(shown);
    expect(hook.result.current.busy).toBe(true);
    // The page is read anew, by somebody else's change, before and after it was done.
    serve("a", "b");
    expect(order()).toBe(shown);
    serve(...after);
    expect(order()).toBe(shown);
    await answer(true);
    expect(order()).toBe(shown);
    serve(...after);
    expect(order()).toBe(shown);
  },
);

test("what was refused stands as before, and says why", async () => {
  const { order, hear, answer, hook } = heard("a", "b");
  hear(withoutStep("a"));
  expect(order()).toBe("1b");
  await answer(false);
  expect(order()).toBe("1a 2b");
  expect(hook.result.current.problem).toBe("Somebody was first.");
});

test("a step that becomes a copy rests until the page was read anew", async () => {
  const { hear, answer, serve, hook } = heard("a");
  hear((so) => so, "a");
  expect(hook.result.current.resting.has("a")).toBe(true);
  await answer(true);
  expect(hook.result.current.resting.has("a")).toBe(true);
  serve("a");
  expect(hook.result.current.resting.has("a")).toBe(false);
});

test("a step that stands elsewhere by now is not moved again", () => {
  expect(moved("a", 1, 1)(steps("b", "a")).map(({ id }) => id)).toEqual(["b", "a"]);
  expect(moved("b", 2, 1)(steps("a", "b")).map(({ id }) => id)).toEqual(["a", "b"]);
});
