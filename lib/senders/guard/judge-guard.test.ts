import { describe, expect, test } from "vitest";
import { judgeGuard, type LastMails, mostAllowed } from "./judge-guard";

const of = (count: number, met: Partial<LastMails>): LastMails => ({ of: count, dead: 0, optOuts: 0, ...met });

describe("among the last mails of a mailbox", () => {
  test.each([
    [200, 10, false],
    [200, 11, true],
    [40, 2, false],
    [40, 3, true],
    [39, 39, false],
    [41, 2, false],
    [59, 2, false],
    [60, 3, false],
    [100, 5, false],
    [100, 6, true],
    [0, 0, false],
  ])("of %i, %i dead addresses: paused %s", (count, dead, paused) => {
    const verdict = judgeGuard(of(count, { dead }), mostAllowed);
    expect(verdict).toEqual(paused ? { kind: "dead addresses", counted: dead, of: count, allowedPercent: 5 } : null);
  });

  test.each([
    [200, 4, false],
    [200, 5, true],
    [50, 1, false],
    [49, 1, true],
    [40, 1, true],
    [39, 10, false],
    [100, 2, false],
    [100, 3, true],
  ])("of %i, %i opt-outs: paused %s", (count, optOuts, paused) => {
    const verdict = judgeGuard(of(count, { optOuts }), mostAllowed);
    expect(verdict).toEqual(paused ? { kind: "opt-outs", counted: optOuts, of: count, allowedPercent: 2 } : null);
  });

  test.each([
    [{ dead: 4.5, optOuts: 2 }, of(200, { dead: 9 }), false],
    [{ dead: 4.5, optOuts: 2 }, of(200, { dead: 10 }), true],
    [{ dead: 5, optOuts: 0.5 }, of(200, { optOuts: 1 }), false],
    [{ dead: 5, optOuts: 0.4 }, of(200, { optOuts: 1 }), true],
    [{ dead: 5, optOuts: 1.5 }, of(200, { optOuts: 3 }), false],
    [{ dead: 5, optOuts: 1.5 }, of(200, { optOuts: 4 }), true],
    [{ dead: 0.5, optOuts: 2 }, of(40, { dead: 1 }), true],
  ])("a stricter team, %j, of %j: paused %s", (allowed, mails, paused) => {
    expect(judgeGuard(mails, allowed) !== null).toBe(paused);
  });

  test("the first kind is told where both hold", () => {
    expect(judgeGuard(of(200, { dead: 11, optOuts: 100 }), mostAllowed)?.kind).toBe("dead addresses");
  });
});
