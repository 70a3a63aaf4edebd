import { readFileSync } from "node:fs";
import type { Rows } from "@/db/testing/load-rows";

export type KeptState = { takenAt: string; campaignId: string; senderAccountId: string; product: Rows; exchange: Rows };

/** What make-state.mjs or make-before-singles.mjs wrote down: the rows of a team of an earlier release, and of its mailbox. */
export function readState<More = object>(file = "state.jsonl"): KeptState & More {
  const [head, ...lines] = readFileSync(new URL(`./${file}`, import.meta.url), "utf8")
    .trim()
    .split("\n");
  const state: KeptState & More = { ...JSON.parse(head ?? ""), product: {}, exchange: {} };
  for (const line of lines) {
    const [where, table, row] = JSON.parse(line) as ["product" | "exchange", string, Record<string, unknown>];
    state[where][table] = [...(state[where][table] ?? []), row];
  }
  return state;
}
