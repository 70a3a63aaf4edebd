// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { LostAnswer } from "@/app/ui/act/lost-answer";
import type { Said } from "@/app/ui/toast/toast-card";
import type { ThreadView } from "@/lib/answers/thread-view";
import { AnswerBox } from "./answer-box";
import { answerOf, letterOf, threadOf } from "./testing/thread-views";

const asked = vi.hoisted(() => ({
  begin: vi.fn(),
  save: vi.fn(),
  sign: vi.fn(),
  takeBack: vi.fn(),
  discard: vi.fn(),
  restore: vi.fn(),
  aids: vi.fn(),
  show: vi.fn(),
  draft: vi.fn(),
  toast: vi.fn(),
  hush: vi.fn(),
  lead: vi.fn(),
}));
vi.mock("../answer-actions", () => ({
  beginAnswerAction: asked.begin,
  saveAnswerAction: asked.save,
  signAnswerAction: asked.sign,
  takeBackAnswerAction: asked.takeBack,
  discardAnswerAction: asked.discard,
  restoreAnswerAction: asked.restore,
}));
vi.mock("./model-actions", () => ({
  readAidsAction: asked.aids,
  showMaterialAction: asked.show,
  draftAnswerAction: asked.draft,
}));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }) }));
vi.mock("@/app/ui/toast/toast", () => ({ toast: asked.toast, hushToast: asked.hush }));
// A field in place of the editor, which needs a browser that lays out.
vi.mock("@/app/ui/editor/rich-text", async () => {
  const { useImperativeHandle } = await import("react");
  type Props = Parameters<typeof import("@/app/ui/editor/rich-text").RichText>[0];
  return {
    RichText: ({ label, value, onChange, handle, tools }: Props) => {
      useImperativeHandle(handle, () => ({ insert: (html) => onChange(value + html), replace: onChange }));
      return (
        <>
          <textarea aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
          {tools}
        </>
      );
    },
  };
});

const ok = <T,>(data: T) => ({ ok: true as const, data });
const no = (code: string, message: string) => ({ ok: false as const, error: { code, message } });
const changed = vi.fn();
let version = 0;

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
      unobserve() {}
    },
  );
  version = 0;
  asked.begin.mockImplementation(async ({ letterId }) => ok(answerOf({ letterId, body: "", letterVersion: version })));
  asked.save.mockImplementation(async ({ letterId, body, answers, byModel }) =>
    ok(answerOf({ letterId, body, answers, byModel, letterVersion: ++version })),
  );
  asked.sign.mockImplementation(async () => ok({ takeBackUntil: new Date(Date.now() + 8000).toISOString() }));
  asked.aids.mockResolvedValue(ok({ snippets: [], modelConfigured: true, mayLift: false }));
  asked.show.mockResolvedValue(ok({ got: [{ what: "Their mail", text: "Thursday at two works." }] }));
});
afterEach(async () => {
  cleanup();
  // What was typed last is kept as the box goes: it must not reach into the next test.
  await vi.advanceTimersByTimeAsync(50);
  vi.resetAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  sessionStorage.clear();
});

let threads = 0;
/** A thread of its own for each test: what was typed in one outlives the box. */
const fresh = (some: Partial<ThreadView> = {}) => threadOf({ id: `thread ${++threads}`, ...some });

function Page({ view, begins, mayAnswer }: { view: ThreadView; begins: boolean; mayAnswer: boolean }) {
  const [writing, onWriting] = useState(begins);
  return <AnswerBox {...{ view, mayAnswer, writing, onWriting }} timezone="UTC" onChanged={changed} onLead={asked.lead} />;
}
function open(view: ThreadView, { begins = true, mayAnswer = true } = {}) {
  const page = (shown: ThreadView) => (
    <MantineProvider env="test">
      <Page view={shown} begins={begins} mayAnswer={mayAnswer} />
    </MantineProvider>
  );
  const { rerender, unmount } = render(page(view));
  return { serve: (next: ThreadView) => act(async () => rerender(page(next))), leave: unmount };
}
const field = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Answer to Simona" });
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const send = () => act(async () => void fireEvent.keyDown(document.body, { key: "Enter", ctrlKey: true }));
const press = (name: string | RegExp) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));
const said = () => asked.toast.mock.lastCall as [string, Said];

describe("closed", () => {
  test("it is one line with its key, which opens it with the caret in it", async () => {
    open(fresh(), { begins: false });
    expect(screen.queryByRole("textbox")).toBeNull();
    await press(/^Answer Simona/);
    expect(field().value).toBe("");
    expect(asked.begin).not.toHaveBeenCalled();
  });

  test("Esc leaves the box, also where the editor takes the key for itself, and its words stay", async () => {
    open(fresh());
    type("<p>Half</p>");
    field().addEventListener("keydown", (event) => event.preventDefault());
    fireEvent.keyDown(field(), { key: "Escape" });
    expect(screen.getByRole("button").textContent).toContain("Your answer to Simona · Half");
  });

  test("it says what was begun, and what came back", () => {
    const { leave } = open(fresh({ answer: answerOf({ body: "<p>Half a</p><p>word</p>" }) }), { begins: false });
    expect(screen.getByRole("button").textContent).toContain("Your answer to Simona · Half a word");
    leave();
    open(fresh({ answer: answerOf({ voided: "They wrote since." }) }), { begins: false });
    expect(screen.getByRole("button").textContent).toContain("it came back");
  });
});

describe("in its place stands a sentence", () => {
  test("for who reads along", () => {
    open(fresh(), { mayAnswer: false });
    expect(screen.getByText("You read along: members of the team answer.")).toBeTruthy();
    expect(screen.queryByRole("button")).toBeNull();
  });

  test("for whom no mail may go to, with the way to lift it for who may", async () => {
    const view = fresh({ suppressed: { reason: "unsubscribed", since: "2026-11-23T10:00:00Z" } });
    const { leave } = open(view);
    await pass(0);
    expect(screen.getByText(/unsubscribed on Mon 23 Nov/)).toBeTruthy();
    expect(screen.getByText(/An administrator can lift it/)).toBeTruthy();
    leave();
    asked.aids.mockResolvedValue(ok({ snippets: [], modelConfigured: false, mayLift: true }));
    open(view);
    expect((await screen.findByRole("link", { name: "Lift it on their page" })).getAttribute("href")).toBe("/contacts/simona");
  });

  test("for an archived contact", () => {
    const view = fresh();
    open({ ...view, contact: { ...view.contact, archived: true } });
    expect(screen.getByText("Simona is archived.")).toBeTruthy();
  });
});

describe("sending", () => {
  test("keeps the last words, signs what is kept, and moves on with a way back", async () => {
    const view = fresh({ version: 7 });
    open(view);
    type("<p>Yes.</p>");
    await send();
    const [{ letterId }] = asked.begin.mock.lastCall ?? [{}];
    expect(asked.save.mock.lastCall).toEqual([expect.objectContaining({ letterId, body: "<p>Yes.</p>", answers: "first" })]);
    expect(asked.sign.mock.calls).toEqual([
      [{ letterId, draftId: "draft", hash: "hash of 1", threadVersion: 7, answered: null }],
    ]);
    expect(changed).toHaveBeenLastCalledWith("moveOn");
    expect(said()).toMatchObject(["Sent to Simona", { backKey: "Z", leavesAt: expect.any(Number) }]);
    asked.takeBack.mockResolvedValue(ok({ takenBack: true }));
    await act(async () => said()[1].back?.());
    expect(asked.takeBack).toHaveBeenCalledWith({ letterId });
    expect(changed).toHaveBeenLastCalledWith("changed");
    expect(field().value).toBe("<p>Yes.</p>");
  });

  test("taken back before the server has answered, it comes back as soon as it has, and nobody moves on", async () => {
    let answer = () => {};
    asked.sign.mockImplementation(
      () =>
        new Promise((done) => {
          answer = () => done(ok({ takeBackUntil: new Date(Date.now() + 8000).toISOString() }));
        }),
    );
    asked.takeBack.mockResolvedValue(ok({ takenBack: true }));
    open(fresh());
    type("<p>Too soon</p>");
    await send();
    await waitFor(() => expect(asked.sign).toHaveBeenCalledOnce());
    expect(said()).toEqual(["Sending to Simona", expect.objectContaining({ busy: true, backKey: "Z" })]);
    act(() => said()[1].back?.());
    expect(asked.takeBack).not.toHaveBeenCalled();
    await act(async () => answer());
    await waitFor(() => expect(asked.takeBack).toHaveBeenCalledOnce());
    expect(field().value).toBe("<p>Too soon</p>");
    expect(changed).not.toHaveBeenCalledWith("moveOn");
    expect(asked.toast.mock.calls.map(([words]) => words)).not.toContain("Sent to Simona");
  });

  test("from another thread, taking back leads to where it stands and opens it there", async () => {
    const view = fresh();
    const { serve } = open(view);
    type("<p>Yes.</p>");
    await send();
    await serve(fresh());
    asked.takeBack.mockResolvedValue(ok({ takenBack: true }));
    await act(async () => said()[1].back?.());
    expect(asked.lead).toHaveBeenCalledWith(view.id);
    const [{ letterId }] = asked.takeBack.mock.lastCall ?? [{}];
    await serve({ ...view, answer: answerOf({ letterId, body: "<p>Yes.</p>" }) });
    expect(field().value).toBe("<p>Yes.</p>");
  });

  test("too late to be taken back is said", async () => {
    open(fresh());
    type("<p>Yes.</p>");
    await send();
    asked.takeBack.mockResolvedValue(ok({ takenBack: false }));
    await act(async () => said()[1].back?.());
    expect(said()).toEqual(["It has left already", { trouble: true }]);
  });

  test("twice at once signs once, and nothing is sent that is empty or that a check stops", async () => {
    const { serve } = open(fresh());
    await send();
    expect(asked.sign).not.toHaveBeenCalled();
    type("<p>Yes.</p>");
    await act(async () => {
      for (const _ of [1, 2]) fireEvent.keyDown(document.body, { key: "Enter", ctrlKey: true });
    });
    expect(asked.sign).toHaveBeenCalledTimes(1);
    const checks = [{ name: "fields", passes: false, blocking: true, sentence: "A field is not filled" }];
    await serve(fresh({ answer: answerOf({ letterId: "stopped", checks, mayBeSigned: false }) }));
    await press(/^Your answer to Simona/);
    await send();
    expect(asked.sign).toHaveBeenCalledTimes(1);
    expect(screen.getByText("A field is not filled")).toBeTruthy();
  });

  test("a thread that was read before it was sent does not show it as still to be sent", async () => {
    const view = fresh({ answer: answerOf({ letterId: "was sent" }) });
    const { serve } = open(view);
    await send();
    await serve({ ...view });
    expect(screen.getByRole("button").textContent).toMatch(/^Answer Simona/);
  });
});

describe("they wrote meanwhile", () => {
  const view = fresh();
  const newer = { ...view, version: 2, letters: [letterOf("first"), letterOf("second", { snippet: "Make it Friday." })] };

  test("so sending is refused: their mail is shown, the text stays, and it answers that one once somebody says so", async () => {
    asked.sign.mockResolvedValueOnce(no("conflict", "They wrote meanwhile. Read it first; nothing was sent."));
    const { serve } = open(view);
    type("<p>Thursday.</p>");
    await send();
    expect(changed.mock.calls).toEqual([["changed"]]);
    expect(screen.getByRole("alert").textContent).toContain("nothing was sent");
    await serve(newer);
    expect(screen.getByText("Make it Friday.")).toBeTruthy();
    expect(field().value).toBe("<p>Thursday.</p>");
    await send();
    expect(asked.sign).toHaveBeenCalledTimes(1);
    await press("Answer this one");
    expect(screen.queryByText("Make it Friday.")).toBeNull();
    await send();
    expect(asked.save.mock.lastCall).toMatchObject([{ answers: "second", body: "<p>Thursday.</p>" }]);
    expect(asked.sign.mock.lastCall).toMatchObject([{ threadVersion: 2 }]);
  });

  test("reading first leaves the box with all its words, and asks again when it is opened", async () => {
    const { serve } = open(fresh());
    type("<p>Thursday.</p>");
    await serve({ ...newer, id: `thread ${threads}` });
    await press("Read first");
    await press(/Your answer to Simona · Thursday/);
    expect(screen.getByText("Make it Friday.")).toBeTruthy();
  });

  test("before a word is written it simply answers the newest", async () => {
    const { serve } = open(fresh());
    await serve({ ...newer, id: `thread ${threads}` });
    expect(screen.queryByText("Make it Friday.")).toBeNull();
    type("<p>Friday.</p>");
    await pass(500);
    expect(asked.save.mock.lastCall).toMatchObject([{ answers: "second" }]);
  });
});

describe("a colleague answered meanwhile", () => {
  test("so nothing is sent until somebody says that it goes, too; one that was read above is known", async () => {
    const view = fresh();
    const { serve } = open(view);
    type("<p>Thursday.</p>");
    const answered = { draftId: "of Ben", by: "Ben Ortiz", at: "2026-11-24T12:31:00Z" };
    await serve({ ...view, answered });
    expect(screen.getByText("Ben answered 12:31")).toBeTruthy();
    await send();
    expect(asked.sign).not.toHaveBeenCalled();
    await press("Send mine, too");
    await send();
    expect(asked.sign.mock.lastCall).toMatchObject([{ answered: "of Ben" }]);
  });
});

describe("nothing is lost", () => {
  test("when the answer of the signature is lost: it says so, looks, and does not send twice", async () => {
    const view = fresh();
    open(view);
    type("<p>Yes.</p>");
    asked.sign.mockRejectedValueOnce(new Error("no network"));
    await send();
    expect(screen.getByText(/not known whether it was sent/)).toBeTruthy();
    expect(field().value).toBe("<p>Yes.</p>");
    const [{ letterId }] = asked.sign.mock.lastCall ?? [{}];
    const fetched = vi.fn().mockRejectedValueOnce(new Error("no network"));
    vi.stubGlobal("fetch", fetched);
    await press("Look");
    expect(screen.getByText(/still does not answer/)).toBeTruthy();
    fetched.mockResolvedValueOnce(Response.json({ ...view, answer: answerOf({ letterId, state: "draft" }) }));
    await press("Look");
    expect(screen.getByText(/It was not sent/)).toBeTruthy();
    asked.sign.mockRejectedValueOnce(new Error("no network"));
    await send();
    const leavesAt = new Date(Date.now() + 5000).toISOString();
    fetched.mockResolvedValueOnce(Response.json({ ...view, answer: answerOf({ letterId, state: "signed", leavesAt }) }));
    await press("Look");
    expect(said()).toMatchObject(["Sent to Simona", { back: expect.any(Function) }]);
    expect(changed).toHaveBeenLastCalledWith("moveOn");
  });

  test("taken back while its answer was lost, it comes back once it is known that it was signed", async () => {
    const view = fresh();
    open(view);
    type("<p>Too soon</p>");
    let lose = () => {};
    asked.sign.mockImplementationOnce(
      () =>
        new Promise((_, fail) => {
          lose = () => fail(new LostAnswer("b0a1", new Error("no network")));
        }),
    );
    asked.takeBack.mockResolvedValue(ok({ takenBack: true }));
    await send();
    await waitFor(() => expect(asked.sign).toHaveBeenCalledOnce());
    const [{ letterId }] = asked.sign.mock.lastCall ?? [{}];
    act(() => said()[1].back?.());
    const leavesAt = new Date(Date.now() + 5000).toISOString();
    vi.stubGlobal(
      "fetch",
      vi.fn(async (path: string) =>
        Response.json(
          path.startsWith("/api/acts/")
            ? { became: "done" }
            : { ...view, answer: answerOf({ letterId, state: "signed", leavesAt }) },
        ),
      ),
    );
    await act(async () => lose());
    await waitFor(() => expect(asked.takeBack).toHaveBeenCalledWith({ letterId }));
    expect(changed).not.toHaveBeenCalledWith("moveOn");
    expect(field().value).toBe("<p>Too soon</p>");
  });

  test("while nobody answers: the words stay, nothing is signed, and they are kept once somebody does", async () => {
    asked.save.mockRejectedValue(new Error("no network"));
    open(fresh());
    type("<p>Yes.</p>");
    await pass(600);
    expect(screen.getByRole("alert").textContent).toMatch(/^Not saved/);
    await send();
    expect(asked.sign).not.toHaveBeenCalled();
    asked.save.mockImplementation(async ({ letterId, body }) => ok(answerOf({ letterId, body, letterVersion: ++version })));
    await pass(3100);
    expect(asked.save.mock.lastCall).toMatchObject([{ body: "<p>Yes.</p>" }]);
    await waitFor(() => expect(screen.getByText(/^Saved/)).toBeTruthy());
  });

  test("on the walk to another thread it is kept at once, and stands there again, however old the thread that is shown", async () => {
    const view = fresh();
    const { serve } = open(view);
    type("<p>Half</p>");
    await serve(fresh());
    expect(asked.save.mock.lastCall).toMatchObject([{ body: "<p>Half</p>" }]);
    expect(field().value).toBe("");
    await serve(view);
    expect(field().value).toBe("<p>Half</p>");
  });

  test("on a reload what was not kept yet stands there again, and is kept then", async () => {
    asked.save.mockRejectedValue(new Error("no network"));
    const view = fresh();
    const { leave } = open(view);
    type("<p>Half</p>");
    await pass(600);
    const text = sessionStorage.getItem(`countersign-typed answer ${view.id}`);
    leave();
    // Another thread has nothing of it in the page's memory, as after a reload.
    const anew = fresh();
    sessionStorage.setItem(`countersign-typed answer ${anew.id}`, text ?? "");
    asked.save.mockImplementation(async ({ letterId, body }) => ok(answerOf({ letterId, body, letterVersion: ++version })));
    open(anew);
    expect(field().value).toBe("<p>Half</p>");
    await pass(600);
    expect(asked.save.mock.lastCall).toMatchObject([{ body: "<p>Half</p>" }]);
    expect(sessionStorage.getItem(`countersign-typed answer ${anew.id}`)).toBeNull();
  });

  test("what was begun in another window comes in where nothing stands here", async () => {
    const view = fresh();
    const { serve } = open(view);
    await serve({ ...view, answer: answerOf({ letterId: "begun there", body: "<p>there</p>" }) });
    expect(field().value).toBe("<p>there</p>");
    type("<p>there, and here</p>");
    await pass(600);
    expect(asked.save.mock.lastCall).toMatchObject([{ letterId: "begun there", body: "<p>there, and here</p>" }]);
  });

  test("what was begun in another window goes on under its id", async () => {
    asked.begin.mockResolvedValue(ok(answerOf({ letterId: "other window", body: "" })));
    open(fresh());
    type("<p>Yes.</p>");
    await send();
    expect(asked.save.mock.lastCall).toMatchObject([{ letterId: "other window", version: 1 }]);
    expect(asked.sign.mock.lastCall).toMatchObject([{ letterId: "other window" }]);
  });

  test("of two windows one text is chosen, and none is gone unseen", async () => {
    asked.save.mockResolvedValueOnce(no("conflict", "Changed elsewhere."));
    const view = fresh({ answer: answerOf({ letterId: "two", body: "<p>begun</p>" }) });
    open(view);
    asked.begin.mockResolvedValueOnce(ok(answerOf({ letterId: "two", body: "<p>there</p>", letterVersion: 2 })));
    type("<p>here</p>");
    await pass(600);
    expect(screen.getByText("there")).toBeTruthy();
    expect(field().value).toBe("<p>here</p>");
    version = 2;
    await press("Keep what stands here");
    await pass(600);
    expect(asked.save.mock.lastCall).toMatchObject([{ version: 2, body: "<p>here</p>" }]);
  });

  test("what our own lost call had kept is no second text", async () => {
    open(fresh({ answer: answerOf({ letterId: "lost", body: "<p>begun</p>" }) }));
    asked.save.mockRejectedValueOnce(new Error("no network"));
    type("<p>mine</p>");
    await pass(600);
    asked.save.mockResolvedValueOnce(no("conflict", "Changed elsewhere."));
    asked.begin.mockResolvedValueOnce(ok(answerOf({ letterId: "lost", body: "<p>mine</p>", letterVersion: 2 })));
    version = 2;
    await pass(3100);
    await pass(600);
    expect(screen.queryByText(/another window/)).toBeNull();
    expect(asked.save.mock.lastCall).toMatchObject([{ version: 2, body: "<p>mine</p>" }]);
  });

  test("when it is discarded, which has its way back", async () => {
    asked.discard.mockResolvedValue(ok(null));
    asked.restore.mockResolvedValue(ok(null));
    const view = fresh({ answer: answerOf({ letterId: "discarded", body: "<p>words</p>" }) });
    open(view);
    await press("Discard");
    expect(asked.discard).toHaveBeenCalledWith({ letterId: "discarded" });
    expect(screen.getByRole("button").textContent).toMatch(/^Answer Simona/);
    await act(async () => said()[1].back?.());
    expect(asked.restore).toHaveBeenCalledWith({ letterId: "discarded" });
    expect(field().value).toBe("<p>words</p>");
  });
});

test("a mailbox that is signed out keeps what is written, and says how it can be sent", async () => {
  const view = fresh();
  open({ ...view, mailbox: { ...view.mailbox, canSend: false } });
  type("<p>Yes.</p>");
  await pass(600);
  expect(asked.save).toHaveBeenCalledTimes(1);
  await send();
  expect(asked.sign).not.toHaveBeenCalled();
  expect(screen.getByRole("link", { name: "Reconnect anna@ to answer" }).getAttribute("href")).toBe("/settings/mailboxes/box");
});

test("a signed answer that has not left says when it does, and can be taken back", async () => {
  asked.takeBack.mockResolvedValue(ok({ takenBack: true }));
  open(fresh({ answer: answerOf({ letterId: "leaving", state: "signed", leavesAt: "2026-11-24T12:00:08Z" }) }), {
    begins: false,
  });
  expect(screen.getByRole("status").textContent).toContain("leaves at 12:00:08");
  await press("Take back");
  expect(asked.takeBack).toHaveBeenCalledWith({ letterId: "leaving" });
});

describe("the model", () => {
  const draftIt = async (name: string) => {
    await waitFor(() => screen.getByRole("button", { name }));
    await press(name);
    await waitFor(() => screen.getByRole("textbox", { name: "What the answer is to say" }));
  };

  test("says what it gets before it is asked; its draft is marked, also once it is edited, and Undo brings back what stood there", async () => {
    asked.draft.mockResolvedValue(ok({ body: "<p>Drafted</p>", got: [{ what: "Your note", text: "say yes" }] }));
    open(fresh({ answer: answerOf({ letterId: "model", body: "<p>Mine</p>" }) }));
    await draftIt("Rewrite");
    expect(await screen.findByText("Thursday at two works.")).toBeTruthy();
    const note = screen.getByRole("textbox", { name: "What the answer is to say" });
    fireEvent.change(note, { target: { value: "say yes" } });
    await act(async () => void fireEvent.keyDown(note, { key: "Enter" }));
    expect(asked.draft).toHaveBeenCalledWith({ threadId: `thread ${threads}`, letterId: "model", note: "say yes" });
    expect(field().value).toBe("<p>Drafted</p>");
    expect(screen.getByText(/AI draft. Leaves only when you send it/)).toBeTruthy();
    type("<p>Drafted, and mine</p>");
    expect(screen.getByText(/AI draft/)).toBeTruthy();
    await act(async () => said()[1].back?.());
    expect(field().value).toBe("<p>Mine</p>");
    expect(screen.queryByText(/AI draft/)).toBeNull();
    expect(asked.sign).not.toHaveBeenCalled();
  });

  test("that is silent says so, and the text is as it was", async () => {
    asked.draft.mockResolvedValue(no("unavailable", "The model does not answer. Your text is as it was."));
    open(fresh({ answer: answerOf({ letterId: "silent", body: "<p>Mine</p>" }) }));
    await draftIt("Rewrite");
    await press(/^Rewrite it/);
    expect(await screen.findByText(/The model does not answer/)).toBeTruthy();
    expect(field().value).toBe("<p>Mine</p>");
  });

  test("that is not set up has no button", async () => {
    asked.aids.mockResolvedValue(ok({ snippets: [], modelConfigured: false, mayLift: false }));
    open(fresh());
    await pass(0);
    expect(screen.queryByRole("button", { name: "Draft it" })).toBeNull();
  });
});

test("a template's words come in filled, and an empty library says so", async () => {
  const snippet = { id: "a", name: "Invite", body: "<p>Hi Simona</p>", missing: ["company"] };
  asked.aids.mockResolvedValue(ok({ snippets: [snippet], modelConfigured: false, mayLift: false }));
  const { leave } = open(fresh());
  await pass(0);
  await press("Template");
  const item = await screen.findByRole("menuitem");
  expect(within(item).getByText(/Not known of them, left empty: company/)).toBeTruthy();
  await act(async () => void fireEvent.click(item));
  expect(field().value).toBe("<p>Hi Simona</p>");
  leave();
  asked.aids.mockResolvedValue(ok({ snippets: [], modelConfigured: false, mayLift: false }));
  open(fresh());
  await pass(0);
  await press("Template");
  expect(await screen.findByText(/No template is switched on yet/)).toBeTruthy();
});
