import { afterEach, describe, expect, test, vi } from "vitest";
import type { ActionResult } from "@/lib/actions/create-action";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import { rejectAction, signAction, takeBackAction, takeBackRejectionAction, takeBackSigningAction } from "../../actions";
import type { Desk, Done } from "../use-desk";
import { reject } from "./reject";
import { sign } from "./sign";
import { takeBackLast } from "./take-back";

vi.mock("../../actions", () => ({
  signAction: vi.fn(),
  rejectAction: vi.fn(),
  takeBackAction: vi.fn(),
  takeBackRejectionAction: vi.fn(),
  takeBackSigningAction: vi.fn(),
}));
const { toast } = vi.hoisted(() => ({ toast: vi.fn() }));
vi.mock("@/app/ui/toast/toast", () => ({ toast }));
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
    current: "d9",
    takeLast: () => last,
    dropJob: (job: string) => did.push(["drop", job]),
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
    vi.mocked(takeBackAction).mockResolvedValue(ok(undefined));
    const { desk, did } = deskWith(signedDone(["d1"]));
    await takeBackLast(desk);
    expect(takeBackAction).toHaveBeenCalledWith({ draftId: "d1" });
    expect(did).toEqual([
      ["mark", ["d1"], "waits"],
      ["forget", "d1"],
      ["show", "d1"],
      ["read anew", "d1"],
    ]);
  });

  test("leaves it signed where that is refused", async () => {
    vi.mocked(takeBackAction).mockResolvedValue(conflict);
    const { desk, did } = deskWith(signedDone(["d1"]));
    await takeBackLast(desk);
    expect(did).not.toContainEqual(["mark", ["d1"], "waits"]);
    expect(did).toContainEqual(["read anew", "d1"]);
  });

  test("takes an order to sign all back in one, and says how many had left already", async () => {
    vi.mocked(takeBackSigningAction).mockResolvedValue(ok({ taken: 419, left: 12 }));
    const { desk, did } = deskWith({ ...signedDone([]), job: "j1" });
    await takeBackLast(desk);
    expect(takeBackSigningAction).toHaveBeenCalledWith({ jobId: "j1" });
    expect(toast).toHaveBeenCalledWith("419 taken back", { detail: "12 had left already and stay signed" });
    expect(did).toEqual([
      ["drop", "j1"],
      ["read anew", "d9"],
    ]);
  });

  test("says nothing of an order that could not be taken back: why is told already", async () => {
    vi.mocked(takeBackSigningAction).mockResolvedValue(conflict);
    const { desk } = deskWith({ ...signedDone([]), job: "j1" });
    await takeBackLast(desk);
    expect(toast).not.toHaveBeenCalled();
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
