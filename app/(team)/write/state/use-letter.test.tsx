// @vitest-environment happy-dom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ActionResult } from "@/lib/actions/create-action";
import type { LetterInput, LetterView } from "@/lib/letters/letter";
import { mailOf, viewOf } from "../testing/letter-views";
import type { Form } from "./form-of";
import { useLetter } from "./use-letter";

const asked = vi.hoisted(() => ({ save: vi.fn(), read: vi.fn(), refresh: vi.fn(), toast: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: asked.refresh }) }));
vi.mock("../actions", () => ({ saveLetterAction: asked.save, readLetterAction: asked.read }));
vi.mock("@/app/ui/toast/toast", () => ({ toast: asked.toast }));

type Answer = ActionResult<LetterView>;
const empty: Form = {
  people: [],
  senderAccountId: "box",
  templateId: null,
  subject: "",
  body: "",
  leave: { kind: "now", day: null, time: null, zone: "sender" },
  newThreads: [],
};
const changed: Answer = { ok: false, error: { code: "conflict", message: "Changed elsewhere." } };
const kept = (version: number, some: Partial<LetterView> = {}): Answer => ({ ok: true, data: viewOf([], { version, ...some }) });
const inputs = () => asked.save.mock.calls.map(([input]) => input as LetterInput);
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  vi.useFakeTimers();
  asked.read.mockRejectedValue(new Error("no network"));
});
afterEach(() => {
  cleanup();
  sessionStorage.clear();
  vi.useRealTimers();
  vi.resetAllMocks();
});

function page(served: LetterView | null, start: Form = empty) {
  const hook = renderHook((given: { served: LetterView | null }) => useLetter({ letterId: "letter", start, ...given }), {
    initialProps: { served },
  });
  return {
    now: () => hook.result.current,
    type: (some: Partial<Form>) => act(() => hook.result.current.change(some)),
    serve: (next: LetterView) => act(() => hook.rerender({ served: next })),
  };
}

/** Answers that are given when the test says so, in the order in which they were asked for. */
function later() {
  const waiting: ((answer: Answer) => void)[] = [];
  asked.save.mockImplementation(() => new Promise((resolve) => waiting.push(resolve)));
  return (answer: Answer) => act(async () => waiting.shift()?.(answer));
}

test("nothing is kept before something is typed or To has somebody", async () => {
  page(null);
  await pass(5000);
  expect(asked.save).not.toHaveBeenCalled();
  asked.save.mockResolvedValue(kept(1));
  page(null, { ...empty, people: [{ id: "howard", name: "Howard", email: "h@x.example", suppressed: false }] });
  await pass(500);
  expect(inputs()).toMatchObject([{ letterId: "letter", version: 0, contactIds: ["howard"] }]);
});

test("what is typed while a save is on its way stays, and is kept after it with the version that save made", async () => {
  const answer = later();
  const { now, type } = page(null);
  type({ subject: "one" });
  await pass(500);
  type({ subject: "two" });
  await answer(kept(1, { subject: "one" }));
  expect(now().form.subject).toBe("two");
  await answer(kept(2, { subject: "two" }));
  expect(inputs().map(({ subject, version }) => [subject, version])).toEqual([
    ["one", 0],
    ["two", 1],
  ]);
  expect(now()).toMatchObject({ pending: false, problem: null });
});

test("the page read anew with an older letter changes nothing", async () => {
  asked.save.mockResolvedValue(kept(5, { subject: "new" }));
  const { now, type, serve } = page(viewOf([], { version: 4, subject: "old" }));
  type({ subject: "new" });
  await pass(500);
  serve(viewOf([], { version: 4, subject: "old" }));
  expect(now().form.subject).toBe("new");
  expect(now().view?.version).toBe(5);
});

test("a colleague's change comes in where nothing is unsaved, and its text also into the editors", () => {
  const { now, serve } = page(viewOf([], { version: 4, body: "<p>old</p>" }));
  serve(viewOf([mailOf("Becky")], { version: 5, body: "<p>theirs</p>" }));
  expect(now()).toMatchObject({ form: { body: "<p>theirs</p>", people: [{ name: "Becky" }] }, edition: 1 });
});

test("of two texts one is chosen: nothing typed is replaced, and theirs can be taken back", async () => {
  asked.save.mockResolvedValue(changed);
  const { now, type, serve } = page(viewOf([], { version: 4, subject: "begun" }));
  type({ subject: "mine" });
  await pass(500);
  expect(asked.refresh).toHaveBeenCalled();
  const theirs = viewOf([], { version: 5, subject: "theirs" });
  serve(theirs);
  expect(now()).toMatchObject({ form: { subject: "mine" }, theirs: { version: 5 } });
  type({ subject: "mine, and more" });
  await pass(5000);
  expect(asked.save).toHaveBeenCalledTimes(1);
  act(() => now().loadTheirs());
  expect(now()).toMatchObject({ form: { subject: "theirs" }, theirs: null });
  asked.save.mockResolvedValue(kept(6, { subject: "mine, and more" }));
  act(() => asked.toast.mock.lastCall?.[1].back());
  await pass(500);
  expect(inputs().at(-1)).toMatchObject({ subject: "mine, and more", version: 5 });
});

test("theirs is read at once, not with the next change of the page", async () => {
  asked.save.mockResolvedValue(changed);
  asked.read.mockResolvedValue(kept(5, { subject: "theirs" }));
  const { now, type } = page(viewOf([], { version: 4, subject: "begun" }));
  type({ subject: "mine" });
  await pass(500);
  expect(now()).toMatchObject({ theirs: { subject: "theirs" }, form: { subject: "mine" }, problem: null });
});

test("what was typed as a colleague signed stays, and is kept once that is taken back", async () => {
  asked.save.mockResolvedValueOnce(changed).mockResolvedValue(kept(5, { subject: "too late" }));
  asked.read.mockResolvedValue(kept(4, { subject: "begun", state: "signed" }));
  const { now, type, serve } = page(viewOf([], { version: 4, subject: "begun" }));
  type({ subject: "too late" });
  await pass(500);
  expect(now().view?.state).toBe("signed");
  expect(now().isKept()).toBe(false);
  await pass(5000);
  expect(asked.save).toHaveBeenCalledTimes(1);
  serve(viewOf([], { version: 4, subject: "begun" }));
  await pass(500);
  expect(inputs().at(-1)).toMatchObject({ subject: "too late", version: 4 });
  expect(now().isKept()).toBe(true);
});

test("keeping mine is kept over theirs", async () => {
  asked.save.mockResolvedValueOnce(changed).mockResolvedValue(kept(6, { subject: "mine" }));
  const { now, type, serve } = page(viewOf([], { version: 4, subject: "begun" }));
  type({ subject: "mine" });
  await pass(500);
  serve(viewOf([], { version: 5, subject: "theirs" }));
  await act(async () => now().keepMine());
  expect(inputs().at(-1)).toMatchObject({ subject: "mine", version: 5 });
  expect(now()).toMatchObject({ theirs: null, problem: null, pending: false });
});

test("a save whose answer was lost is no change by somebody else", async () => {
  asked.save.mockRejectedValueOnce(new Error("no network")).mockResolvedValueOnce(changed).mockResolvedValue(kept(6));
  const { now, type, serve } = page(viewOf([], { version: 4, subject: "begun" }));
  type({ subject: "mine" });
  await pass(500);
  type({ subject: "mine, and more" });
  await pass(500);
  serve(viewOf([], { version: 5, subject: "mine" }));
  await pass(500);
  expect(now().theirs).toBeNull();
  expect(inputs().at(-1)).toMatchObject({ subject: "mine, and more", version: 5 });
});

test("settled waits for what is on its way and for what was typed since; a refusal is not settled", async () => {
  const answer = later();
  const { now, type } = page(null);
  type({ subject: "one" });
  await pass(500);
  type({ subject: "two" });
  let settled: boolean | undefined;
  void now()
    .settled()
    .then((kept) => {
      settled = kept;
    });
  await answer(kept(1, { subject: "one" }));
  expect(settled).toBeUndefined();
  await answer(kept(2, { subject: "two" }));
  await pass(0);
  expect(settled).toBe(true);
  asked.save.mockResolvedValue({ ok: false, error: { code: "invalid", message: "Not so." } });
  type({ subject: "three" });
  expect(await act(() => now().settled())).toBe(false);
  expect(now().problem).toBe("Not so.");
  expect(window.dispatchEvent(new Event("beforeunload", { cancelable: true }))).toBe(false);
});

test("a template in place of a text asks nothing and says the way back; in place of nothing it says nothing", async () => {
  asked.save.mockResolvedValue(kept(1));
  const { now, type } = page(null);
  act(() => now().replace({ templateId: "t", subject: "Template", body: "<p>T</p>" }, "Dock slots stands here"));
  expect(asked.toast).not.toHaveBeenCalled();
  type({ templateId: null, subject: "Mine", body: "<p>Mine</p>" });
  act(() => now().replace({ templateId: "t", subject: "Template", body: "<p>T</p>" }, "Dock slots stands here"));
  expect(now().form.subject).toBe("Template");
  act(() => asked.toast.mock.lastCall?.[1].back());
  expect(now().form).toMatchObject({ templateId: null, subject: "Mine", body: "<p>Mine</p>" });
});
