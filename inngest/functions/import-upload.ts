import { StepError } from "inngest";
import { refreshStatistics } from "../../db/access/refresh-statistics";
import { log } from "../../lib/log/log";
import { failUpload, processRows } from "../../lib/uploads/import/process-rows";
import { inngest } from "../client";
import { dataOf } from "../event-data";

/** Each step takes rows for twenty seconds: two million of them are done in thirty, and what takes longer than this goes round in circles. */
const mostSteps = 300;

/** The rows of an upload become contacts, some ten thousand a step. */
export const importUpload = inngest.createFunction(
  {
    id: "import-upload",
    name: "Import contacts",
    retries: 10,
    triggers: [{ event: "upload/begun" }],
    concurrency: [{ key: "event.data.teamId", limit: 1 }],
  },
  async ({ event, step }) => {
    const { teamId, uploadId } = dataOf("upload/begun", event);
    const scope = { teamId, memberId: null };
    try {
      for (let turn = 0; turn < mostSteps; turn += 1) {
        const { done } = await step.run(`rows-${turn}`, () => processRows(scope, uploadId, new Date()));
        if (turn === 0 || done) {
          await step.run(`count-${turn}`, () => refreshStatistics(scope, ["contact_list_members", "contacts", "upload_rows"]));
        }
        if (done) return "done";
      }
    } catch (error) {
      // Thrown here only when every retry is used up: without this the import would stand as under way for ever.
      if (!(error instanceof StepError)) throw error;
      log.error({ team: teamId, upload: uploadId }, "an import stopped");
    }
    await step.run("fail", () => failUpload(scope, uploadId, new Date()));
    return "failed";
  },
);
