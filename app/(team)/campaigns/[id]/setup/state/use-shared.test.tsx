// @vitest-environment happy-dom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ActionResult } from "@/lib/actions/create-action";
import type { Theirs } from "@/lib/errors/app-error";
import type { Kept } from "./entry";
import { useShared } from "./use-shared";

type Step = { subject: string; body: string };
type Sent = { id: string; change: Partial<Step>; from: Record<string, string | null> };

beforeEach(() => {
  sessionStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

let clock = 0;
const kept = (id: string, texts: Partial<Step> = {}): Kept<Step> => {
  clock += 1;
  const all = { subject: "", body: "", ...texts };
  return { id, at: String(clock).padStart(6, "0"), texts: all, marks: { body: `mark of ${all.body}` } };
};
const theirs = (value: string): Theirs => ({
  value,
  mark: `mark of ${value}`,
  by: "Ben",
  you: false,
  at: "2026-11-24T12:00:00Z",
});
const refused = (fields: Record<string, Theirs>): ActionResult<Kept<Step>> => ({
  ok: false,
  error: { code: "conflict", message: "Ben changed this meanwhile.", theirs: fields },
});

/** The hook, what it sent, and a server that keeps whatever it is sent unless it is told to answer otherwise. */
function shared(...first: Kept<Step>[]) {
  const sent: Sent[] = [];
  const answers: (ActionResult<Kept<Step>> | Promise<ActionResult<Kept<Step>>>)[] = [];
  const at = new Map(first.map((one) => [one.id, one]));
  const save = async (id: string, change: Partial<Step>, from: Sent["from"]): Promise<ActionResult<Kept<Step>>> => {
    sent.push({ id, change, from });
    const answer = await answers.shift();
    if (answer) return answer;
    const now = kept(id, { ...at.get(id)?.texts, ...change });
    at.set(id, now);
    return { ok: true, data: now };
  };
  const hook = renderHook(({ served }) => useShared<Step>(served, save, () => {}, "steps"), { initialProps: { served: first } });
  const texts = (id: string) => hook.result.current.view(id)?.texts;
  const change = (id: string, next: Partial<Step>) => act(() => hook.result.current.change(id, next));
  const pass = () => act(() => vi.advanceTimersByTimeAsync(600));
  return { hook, sent, answers, texts, change, pass, serve: (...served: Kept<Step>[]) => hook.rerender({ served }) };
}

describe("what is typed", () => {
  test("is kept under the step it was typed in, however fast another is opened", async () => {
    const { sent, answers, change, pass } = shared(kept("one"), kept("two"));
    let answer: (result: ActionResult<Kept<Step>>) => void = () => {};
    answers.push(new Promise((done) => (answer = done)));
    await change("one", { body: "1" });
    await pass();
    // While that is under way, more in both.
    await change("one", { subject: "S" });
    await change("two", { body: "2" });
    await pass();
    answer({ ok: true, data: kept("one", { body: "1" }) });
    await pass();
    expect(sent.map(({ id, change }) => [id, change])).toEqual([
      ["one", { body: "1" }],
      ["two", { body: "2" }],
      ["one", { subject: "S" }],
    ]);
  });
  test("goes on from what was kept before it, by its mark", async () => {
    const { sent, change, pass } = shared(kept("one", { body: "a" }));
    await change("one", { body: "ab" });
    await pass();
    await change("one", { body: "abc" });
    await pass();
    expect(sent.map(({ from }) => from)).toEqual([{ body: "mark of a" }, { body: "mark of ab" }]);
  });
  test("is tried again where no answer came, and nothing of it is lost", async () => {
    const { hook, sent, answers, texts, change, pass } = shared(kept("one"));
    const away = Promise.reject(new Error("away"));
    away.catch(() => {});
    answers.push(away);
    await change("one", { body: "a" });
    await pass();
    expect(texts("one")?.body).toBe("a");
    expect(hook.result.current.isKept()).toBe(false);
    await act(() => vi.advanceTimersByTimeAsync(3500));
    expect(sent).toHaveLength(2);
    expect(hook.result.current.isKept()).toBe(true);
  });
  test("is not all kept while two texts stand there, and no longer holds anything up in a step that is gone", async () => {
    const { hook, answers, change, pass, serve } = shared(kept("one"), kept("two"));
    answers.push(refused({ body: theirs("hers") }));
    await change("one", { body: "mine" });
    await pass();
    expect(hook.result.current.isKept()).toBe(false);
    serve(kept("two"));
    expect(hook.result.current.isKept()).toBe(true);
  });
});

describe("what others write", () => {
  test("is shown in place in a field in which nobody writes, and what is older than what is shown is not", async () => {
    const old = kept("one", { subject: "old" });
    const { texts, serve } = shared(kept("one", { subject: "first" }));
    serve(kept("one", { subject: "theirs" }));
    expect(texts("one")?.subject).toBe("theirs");
    serve(old);
    expect(texts("one")?.subject).toBe("theirs");
  });
  test("waits while the caret stands in the field, and what is then typed goes on from what was seen", async () => {
    const { hook, sent, texts, change, pass, serve } = shared(kept("one", { body: "seen" }));
    act(() => hook.result.current.hold("one", "body", true));
    serve(kept("one", { body: "theirs" }));
    expect(texts("one")?.body).toBe("seen");
    await change("one", { body: "seen and mine" });
    await pass();
    expect(sent[0]?.from).toEqual({ body: "mark of seen" });
  });
  test("is shown once the caret has left a field in which nothing was typed", () => {
    const { hook, texts, serve } = shared(kept("one", { body: "seen" }));
    act(() => hook.result.current.hold("one", "body", true));
    serve(kept("one", { body: "theirs" }));
    act(() => hook.result.current.hold("one", "body", false));
    expect(texts("one")?.body).toBe("theirs");
  });
});

describe("where both wrote the same", () => {
  async function both() {
    const all = shared(kept("one", { body: "seen" }));
    all.answers.push(refused({ body: theirs("his") }));
    await all.change("one", { body: "hers", subject: "S" });
    await all.pass();
    return all;
  }
  test("both stand there, the other fields are saved, and hers is not sent again unasked", async () => {
    const { hook, sent, texts, change, pass } = await both();
    expect(hook.result.current.view("one")).toMatchObject({
      texts: { body: "hers" },
      theirs: { body: { value: "his", by: "Ben" } },
    });
    await change("one", { body: "hers too" });
    await pass();
    expect(sent.map((one) => one.change)).toEqual([{ body: "hers", subject: "S" }, { subject: "S" }]);
    expect(texts("one")?.body).toBe("hers too");
  });
  test("mine is kept in place of theirs, which I have seen", async () => {
    const { hook, sent, pass } = await both();
    act(() => hook.result.current.keepMine("one", "body"));
    await pass();
    expect(sent.at(-1)).toEqual({ id: "one", change: { body: "hers" }, from: { body: "mark of his" } });
    expect(hook.result.current.view("one")).toMatchObject({ theirs: {} });
  });
  test("theirs is taken, and the editor begins anew with it", async () => {
    const { hook, sent, texts, pass } = await both();
    const before = hook.result.current.view("one")?.edition ?? 0;
    act(() => hook.result.current.takeTheirs("one", "body"));
    await pass();
    expect(texts("one")?.body).toBe("his");
    expect(hook.result.current.view("one")?.edition).toBe(before + 1);
    expect(sent).toHaveLength(2);
  });
});
