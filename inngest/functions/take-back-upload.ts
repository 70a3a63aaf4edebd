import { refreshStatistics } from "../../db/access/refresh-statistics";
import { bringNext } from "../../lib/uploads/taking/bring-next";
import { takeNext } from "../../lib/uploads/taking/take-next";
import { inngest } from "../client";
import { dataOf } from "../event-data";

/** Two million people in parts of two thousand. What is left then, or stopped, is asked for again by the sweep. */
const mostSteps = 200;
const longestMs = 20_000;

/** An import is taken back, or brought back, for twenty seconds a step. */
export const takeBackUpload = inngest.createFunction(
  {
    id: "take-back-upload",
    name: "Take an import back",
    retries: 10,
    triggers: [{ event: "upload/taken" }],
    concurrency: [{ key: "event.data.uploadId", limit: 1 }],
  },
  async ({ event, step }) => {
    const { teamId, memberId, uploadId } = dataOf("upload/taken", event);
    const scope = { teamId, memberId };
    for (let part = 0; part < mostSteps; part += 1) {
      const { done } = await step.run(`part-${part}`, async () => {
        const until = performance.now() + longestMs;
        for (;;) {
          const taken = await takeNext(scope, uploadId, new Date());
          const brought = taken.done ? await bringNext(scope, uploadId, new Date()) : taken;
          if (brought.done) return { done: true };
          if (performance.now() > until) return { done: false };
        }
      });
      if (done) {
        await step.run("count", () => refreshStatistics(scope, ["contacts"]));
        return "done";
      }
    }
    return "more";
  },
);
