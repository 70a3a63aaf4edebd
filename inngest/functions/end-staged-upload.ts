import { failUpload } from "../../lib/uploads/import/process-rows";
import { inngest } from "../client";
import { dataOf } from "../event-data";

/** An import that the release before had begun: its rows were staged, and nobody reads them any more. It ends with the sentence what to do. */
export const endStagedUpload = inngest.createFunction(
  { id: "process-upload", name: "End imports of the release before", retries: 5, triggers: [{ event: "upload/confirmed" }] },
  async ({ event, step }) => {
    const { teamId, uploadId } = dataOf("upload/confirmed", event);
    await step.run("fail", () => failUpload({ teamId, memberId: null }, uploadId, new Date()));
  },
);
