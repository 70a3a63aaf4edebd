import type { ChaosRun } from "../../local/testing/chaos/record-run";
import type { Verdict } from "./judge-mails";
import type { Struck } from "./strike";
import type { watchGraph } from "./watch-graph";

type Ran = Pick<ChaosRun, "seed" | "minutes" | "settledSeconds" | "asked"> & {
  struck: Struck[];
  graph: ReturnType<ReturnType<typeof watchGraph>["told"]>;
  signed: { kind: "campaign" | "by hand" }[];
  verdict: Verdict;
  unsettled: string[];
  left: object[];
};

/** A run in numbers, as they are kept. */
export function tellRun({ struck, graph, signed, verdict, unsettled, left, ...run }: Ran): ChaosRun {
  const { byMode, byEndpoint, pairs, unlisted } = graph;
  const atBoundary = struck.filter(({ boundary }) => boundary !== "at random");
  const loads = struck.map(({ load }) => load);
  const under = struck.map(({ underWay }) => underWay).sort((a, b) => a - b);
  const campaign = signed.filter(({ kind }) => kind === "campaign").length;
  return {
    ...run,
    kills: {
      byTarget: count(struck.map(({ target }) => target)),
      met: count(atBoundary.filter(({ met }) => met).map(({ boundary }) => boundary)),
      late: count(atBoundary.filter(({ met }) => !met).map(({ boundary }) => boundary)),
    },
    faults: { byMode, byEndpoint, pairs },
    underWay: { least: under[0] ?? 0, median: under[Math.floor(under.length / 2)] ?? 0 },
    mails: { campaign, byHand: signed.length - campaign },
    doubled: verdict.doubled.length,
    lost: verdict.lost.length,
    changed: verdict.changed.length,
    unsigned: verdict.unsigned.length,
    unsettled: unsettled.length,
    leftToPerson: left.length,
    load: { mean: loads.reduce((all, one) => all + one, 0) / Math.max(1, loads.length), most: Math.max(0, ...loads) },
    unlisted,
  };
}

function count(names: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
