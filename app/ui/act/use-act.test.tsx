// @vitest-environment happy-dom
import { cleanup, renderHook, act as settle, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ActionResult } from "@/lib/actions/create-action";
import { useAct } from "./use-act";

const refresh = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));

const done: ActionResult<null> = { ok: true, data: null };
const refused = (fields?: Record<string, string>): ActionResult<never> => ({
  ok: false,
  error: { code: "invalid", message: "This cannot be done.", ...(fields ? { fields } : {}) },
});

beforeEach(() => refresh.mockClear());
afterEach(cleanup);

/** An answer that is given when the test says so. */
function later<T>() {
  let give: (value: T) => void = () => {};
  const answer = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { answer, give };
}

test("it is busy until the action has answered, then what follows runs and the page is read anew", async () => {
  const { result } = renderHook(useAct);
  const { answer, give } = later<ActionResult<unknown>>();
  const after = vi.fn();
  settle(() => result.current.act(() => answer, after));
  expect(result.current.busy).toBe(true);
  expect(after).not.toHaveBeenCalled();
  await settle(async () => give(done));
  await waitFor(() => expect(result.current.busy).toBe(false));
  expect(after).toHaveBeenCalledOnce();
  expect(refresh).toHaveBeenCalledOnce();
  expect(result.current.problem).toBeNull();
});

test("a refusal is told, nothing follows, and the page is read anew all the same", async () => {
  const { result } = renderHook(useAct);
  const after = vi.fn();
  await settle(async () => result.current.act(async () => refused(), after));
  expect(result.current.problem).toBe("This cannot be done.");
  expect(after).not.toHaveBeenCalled();
  expect(refresh).toHaveBeenCalledOnce();
});

test("the sentence of a field says more than that of the whole", async () => {
  const { result } = renderHook(useAct);
  await settle(async () => result.current.act(async () => refused({ name: "The name is taken." })));
  expect(result.current.problem).toBe("The name is taken.");
});

test("what went wrong before is gone once an action succeeds", async () => {
  const { result } = renderHook(useAct);
  await settle(async () => result.current.act(async () => refused()));
  await settle(async () => result.current.act(async () => done));
  expect(result.current.problem).toBeNull();
});

test("where nobody answers that is said, and the page stays as it is", async () => {
  const { result } = renderHook(useAct);
  await settle(async () => result.current.act(() => Promise.reject(new Error("no network"))));
  expect(result.current.problem).toMatch(/does not answer/);
  expect(refresh).not.toHaveBeenCalled();
});
