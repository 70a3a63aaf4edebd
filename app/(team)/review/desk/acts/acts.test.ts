import { afterEach, describe, expect, test, vi } from "vitest";
import type { ActionResult } from "@/lib/actions/create-action";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import { rejectAction, signAction, takeBackAction, takeBackRejectionAction } from "../../actions";
import type { Desk, Done } from "../use-desk";
import { reject } from "./reject";
import { sign } from "./sign";
import { takeBackLast } from "./take-back";

vi.mock("../../actions", () => ({
  signAction: vi.fn(),
  rejectAction: vi.fn(),
  takeBackAction: vi.fn(),
  takeBackRejectionAction: vi.fn(),
}));
afterEach(() => vi.resetAllMocks());

const ok = <T>(data: T): ActionResult<T> => ({ ok: true, data });
const conflict = { ok: false, error: { code: "conflict", message: "This draft is signed already." } } as const;
const draft = { id: "d1", hash: "a".repeat(64), leaves: "today 14:22", contact: { name: "Lea Hale" } } as DraftView;
const signedDone = (ids: string[]): Done => ({ kind: "signed", ids, busy: false, who: "", detail: "", hash: null });

/** A desk that writes down what acts do with it, in order. */
function deskWith(last?: Done) {
  const did: unknown[][] = [];
  const desk = {
    mark: (ids: string[], as: string | null) => did.push(["mark", ids, as]),
    perform: async (act: Done, action: () => Promise<ActionResult<unknown>>) => {
      did.push(["perform", act.kind, act.who, act.detail]);
      return (await action()).ok;
    },
    run: async <T>(action: () => Promise<ActionResult<T>>) => {
      const result = await action();
      return result.ok ? { data: result.data } : null;
    },
    readAnew: async (id: string | null | undefined) => did.push(["read anew", id]),
    takeLast: () => last,
    tell: (problem: { sentence: string } | null) => problem && did.push(["tell", problem.sentence]),
    outdate: (id: string) => did.push(["outdate", id]),
    forget: (id: string) => did.push(["forget", id]),
    show: (id: string | null) => did.push(["show", id]),
  };
  return { desk: desk as unknown as Desk, did };
}

describe("signing", () => {
  test("hands over the hash of what was shown, and looks signed only once the server has said so", async () => {
    vi.mocked(signAction).mockResolvedValue(ok({ draftId: "d1", hash: draft.hash, signedAt: new Date(0) }));
    const { desk, did } = deskWith();
    await sign(desk, draft);
    expect(signAction).toHaveBeenCalledWith({ draftId: "d1", hash: draft.hash });
    expect(did).toEqual([
      ["mark", ["d1"], "signing"],
      ["perform", "signed", "for Lea Hale", "leaves today 14:22"],
      ["mark", ["d1"], "signed"],
      ["read anew", "d1"],
    ]);
  });

  test("leaves the draft waiting when it is refused", async () => {
    vi.mocked(signAction).mockResolvedValue(conflict);
    const { desk, did } = deskWith();
    await sign(desk, { ...draft, leaves: "" });
    expect(did).toEqual([
      ["mark", ["d1"], "signing"],
      ["perform", "signed", "for Lea Hale", "leaves as soon as it may"],
      ["mark", ["d1"], null],
      ["read anew", "d1"],
    ]);
  });
});

describe("rejecting", () => {
  test("takes the draft out of the queue with its reason", async () => {
    vi.mocked(rejectAction).mockResolvedValue(ok({ was: null }));
    const { desk, did } = deskWith();
    await reject(desk, draft, "Wrong person");
    expect(rejectAction).toHaveBeenCalledWith({ draftId: "d1", reason: "Wrong person" });
    expect(did).toEqual([
      ["mark", ["d1"], "rejected"],
      ["perform", "rejected", "for Lea Hale", "Wrong person"],
      ["read anew", "d1"],
    ]);
  });

  test("puts it back when it is refused", async () => {
    vi.mocked(rejectAction).mockResolvedValue(conflict);
    const { desk, did } = deskWith();
    await reject(desk, draft, "Wrong person");
    expect(did).toContainEqual(["mark", ["d1"], null]);
  });
});

test("rejecting what had left says so, and offers nothing to take back", async () => {
  const was = "The mail had left already at 12:40; nothing follows it.";
  vi.mocked(rejectAction).mockResolvedValue(ok({ was }));
  const { desk, did } = deskWith();
  await reject(desk, draft, "Wrong person");
  expect(did.slice(-4)).toEqual([
    ["mark", ["d1"], null],
    ["outdate", "d1"],
    ["tell", was],
    ["read anew", "d1"],
  ]);
});

describe("taking back what was done last", () => {
  test("does nothing where nothing was done", async () => {
    const { desk, did } = deskWith();
    await takeBackLast(desk);
    expect(did).toEqual([]);
    expect(takeBackAction).not.toHaveBeenCalled();
  });

  test("lets a signed draft wait again and shows it", async () => {
    vi.mocked(takeBackAction).mockResolvedValue(ok(["d1"]));
    const { desk, did } = deskWith(signedDone(["d1"]));
    await takeBackLast(desk);
    expect(takeBackAction).toHaveBeenCalledWith({ draftIds: ["d1"] });
    expect(did).toEqual([
      ["mark", ["d1"], "waits"],
      ["forget", "d1"],
      ["show", "d1"],
      ["read anew", "d1"],
    ]);
  });

  test("of many says how many had left, and lets only the others wait", async () => {
    vi.mocked(takeBackAction).mockResolvedValue(ok(["d1", "d3"]));
    const { desk, did } = deskWith(signedDone(["d1", "d2", "d3"]));
    await takeBackLast(desk);
    expect(did).toContainEqual(["mark", ["d1", "d3"], "waits"]);
    expect(did).toContainEqual(["tell", "2 taken back. 1 had left already and stays signed."]);
  });

  test("goes a hundred at a time and stops where it fails", async () => {
    const ids = Array.from({ length: 250 }, (_, place) => `d${place}`);
    vi.mocked(takeBackAction).mockImplementationOnce(async (input) => ok((input as { draftIds: string[] }).draftIds.slice(1)));
    vi.mocked(takeBackAction).mockResolvedValueOnce(conflict);
    const { desk, did } = deskWith(signedDone(ids));
    await takeBackLast(desk);
    expect(takeBackAction).toHaveBeenCalledTimes(2);
    expect(did).toContainEqual(["mark", ids.slice(1, 100), "waits"]);
    // Why it stopped is told already, and is not told over by a count that is not whole.
    expect(did.filter(([what]) => what === "tell")).toEqual([]);
  });

  test("takes a rejection back as one", async () => {
    vi.mocked(takeBackRejectionAction).mockResolvedValue(ok(undefined));
    const { desk, did } = deskWith({ ...signedDone(["d1"]), kind: "rejected" });
    await takeBackLast(desk);
    expect(takeBackRejectionAction).toHaveBeenCalledWith({ draftId: "d1" });
    expect(takeBackAction).not.toHaveBeenCalled();
    expect(did).toContainEqual(["mark", ["d1"], "waits"]);
  });
});
