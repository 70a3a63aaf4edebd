import { type Ending, endRuns } from "../store/end-runs";
import { retrying, type Sql } from "../store/open-store";
import {
  giveTurns,
  type Parking,
  type Postponing,
  parkRuns,
  postponeRuns,
  type StepToSave,
  saveSteps,
  type Turn,
} from "../store/save-answers";
import { createBatcher } from "./batcher";
import { reach } from "./kill-points";

/** A good minute: longer than Postgres takes to restart, and an answer that was heard is not asked for again. */
const answerAttempts = 60;

export type Writers = ReturnType<typeof createWriters>;

/** What an answer can do to a run; each tells whether the run was still ours. */
export function createWriters(sql: Sql) {
  const guarded = <Item>(write: (items: Item[]) => Promise<Set<string>>, nameOf: (item: Item) => string) =>
    createBatcher(async (items: Item[]) => {
      reach("before-commit");
      const held = await retrying(() => write(items), answerAttempts);
      reach("after-commit");
      return (item: Item) => held.has(nameOf(item));
    });
  const byToken = ({ run }: { run: { token: string } }) => run.token;
  return {
    saveStep: guarded((items: StepToSave[]) => saveSteps(sql, items), byToken),
    giveTurn: guarded((items: Turn[]) => giveTurns(sql, items), byToken),
    park: guarded((items: Parking[]) => parkRuns(sql, items), byToken),
    postpone: guarded((items: Postponing[]) => postponeRuns(sql, items), byToken),
    end: guarded(
      (items: Ending[]) => endRuns(sql, items, new Date()),
      (item) => item.run.id,
    ),
  };
}
