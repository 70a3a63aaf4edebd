import { afterEach, describe, expect, test, vi } from "vitest";
import type { Came } from "@/app/ui/undo/undo-list";
import type { ActionResult } from "@/lib/actions/create-action";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import {
  editAction,
  rejectAction,
  signAction,
  signChangedAction,
  takeBackAction,
  takeBackRejectionAction,
  takeBackSigningAction,
} from "../../actions";
import type { Desk, Done } from "../use-desk";
import { keptEdit } from "./kept-edit";
import { reject } from "./reject";
import { signChanged } from "./settle-changed";
import { sign } from "./sign";
import { takeBackLast, takeBackSaid, unsign } from "./take-back";

vi.mock("../../actions", () => ({
  editAction: vi.fn(),
  rejectAction: vi.fn(),
  signAction: vi.fn(),
  signChangedAction: vi.fn(),
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
function deskWith(last?: Done, came: Came = "done") {
  const did: unknown[][] = [];
  const desk = {
    mark: (ids: string[], as: string | null) => did.push(["mark", ids, as]),
    perform: async <T>(act: Done, action: () => Promise<ActionResult<T>>, how?: { isNothing?: (data: T) => boolean }) => {
      did.push(["perform", act.kind, act.who, act.detail]);
      const result = await action();
      if (result.ok && how?.isNothing?.(result.data)) did.push(["nothing", act.ids]);
      return { data: result.ok ? result.data : null };
    },
    run: async <T>(action: () => Promise<ActionResult<T>>) => {
      const result = await action();
      return result.ok ? { data: result.data } : null;
    },
    readAnew: async (id: string | null | undefined) => did.push(["read anew", id]),
    current: "d9",
    take: (which?: Done) => (last && (!which || which.ids === last.ids) ? { act: last, came: Promise.resolve(came) } : undefined),
    inTurn: <T>(work: () => Promise<T>) => work(),
    beginJob: (job: string) => {
      did.push(["begin", job]);
      return () => did.push(["end", job]);
    },
    tell: (problem: { sentence: string } | null) => problem && did.push(["tell", problem.sentence]),
    outdate: (id: string) => did.push(["outdate", id]),
    remember: (act: Done) => did.push(["remember", act.kind, act.texts]),
    say: (act: Done) => did.push(["say", act.kind]),
    show: (id: string | null) => did.push(["show", id]),
  };
  return { desk: desk as unknown as Desk, did };
}

test("signing hands over the hash of what was shown, and says when it leaves", async () => {
  vi.mocked(signAction).mockResolvedValue(ok({ draftId: "d1", hash: draft.hash, signedAt: new Date(0) }));
  const { desk, did } = deskWith();
  await sign(desk, draft);
  await sign(desk, { ...draft, leaves: "" });
  expect(signAction).toHaveBeenCalledWith({ draftId: "d1", hash: draft.hash });
  expect(did).toEqual([
    ["perform", "signed", "for Lea Hale", "leaves today 14:22"],
    ["read anew", "d1"],
    ["perform", "signed", "for Lea Hale", "leaves as soon as it may"],
    ["read anew", "d1"],
  ]);
});

describe("rejecting", () => {
  test("hands over its reason", async () => {
    vi.mocked(rejectAction).mockResolvedValue(ok({ was: null }));
    const { desk, did } = deskWith();
    await reject(desk, draft, "Wrong person");
    expect(rejectAction).toHaveBeenCalledWith({ draftId: "d1", reason: "Wrong person" });
    expect(did).toEqual([
      ["perform", "rejected", "for Lea Hale", "Wrong person"],
      ["read anew", "d1"],
    ]);
  });

  test("what had left says so, and is nothing to take back", async () => {
    const was = "The mail had left already at 12:40; nothing follows it.";
    vi.mocked(rejectAction).mockResolvedValue(ok({ was }));
    const { desk, did } = deskWith();
    await reject(desk, draft, "Wrong person");
    expect(did.slice(1)).toEqual([
      ["nothing", ["d1"]],
      ["tell", was],
      ["read anew", "d1"],
    ]);
  });
});

test("signing what was written in Outlook is an act like any other, with the hash that was shown", async () => {
  vi.mocked(signChangedAction).mockResolvedValue(ok({ draftId: "d1", hash: "b", signedAt: new Date(0) }));
  const { desk, did } = deskWith();
  await signChanged(desk, { ...draft, changed: { sign: { hash: "b" } } } as DraftView);
  expect(signChangedAction).toHaveBeenCalledWith({ draftId: "d1", hash: "b" });
  expect(did[0]).toEqual(["perform", "signed", "for Lea Hale", "as it was written in Outlook"]);
});

test("a kept text outdates the signature before it, and the text before can come back", () => {
  const texts = { before: { subject: "Hello", body: "<p>Hi</p>" }, kept: { subject: "Hello", body: "<p>Dear</p>" } };
  const { desk, did } = deskWith();
  keptEdit(desk, draft, texts);
  expect(did).toEqual([
    ["mark", ["d1"], "waits"],
    ["outdate", "d1"],
    ["remember", "edited", texts],
    ["say", "edited"],
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

  test("shows the signed draft at once and lets it wait again once the server has said so", async () => {
    vi.mocked(takeBackAction).mockResolvedValue(ok(undefined));
    const { desk, did } = deskWith(signedDone(["d1"]));
    await takeBackLast(desk);
    expect(takeBackAction).toHaveBeenCalledWith({ draftId: "d1" });
    expect(did).toEqual([
      ["mark", ["d1"], "taking"],
      ["show", "d1"],
      ["read anew", "d1"],
      ["mark", ["d1"], "waits"],
    ]);
  });

  test("leaves it signed where that is refused", async () => {
    vi.mocked(takeBackAction).mockResolvedValue(conflict);
    const { desk, did } = deskWith(signedDone(["d1"]));
    await takeBackLast(desk);
    expect(did.slice(-2)).toEqual([
      ["read anew", "d1"],
      ["mark", ["d1"], "signed"],
    ]);
  });

  test.each<Came>(["refused", "nothing"])("asks nothing of an act that was %s, and says so", async (came) => {
    const { desk, did } = deskWith({ ...signedDone(["d1"]), who: "for Lea Hale" }, came);
    await takeBackLast(desk);
    expect(takeBackAction).not.toHaveBeenCalled();
    expect(toast).toHaveBeenCalledWith("Nothing was signed for Lea Hale", { detail: "There is nothing to take back." });
    expect(did.at(-1)).toEqual(["mark", ["d1"], null]);
  });

  test("asks for it where nobody knows whether it was done; refused, nothing is guessed", async () => {
    vi.mocked(takeBackAction).mockResolvedValue(conflict);
    const { desk, did } = deskWith(signedDone(["d1"]), "unsure");
    await takeBackLast(desk);
    expect(takeBackAction).toHaveBeenCalledWith({ draftId: "d1" });
    expect(did.at(-1)).toEqual(["mark", ["d1"], null]);
  });

  test("takes an order to sign all back in one, and says how many came back and how many had left", async () => {
    vi.mocked(takeBackSigningAction).mockResolvedValue(ok({ taken: 9, left: 3 }));
    const { desk, did } = deskWith({ ...signedDone([]), job: "j1" });
    await takeBackLast(desk);
    expect(takeBackSigningAction).toHaveBeenCalledWith({ jobId: "j1" });
    expect(toast).toHaveBeenCalledWith("9 came back. 3 had left.", { detail: "They stay signed." });
    expect(did).toEqual([
      ["begin", "j1"],
      ["read anew", "d9"],
      ["end", "j1"],
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

  test("brings the text before back, over the one that was kept and no other", async () => {
    const texts = { before: { subject: "Hello", body: "<p>Hi</p>" }, kept: { subject: "Hello", body: "<p>Dear</p>" } };
    vi.mocked(editAction).mockResolvedValue(ok({ hash: "h", voided: false, text: texts.before }));
    const { desk } = deskWith({ ...signedDone(["d1"]), kind: "edited", texts });
    await takeBackLast(desk);
    expect(editAction).toHaveBeenCalledWith({ draftId: "d1", ...texts.before, seen: texts.kept });
    expect(takeBackAction).not.toHaveBeenCalled();
  });
});

describe("the button of what is said", () => {
  test("takes back what it says, wherever that stands in the list", async () => {
    vi.mocked(takeBackAction).mockResolvedValue(ok(undefined));
    const done = signedDone(["d1"]);
    const { desk } = deskWith(done);
    await takeBackSaid(desk, { ...done });
    expect(takeBackAction).toHaveBeenCalledWith({ draftId: "d1" });
  });

  test("takes back an order of which the page knows no more than what it says, and nothing else", async () => {
    vi.mocked(takeBackSigningAction).mockResolvedValue(ok({ taken: 5, left: 0 }));
    const { desk } = deskWith(signedDone(["d1"]));
    await takeBackSaid(desk, { ...signedDone([]), job: "j1" });
    expect(takeBackSigningAction).toHaveBeenCalledWith({ jobId: "j1" });
    expect(takeBackAction).not.toHaveBeenCalled();
  });
});

test("the signature of the open draft that is taken back by its own button is no longer what was done last", async () => {
  let answer = (_: ActionResult<void>) => {};
  vi.mocked(takeBackAction).mockReturnValue(
    new Promise((done) => {
      answer = done;
    }),
  );
  const { desk, did } = deskWith();
  const taking = unsign(desk, draft);
  expect(did).toEqual([
    ["outdate", "d1"],
    ["mark", ["d1"], "taking"],
  ]);
  answer(ok(undefined));
  await taking;
  expect(did.at(-1)).toEqual(["mark", ["d1"], "waits"]);
});
