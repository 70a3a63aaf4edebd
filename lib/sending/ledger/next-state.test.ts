import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Delivery, type LedgerEvent, nextState } from "./next-state";

const runs = process.env.PROVE ? 200_000 : 5000;
const stateAfter = (...events: LedgerEvent[]) =>
  events.reduce<Delivery>((delivery, event) => nextState(delivery, event) ?? delivery, { state: "queued", resends: 0 });

describe("a mail in the ledger", () => {
  test("goes from queued to confirmed", () => {
    expect(
      stateAfter(
        { kind: "draft begun" },
        { kind: "draft made" },
        { kind: "intent written" },
        { kind: "answer", status: 202 },
        { kind: "look", found: "sent" },
      ).state,
    ).toBe("confirmed");
  });

  test.each([200, 400, 401, 403, 404, 429, 500, 503, 504, -1])("is in doubt after an answer of %i", (status) => {
    expect(stateAfter({ kind: "draft made" }, { kind: "intent written" }, { kind: "answer", status }).state).toBe("reconciling");
  });

  test("in doubt is sent once more at most, then waits for a person", () => {
    const doubt: LedgerEvent[] = [
      { kind: "intent written" },
      { kind: "answer", status: 504 },
      { kind: "looks used up", found: "draft" },
    ];
    expect(stateAfter({ kind: "draft made" }, ...doubt)).toEqual({ state: "drafted", resends: 1 });
    expect(stateAfter({ kind: "draft made" }, ...doubt, ...doubt).state).toBe("review");
  });

  test("that was refused outright and found unsent waits as before, however often, or is over", () => {
    const refused: LedgerEvent[] = [
      { kind: "intent written" },
      { kind: "answer", status: 403 },
      { kind: "refusal seen", forGood: false },
    ];
    expect(stateAfter({ kind: "draft made" }, ...refused, ...refused, ...refused)).toEqual({ state: "drafted", resends: 0 });
    const over: LedgerEvent = { kind: "refusal seen", forGood: true };
    expect(stateAfter({ kind: "draft made" }, ...refused.slice(0, 2), over).state).toBe("failed");
    expect(stateAfter({ kind: "draft made" }, { kind: "intent written" }, over).state).toBe("submitting");
  });

  test("that is nowhere is never made again by itself", () => {
    expect(
      stateAfter(
        { kind: "draft made" },
        { kind: "intent written" },
        { kind: "answer", status: 504 },
        { kind: "looks used up", found: "nothing" },
      ).state,
    ).toBe("review");
  });

  test("whose draft is gone before it was ever handed over is made anew; afterwards it is in doubt", () => {
    expect(stateAfter({ kind: "draft made" }, { kind: "draft deleted" }).state).toBe("queued");
    const gone: LedgerEvent = { kind: "draft gone" };
    expect(stateAfter({ kind: "draft made" }, gone).state).toBe("reconciling");
    expect(stateAfter({ kind: "draft made" }, gone, { kind: "looks used up", found: "nothing" }).state).toBe("review");
    expect(stateAfter({ kind: "draft made" }, { kind: "intent written" }, gone).state).toBe("submitting");
  });

  test("that was sent by hand is settled, and only as long as nothing of ours was under way", () => {
    const byHand: LedgerEvent = { kind: "sent by hand" };
    expect(stateAfter({ kind: "draft made" }, byHand).state).toBe("confirmed");
    expect(stateAfter({ kind: "draft made" }, byHand, { kind: "intent written" }).state).toBe("confirmed");
    expect(stateAfter({ kind: "draft made" }, { kind: "intent written" }, byHand).state).toBe("submitting");
    // Out of Deleted Items, where we had put its draft; or a crash left it unrecorded.
    expect(stateAfter({ kind: "draft made" }, { kind: "draft deleted" }, byHand).state).toBe("confirmed");
    expect(stateAfter({ kind: "draft begun" }, byHand).state).toBe("confirmed");
  });

  test.each([
    [true, "confirmed"],
    [false, "failed"],
  ])("is settled by a person only when every look is used up (arrived: %s)", (arrived, state) => {
    const doubt: LedgerEvent[] = [{ kind: "draft made" }, { kind: "intent written" }, { kind: "answer", status: 504 }];
    const decided: LedgerEvent = { kind: "person decided", arrived };
    expect(stateAfter(...doubt, decided).state).toBe("reconciling");
    expect(stateAfter(...doubt, { kind: "looks used up", found: "nothing" }, decided).state).toBe(state);
    expect(stateAfter({ kind: "draft made" }, decided).state).toBe("drafted");
  });
});

/** A mailbox that may do the work and deny it, deny it without doing it, or crash the caller in between. */
test("never leaves twice, whatever Exchange answers and wherever we crash", () => {
  const step = fc.record({
    sends: fc.boolean(),
    answer: fc.constantFrom(202, 403, 429, 503, 504, 404, -1, null),
    sees: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      let delivery: Delivery = { state: "drafted", resends: 0 };
      let left = 0;
      for (const { sends, answer, sees } of steps) {
        if (delivery.state === "drafted") {
          delivery = nextState(delivery, { kind: "intent written" }) ?? delivery;
          if (sends || answer === 202) left += 1;
          if (answer !== null) delivery = nextState(delivery, { kind: "answer", status: answer }) ?? delivery;
        }
        // Looks find the truth in the end; a single one may be too early.
        if (sees && left > 0) delivery = nextState(delivery, { kind: "look", found: "sent" }) ?? delivery;
        else delivery = nextState(delivery, { kind: "look", found: "draft" }) ?? delivery;
        if (delivery.state === "reconciling" && answer === 403 && left === 0)
          delivery = nextState(delivery, { kind: "refusal seen", forGood: false }) ?? delivery;
        if (delivery.state === "reconciling") {
          const event: LedgerEvent = left > 0 ? { kind: "look", found: "sent" } : { kind: "looks used up", found: "draft" };
          delivery = nextState(delivery, event) ?? delivery;
        }
      }
      expect(left).toBeLessThanOrEqual(1);
    }),
    { numRuns: runs, seed: 20261123 },
  );
});
