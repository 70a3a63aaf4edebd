// @vitest-environment happy-dom
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { UnknownAct } from "@/app/ui/act/lost-answer";
import type { ActionResult } from "@/lib/actions/create-action";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import type { ReviewQueue } from "@/lib/drafts/review/read-review-queue";
import { type Done, useDesk } from "./use-desk";

const refresh = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));

const viewOf = (id: string) => ({ id, state: "to sign", hash: `hash of ${id}` }) as DraftView;
const rowOf = (id: string, state: "waits" | "signed" = "waits") => ({
  id,
  name: id,
  subject: "",
  hand: null,
  state,
  version: `version of ${id}`,
  signedAt: null,
});
const queueOf = (...ids: string[]): ReviewQueue => ({
  readAt: "2026-11-23T12:00:00Z",
  rows: ids.map((id) => rowOf(id)),
  waiting: ids.length,
  passing: ids.length,
  signedToday: 0,
  campaigns: [],
  byHand: 0,
  beingWritten: 0,
  nextDue: "",
});
const actOf = (...ids: string[]): Done => ({ kind: "signed", ids, busy: true, who: "for Lea", detail: "", hash: null });
const fine = async (): Promise<ActionResult<string>> => ({ ok: true, data: "done" });
const refused = async (): Promise<ActionResult<string>> => ({ ok: false, error: { code: "conflict", message: "It changed." } });
const silent = async (): Promise<ActionResult<string>> => {
  throw new TypeError("Failed to fetch");
};

beforeEach(() => {
  refresh.mockReset();
  history.replaceState(null, "", "/review");
  // Every draft can be read, so that what comes next is there at once.
  vi.stubGlobal("fetch", async (address: string) => Response.json(viewOf(address.split("/").at(-1) ?? "")));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function openDesk(ids: string[], of: string | null = null) {
  const given = { queue: queueOf(...ids), view: viewOf(ids[0] ?? ""), of };
  return renderHook(() => useDesk(given));
}

describe("an act with the open draft", () => {
  test("shows the next draft at once and is busy until the server has answered", async () => {
    const { result } = openDesk(["a", "b"]);
    let answer = (_: ActionResult<string>) => {};
    const asked = new Promise<ActionResult<string>>((done) => {
      answer = done;
    });
    let performed: Promise<unknown> | undefined;
    act(() => {
      performed = result.current.perform(actOf("a"), () => asked);
    });
    expect(result.current).toMatchObject({ current: "b", done: { ids: ["a"], busy: true } });
    expect(location.pathname).toBe("/review/b");
    expect(result.current.rows[0]?.state).toBe("signing");
    expect(result.current.isUnderWay("a")).toBe(true);
    // From the key press on, though nobody has answered.
    expect(result.current.canTakeBack()).toBe(true);
    await act(async () => {
      answer({ ok: true, data: "done" });
      expect(await performed).toMatchObject({ came: "done", isTaken: false, data: "done" });
    });
    expect(result.current.done).toMatchObject({ ids: ["a"], busy: false });
    expect(result.current.rows[0]?.state).toBe("signed");
    expect(result.current.canTakeBack()).toBe(true);
  });

  test("that is refused is told with the way to its draft, and is nothing to take back", async () => {
    const { result } = openDesk(["a", "b"]);
    await act(async () => expect(await result.current.perform(actOf("a"), refused)).toMatchObject({ came: "refused" }));
    expect(result.current.rows[0]?.state).toBe("waits");
    expect(result.current).toMatchObject({ done: null, problem: { sentence: "It changed.", draftId: "a" }, current: "b" });
    expect(result.current.canTakeBack()).toBe(false);
  });

  test("that failed does not take away the word of one that was done meanwhile", async () => {
    const { result } = openDesk(["a", "b", "c"]);
    await act(async () => {
      const first = result.current.perform(actOf("a"), refused);
      await result.current.perform(actOf("b"), fine);
      await first;
    });
    expect(result.current.done).toMatchObject({ ids: ["b"], busy: false });
  });

  test("whose answer is lost is told as unsure, and the page is read anew; not from a newer server", async () => {
    const { result } = openDesk(["a", "b"]);
    await act(async () => {
      await result.current.perform(actOf("a"), silent);
      await result.current.readAnew("a");
    });
    expect(result.current.problem?.sentence).toMatch(/may have been done: what you see now is what is so/);
    expect(refresh).toHaveBeenCalledOnce();
    await act(async () => {
      await result.current.run(() => Promise.reject(new UnknownAct()), null);
      await result.current.readAnew("a");
    });
    expect(result.current.problem?.sentence).toMatch(/newer Countersign/);
    expect(refresh).toHaveBeenCalledOnce();
  });
});

describe("what can be taken back", () => {
  test("is handed out from the last to the first, each once", async () => {
    const { result } = openDesk(["a", "b", "c"]);
    await act(async () => {
      await result.current.perform(actOf("a"), fine);
    });
    act(() => result.current.remember({ ...actOf("b", "c"), busy: false }));
    const taken: (string[] | undefined)[] = [];
    act(() => {
      for (let count = 0; count < 3; count += 1) taken.push(result.current.take()?.act.ids);
    });
    expect(taken).toEqual([["b", "c"], ["a"], undefined]);
    expect(result.current.done).toBeNull();
  });

  test("is forgotten with an order that is taken back, and so is the word of it", async () => {
    const { result } = openDesk(["a"]);
    await act(async () => {
      await result.current.perform(actOf("a"), fine);
    });
    const order = { ...actOf(), job: "j1", busy: false };
    act(() => result.current.remember(order));
    act(() => result.current.say(order));
    expect(result.current.done).toMatchObject({ job: "j1" });
    act(() => void result.current.beginJob("j1"));
    expect(result.current.done).toBeNull();
    expect(result.current.isTakenBack("j1")).toBe(true);
    expect(result.current.take()?.act.ids).toEqual(["a"]);
  });

  test("is forgotten for a draft whose signature no longer holds, and so is the word of it", async () => {
    const { result } = openDesk(["a", "b"]);
    await act(async () => {
      await result.current.perform(actOf("a"), fine);
    });
    act(() => result.current.outdate("b"));
    expect(result.current.done).toMatchObject({ ids: ["a"] });
    act(() => result.current.outdate("a"));
    expect(result.current.done).toBeNull();
    expect(result.current.canTakeBack()).toBe(false);
  });
});

test("an act that did nothing looks as before and is nothing to take back", async () => {
  const { result } = openDesk(["a", "b"]);
  const rejecting: Done = { ...actOf("a"), kind: "rejected" };
  await act(async () => {
    const made = await result.current.perform(rejecting, fine, { isNothing: (data) => data === "done", stays: true });
    expect(made.came).toBe("nothing");
  });
  expect(result.current).toMatchObject({ current: "a", done: null });
  expect(result.current.rows.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(result.current.canTakeBack()).toBe(false);
});

describe("the open draft", () => {
  test("is the one the server chose, and the address says so with the campaign", () => {
    const { result } = openDesk(["a", "b"], "spring");
    expect(result.current).toMatchObject({ current: "a", view: { id: "a" } });
    expect(`${location.pathname}${location.search}`).toBe("/review/a?campaign=spring");
  });

  test("has one before it and one after it, and none beyond the ends", () => {
    const { result } = openDesk(["a", "b", "c"]);
    expect([result.current.beside(-1), result.current.beside(1)]).toEqual([undefined, "b"]);
    act(() => result.current.show("c"));
    expect([result.current.beside(-1), result.current.beside(1)]).toEqual(["b", undefined]);
  });

  test("is followed by the next that waits, and after the last one by one that was passed over", () => {
    const { result } = openDesk(["a", "b", "c"]);
    act(() => result.current.mark(["b"], "signing"));
    expect(result.current.next?.id).toBe("c");
    expect(result.current.signing).toBe(1);
    act(() => result.current.show("c"));
    expect(result.current.next?.id).toBe("a");
  });

  test("is there at once when it comes next: it was read ahead", async () => {
    const { result } = openDesk(["a", "b"]);
    await waitFor(() => {
      act(() => result.current.show("b"));
      expect(result.current.view?.id).toBe("b");
    });
  });
});
