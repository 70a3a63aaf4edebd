import { readClock } from "../../db/access/database-clock";
import { refreshStatistics } from "../../db/access/refresh-statistics";
import { takeNext } from "../../lib/suppressions/files/take-next";
import { inngest } from "../client";
import { dataOf } from "../event-data";

/** A million entries in parts of twenty thousand, with room for lines that give two. */
const parts = 200;

/** A file of suppressions comes into the list, twenty thousand lines a step. What stopped is asked for again by the sweep. */
export const takeSuppressionFile = inngest.createFunction(
  {
    id: "take-suppression-file",
    name: "Take a file into the suppression list",
    retries: 10,
    triggers: [{ event: "suppressions/file.confirmed" }],
    concurrency: [{ key: "event.data.fileId", limit: 1 }],
  },
  async ({ event, step }) => {
    const { teamId, memberId, fileId } = dataOf("suppressions/file.confirmed", event);
    const scope = { teamId, memberId };
    for (let part = 0; part < parts; part += 1) {
      const { done } = await step.run(`part-${part}`, async () => takeNext(scope, fileId, await readClock(teamId)));
      if (part === 0 || done) await step.run(`count-${part}`, () => refreshStatistics(scope, ["suppressions"]));
      if (done) return "done";
    }
    return "more";
  },
);
