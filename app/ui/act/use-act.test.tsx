// @vitest-environment happy-dom
import { cleanup, renderHook, act as settle, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ActionResult } from "@/lib/actions/create-action";
import { LostAnswer, UnknownAct } from "./lost-answer";
import { useAct } from "./use-act";

const refresh = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));

const done: ActionResult<null> = { ok: true, data: null };
const refused = (fields?: Record<string, string>): ActionResult<never> => ({
  ok: false,
  error: { code: "invalid", message: "This cannot be done.", ...(fields ? { fields } : {}) },
});

beforeEach(() => refresh.mockClear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

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

/** What the server says of the lost act, one answer after another; null: it does not answer. */
function became(...answers: (object | null)[]) {
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => {
      const next = answers.shift();
      if (!next) throw new TypeError("no network");
      return Response.json(next);
    }),
  );
}
const lose = () => Promise.reject(new LostAnswer("b0a1", new Error("no network")));

test("a lost answer is said, looked for until the server answers, and then that it was done; what follows runs", async () => {
  became(null, { became: "under way" }, { became: "done" });
  const { result } = renderHook(useAct);
  const after = vi.fn();
  settle(() => result.current.act(lose, after));
  await waitFor(() => expect(result.current.problem).toMatch(/not known yet: looking/));
  expect(result.current.busy).toBe(true);
  expect(after).not.toHaveBeenCalled();
  await waitFor(() => expect(after).toHaveBeenCalledOnce(), { timeout: 5000 });
  await waitFor(() => expect(result.current.busy).toBe(false));
  expect(fetch).toHaveBeenCalledWith("/api/acts/b0a1", expect.objectContaining({ method: "POST" }));
  expect(refresh).toHaveBeenCalledOnce();
});

test("where nothing follows, that it was done is said in its place", async () => {
  became({ became: "done" });
  const { result } = renderHook(useAct);
  await settle(async () => result.current.act(lose));
  await waitFor(() => expect(result.current.problem).toBe("It was done."));
});

test.each([
  [{ became: "not done" }, "It was not done: nothing was changed. Try again."],
  [
    { became: "refused", error: { code: "invalid", message: "Not so.", fields: { name: "The name is taken." } } },
    "The name is taken.",
  ],
])("of a lost answer %j is said, and nothing follows", async (word, sentence) => {
  became(word);
  const { result } = renderHook(useAct);
  const after = vi.fn();
  await settle(async () => result.current.act(lose, after));
  await waitFor(() => expect(result.current.problem).toBe(sentence));
  expect(after).not.toHaveBeenCalled();
  expect(refresh).toHaveBeenCalledOnce();
});

test("where it cannot be told, that is said", async () => {
  const { result } = renderHook(useAct);
  await settle(async () => result.current.act(() => Promise.reject(new Error("something else"))));
  expect(result.current.problem).toMatch(/^It may have been done/);
});

test("where the server is newer, or the session has ended, the page is not read anew from under what was typed", async () => {
  const { result } = renderHook(useAct);
  await settle(async () => result.current.act(() => Promise.reject(new UnknownAct())));
  expect(result.current.problem).toMatch(/newer Countersign/);
  await settle(async () =>
    result.current.act(async () => ({ ok: false, error: { code: "signed_out", message: "Signed out." } })),
  );
  expect(result.current.problem).toBe("Signed out.");
  expect(refresh).not.toHaveBeenCalled();
});
