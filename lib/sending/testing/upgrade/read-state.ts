import { readFileSync } from "node:fs";
import type { Rows } from "@/db/testing/load-rows";

export type KeptState = { takenAt: string; campaignId: string; senderAccountId: string; product: Rows; exchange: Rows };

/** What make-state.mjs wrote down: the rows of a team of the release before, and of its mailbox. */
export function readState(): KeptState {
  const [head, ...lines] = readFileSync(new URL("./state.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n");
  const state: KeptState = { ...JSON.parse(head ?? ""), product: {}, exchange: {} };
  for (const line of lines) {
    const [where, table, row] = JSON.parse(line) as ["product" | "exchange", string, Record<string, unknown>];
    state[where][table] = [...(state[where][table] ?? []), row];
  }
  return state;
}
