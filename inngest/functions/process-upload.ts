import { StepError } from "inngest";
import { refreshStatistics } from "../../db/access/refresh-statistics";
import { log } from "../../lib/log/log";
import { failUpload } from "../../lib/uploads/fail-upload";
import { processRows } from "../../lib/uploads/process-rows";
import { inngest } from "../client";
import { dataOf } from "../event-data";

/** A hundred thousand rows in chunks of two thousand, with room to spare. */
const chunks = 100;

/** The rows of an upload become contacts, a chunk a step. */
export const processUpload = inngest.createFunction(
  {
    id: "process-upload",
    name: "Import contacts",
    retries: 10,
    triggers: [{ event: "upload/confirmed" }],
    concurrency: [{ key: "event.data.teamId", limit: 1 }],
  },
  async ({ event, step }) => {
    const { teamId, uploadId } = dataOf("upload/confirmed", event);
    const scope = { teamId, memberId: null };
    await step.run("count-rows", () => refreshStatistics(scope, ["upload_rows"]));
    try {
      for (let chunk = 0; chunk < chunks; chunk += 1) {
        const { done } = await step.run(`rows-${chunk}`, () => processRows(scope, uploadId, new Date()));
        if (chunk === 0 || done) {
          await step.run(`count-${chunk}`, () => refreshStatistics(scope, ["contact_list_members", "contacts"]));
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
