// @vitest-environment happy-dom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ActionResult } from "@/lib/actions/create-action";
import { beginHere } from "./here";
import { keepTyped } from "./keep-typed";
import { UnknownAct } from "./lost-answer";
import { useAutosave } from "./use-autosave";

type Change = { subject?: string; body?: string };
type Save = (change: Change) => Promise<ActionResult<unknown>>;

const done: ActionResult<null> = { ok: true, data: null };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  sessionStorage.clear();
  beginHere();
  vi.useRealTimers();
});

function autosave(save: Save = async () => done, name?: string) {
  const saving = vi.fn(save);
  const onSaved = vi.fn();
  const hook = renderHook(() => useAutosave<Change>(saving, onSaved, name));
  return { ...hook, saving, onSaved, type: (change: Change) => act(() => hook.result.current.change(change)) };
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

test("what is typed in one go is saved in one go, half a second after the last key", async () => {
  const { result, type, saving, onSaved } = autosave();
  type({ subject: "H" });
  await pass(400);
  type({ subject: "Hi" });
  type({ body: "A word." });
  await pass(499);
  expect(saving).not.toHaveBeenCalled();
  expect(result.current.pending).toBe(true);
  await pass(1);
  expect(saving.mock.calls).toEqual([[{ subject: "Hi", body: "A word." }]]);
  expect(onSaved).toHaveBeenCalledOnce();
  expect(result.current).toMatchObject({ pending: false, saved: new Date(), problem: null });
});

test("what is typed while one is saved is saved after it, never beside it", async () => {
  let give: (answer: ActionResult<unknown>) => void = () => {};
  const { result, type, saving } = autosave(
    () =>
      new Promise((resolve) => {
        give = resolve;
      }),
  );
  type({ subject: "one" });
  await pass(500);
  type({ subject: "two" });
  await pass(500);
  type({ body: "three" });
  await pass(500);
  expect(saving).toHaveBeenCalledTimes(1);
  await act(async () => give(done));
  expect(saving.mock.calls[1]).toEqual([{ subject: "two", body: "three" }]);
  expect(result.current.pending).toBe(true);
  await act(async () => give(done));
  expect(saving).toHaveBeenCalledTimes(2);
  expect(result.current.pending).toBe(false);
});

test("a refusal is told with its fields, and the next save that succeeds takes it away", async () => {
  const answers: ActionResult<unknown>[] = [
    { ok: false, error: { code: "invalid", message: "Not so.", fields: { subject: "The subject is empty." } } },
    done,
  ];
  const { result, type, onSaved } = autosave(async () => answers.shift() ?? done);
  type({ subject: "" });
  await pass(500);
  expect(result.current).toMatchObject({
    problem: "The subject is empty.",
    fields: { subject: "The subject is empty." },
    saved: null,
  });
  expect(onSaved).not.toHaveBeenCalled();
  type({ subject: "Hi" });
  await pass(500);
  expect(result.current).toMatchObject({ problem: null, fields: {} });
});

test("while nobody answers nothing is lost: it is tried again with all that was typed since", async () => {
  let away = true;
  const { result, type, saving } = autosave(async () => {
    if (away) throw new Error("no network");
    return done;
  });
  type({ subject: "Hi" });
  await pass(500);
  expect(result.current.problem).toMatch(/^Not saved/);
  expect(result.current.pending).toBe(true);
  type({ body: "More." });
  away = false;
  await pass(3000);
  expect(saving.mock.lastCall).toEqual([{ subject: "Hi", body: "More." }]);
  expect(result.current).toMatchObject({ pending: false, problem: null });
});

test.each(["unexpected", "unavailable", "limited"] as const)(
  "what is refused as %s for no fault of the text is tried again, ever less often, and kept over a reload meanwhile",
  async (code) => {
    let away = true;
    const { result, type, saving } = autosave(
      async () => (away ? { ok: false, error: { code, message: "It went wrong." } } : done),
      "step 1",
    );
    type({ subject: "Hi" });
    await pass(500);
    expect(result.current).toMatchObject({ pending: true, problem: "It went wrong. Your text stays here; trying again." });
    expect(keepTyped.read("step 1")).toEqual({ subject: "Hi" });
    await pass(3000);
    await pass(3000);
    expect(saving).toHaveBeenCalledTimes(2);
    type({ body: "More." });
    away = false;
    await pass(3000);
    expect(saving.mock.lastCall).toEqual([{ subject: "Hi", body: "More." }]);
    expect(result.current).toMatchObject({ pending: false, problem: null });
    expect(keepTyped.read("step 1")).toBeNull();
  },
);

test("leaving the page for another saves at once", async () => {
  const { type, saving, unmount } = autosave();
  type({ subject: "Hi" });
  unmount();
  expect(saving).toHaveBeenCalledOnce();
});

test("closing the window with words not yet saved saves them and asks; with all saved it asks nothing", async () => {
  const { type, saving } = autosave();
  const close = () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
  expect(close()).toBe(false);
  type({ subject: "Hi" });
  await act(async () => expect(close()).toBe(true));
  expect(saving).toHaveBeenCalledOnce();
  expect(close()).toBe(false);
});

const signedOut: ActionResult<never> = { ok: false, error: { code: "signed_out", message: "You are signed out." } };

test.each([
  ["the session has ended", async () => signedOut, /You were signed out/],
  ["the server is newer", () => Promise.reject(new UnknownAct()), /newer Countersign/],
])("where %s it is said, not tried again, and saved when the page is back", async (_, save, sentence) => {
  const first = autosave(save, "step 1");
  first.type({ subject: "Hi" });
  first.type({ body: "A word." });
  await pass(500);
  expect(first.result.current.problem).toMatch(sentence);
  await pass(60_000);
  expect(first.saving).toHaveBeenCalledOnce();
  // Leaving for sign-in or the new version asks nothing: nothing is lost by it.
  await act(async () => expect(window.dispatchEvent(new Event("beforeunload", { cancelable: true }))).toBe(true));

  cleanup();
  const { result, saving } = autosave(undefined, "step 1");
  expect(result.current.found).toEqual({ subject: "Hi", body: "A word." });
  await pass(500);
  expect(saving.mock.calls).toEqual([[{ subject: "Hi", body: "A word." }]]);
  expect(keepTyped.read("step 1")).toBeNull();
});

test("what is saved is kept no longer, and what was kept under another name is not found", async () => {
  const { result, type } = autosave(undefined, "step 1");
  type({ subject: "Hi" });
  expect(keepTyped.read("step 1")).toEqual({ subject: "Hi" });
  await pass(500);
  expect(keepTyped.read("step 1")).toBeNull();
  keepTyped.write("step 2", { subject: "Other" });
  expect(result.current.found).toBeNull();
});
