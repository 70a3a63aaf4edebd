import { type Ending, endRuns } from "../store/end-runs";
import { retrying, type Sql } from "../store/open-store";
import { type Parking, type Postponing, parkRuns, postponeRuns, type StepToSave, saveSteps } from "../store/save-answers";
import { createBatcher } from "./batcher";
import { reach } from "./kill-points";

/** A good minute: longer than Postgres takes to restart, and an answer that was heard is not asked for again. */
const answerAttempts = 60;

export type Writers = ReturnType<typeof createWriters>;

/** The four things an answer can do to a run; each tells whether the run was still ours. */
export function createWriters(sql: Sql) {
  const guarded = <Item extends { run: { id: string } }>(write: (items: Item[]) => Promise<Set<string>>) =>
    createBatcher(async (items: Item[]) => {
      reach("before-commit");
      const held = await retrying(() => write(items), answerAttempts);
      reach("after-commit");
      return (item: Item) => held.has(item.run.id);
    });
  return {
    saveStep: guarded((items: StepToSave[]) => saveSteps(sql, items)),
    park: guarded((items: Parking[]) => parkRuns(sql, items)),
    postpone: guarded((items: Postponing[]) => postponeRuns(sql, items)),
    end: guarded((items: Ending[]) => endRuns(sql, items, new Date())),
  };
}
