import { describe, expect, test } from "vitest";
import { createUndoList, isOf } from "./undo-list";

type Act = { ids: string[]; job?: string };
const act = (...ids: string[]): Act => ({ ids });

function listOf(...acts: Act[]) {
  const list = createUndoList<Act>();
  for (const one of acts) list.join(one);
  return list;
}
const takenFrom = (list: ReturnType<typeof listOf>) => {
  const taken: Act[] = [];
  for (let made = list.take(); made; made = list.take()) taken.push(made.act);
  return taken;
};

describe("what can be taken back", () => {
  test("is what was done last, then what was done before it, before anybody has answered", () => {
    expect(takenFrom(listOf(act("a"), act("b")))).toEqual([act("b"), act("a")]);
  });

  test("reaches fifty acts back", () => {
    const taken = takenFrom(listOf(...Array.from({ length: 51 }, (_, at) => act(`draft ${at + 1}`))));
    expect(taken).toHaveLength(50);
    expect([taken[0], taken.at(-1)]).toEqual([act("draft 51"), act("draft 2")]);
  });

  test("is no act that was refused or that did nothing, and is one of which nobody knows", async () => {
    const list = createUndoList<Act>();
    const settle = ["a", "b", "c", "d"].map((id) => list.join(act(id)));
    settle[3]?.("nothing");
    settle[2]?.("unsure");
    settle[1]?.("refused");
    settle[0]?.("done");
    const [unsure, done, none] = [list.take(), list.take(), list.take()];
    expect([unsure?.act, done?.act, none]).toEqual([act("c"), act("a"), undefined]);
    expect(await Promise.all([unsure?.came, done?.came])).toEqual(["unsure", "done"]);
  });

  test("leaves out what was done with one draft alone, and keeps what was done with many", () => {
    const list = listOf(act("a"), act("a", "b"), act("b"), act("a"));
    list.dropDraft("a");
    expect(takenFrom(list)).toEqual([act("b"), act("a", "b")]);
    expect([isOf(act("a", "b"), "a"), isOf(act(), "a")]).toEqual([false, false]);
  });

  test("is also one that is named, wherever it stands", () => {
    const job = { ids: [], job: "j1" };
    const list = listOf(act("a"), job, act("b"));
    expect([list.isNewest(job), list.isNewest(act("b"))]).toEqual([false, true]);
    expect(list.take({ ...job })?.act).toBe(job);
    expect(takenFrom(list)).toEqual([act("b"), act("a")]);
  });
});

test("one is taken back after the other, as they were asked for, also after one that failed", async () => {
  const list = createUndoList<Act>();
  const did: string[] = [];
  let answer = () => {};
  const first = list.inTurn(async () => {
    await new Promise<void>((done) => {
      answer = done;
    });
    did.push("first");
    throw new Error("refused");
  });
  const second = list.inTurn(async () => did.push("second"));
  await Promise.resolve();
  answer();
  await expect(first).rejects.toThrow("refused");
  await second;
  expect(did).toEqual(["first", "second"]);
});

test("an order is taken back once at a time, and is known as taken back from then on", () => {
  const list = createUndoList<Act>();
  expect(list.isTakenBack("j1")).toBe(false);
  const end = list.beginJob("j1");
  expect([list.beginJob("j1"), list.isTakenBack("j1")]).toEqual([null, true]);
  end?.();
  expect(list.beginJob("j1")).not.toBeNull();
  expect(list.isTakenBack("j1")).toBe(true);
});
