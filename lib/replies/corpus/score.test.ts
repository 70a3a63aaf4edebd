import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { understand } from "../message/understand";
import type { Understood } from "../message/understood";
import { type Judged, readCorpus } from "./read-corpus";
import { type Score, score, tableOf } from "./score";

const us = { addresses: ["anna@contoso.com"], domains: ["contoso.com"] };

async function scoreOf(folder: string): Promise<Score> {
  const corpus = readCorpus(folder);
  const understood = new Map<Judged, Understood>();
  for (const one of corpus) understood.set(one, await understand(one.message, us, one.raw));
  const found = score(corpus, (one) => understood.get(one) ?? { kind: "other" });
  console.log([`${folder}: ${corpus.length} messages`, ...tableOf(found)].join("\n"));
  return found;
}

/** The numbers of today stand in the proof, those of messages among them that the reading was never held against. */
test.each(["fresh", "second", "third"])("the proof says how well the messages of %s are understood", async (folder) => {
  const proof = readFileSync(join(import.meta.dirname, "../../../docs/proofs/mailbox.md"), "utf8");
  const part = proof.split(/^## /m).find((one) => one.startsWith(`\`${folder}\``)) ?? "";
  expect(tableOf(await scoreOf(folder)).filter((line) => !part.includes(line))).toEqual([]);
});

describe.each(["fresh", "second"])("of the messages of %s", (folder) => {
  let found: Score;
  beforeAll(async () => {
    found = await scoreOf(folder);
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
  test("99 % of the reports are in the right class, and none blames a sound address", () => {
    expect(found.suppressedHealthy).toEqual([]);
    expect(found.blames.right / found.blames.of, `missed: ${found.blames.wrong.join(", ")}`).toBeGreaterThanOrEqual(0.99);
  });
  test("no day of return is wrong by more than three days", () => {
    expect(found.datesWrongByMore).toEqual([]);
  });
  test("meetings and complaints are told from the rest", () => {
    for (const kind of ["meeting", "complaint"]) {
      expect(found.kinds[kind]?.recall.wrong).toEqual([]);
      expect(found.kinds[kind]?.precision.wrong).toEqual([]);
    }
  });
});
