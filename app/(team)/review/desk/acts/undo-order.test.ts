import { describe, expect, test } from "vitest";
import { addAct, dropDraft, isOf } from "./undo-order";

const act = (...ids: string[]) => ({ ids });

describe("what can be taken back", () => {
  test("is what was done last, then what was done before it", () => {
    expect(addAct(addAct([], act("a")), act("b")).map((one) => one.ids)).toEqual([["a"], ["b"]]);
  });

  test("reaches fifty acts back", () => {
    let past: { ids: string[] }[] = [];
    for (let count = 1; count <= 51; count += 1) past = addAct(past, act(`draft ${count}`));
    expect(past).toHaveLength(50);
    expect(past[0]).toEqual(act("draft 2"));
    expect(past.at(-1)).toEqual(act("draft 51"));
  });

  test("leaves out what was done with one draft alone, and keeps what was done with many", () => {
    const past = [act("a"), act("a", "b"), act("b"), act("a")];
    expect(dropDraft(past, "a")).toEqual([act("a", "b"), act("b")]);
    expect(isOf(act("a", "b"), "a")).toBe(false);
    expect(isOf(act(), "a")).toBe(false);
  });
});
