import { beforeAll, describe, expect, test } from "vitest";
import { understand } from "../message/understand";
import type { Understood } from "../message/understood";
import { type Judged, readCorpus } from "./read-corpus";
import { type Score, score, tableOf } from "./score";

const us = { addresses: ["anna@contoso.com"], domains: ["contoso.com"] };

/** How well each folder of invented messages is understood; printed, because the numbers are what the proof shows. */
describe.each(["fresh", "second"])("the messages of %s", (folder) => {
  let found: Score;
  beforeAll(async () => {
    const corpus = readCorpus(folder);
    const understood = new Map<Judged, Understood>();
    for (const one of corpus) understood.set(one, await understand(one.message, us, one.raw));
    found = score(corpus, (one) => understood.get(one) ?? { kind: "other" });
    console.log([`${folder}: ${corpus.length} messages`, ...tableOf(found)].join("\n"));
  });

  test("people are never taken for machines", () => {
    expect(found.humansTakenForMachines).toEqual([]);
  });
  test("99 % of the wishes to be removed are found, and none is invented", () => {
    expect(found.removalsInvented).toEqual([]);
    expect(found.removals.right / found.removals.of, `missed: ${found.removals.wrong.join(", ")}`).toBeGreaterThanOrEqual(0.99);
  });
  test("nine of ten other wishes are proposed rightly, and few wrongly", () => {
    expect(found.proposals.right / found.proposals.of, `missed: ${found.proposals.wrong.join(", ")}`).toBeGreaterThanOrEqual(0.9);
    expect(found.proposalsInvented.length).toBeLessThanOrEqual(5);
  });
  test("meetings and complaints are told from the rest", () => {
    for (const kind of ["meeting", "complaint"]) {
      expect(found.kinds[kind]?.recall.wrong).toEqual([]);
      expect(found.kinds[kind]?.precision.wrong).toEqual([]);
    }
  });
});
