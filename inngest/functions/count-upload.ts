import { keepCounts } from "../../lib/uploads/count/keep-counts";
import { inngest } from "../client";
import { dataOf } from "../event-data";

/** A file that is too large to be counted while somebody waits for its page is read to its end behind. */
export const countUpload = inngest.createFunction(
  {
    id: "count-upload",
    name: "Count an uploaded file",
    retries: 5,
    triggers: [{ event: "upload/kept" }],
    concurrency: [{ key: "event.data.teamId", limit: 2 }],
  },
  async ({ event, step }) => {
    const { teamId, uploadId } = dataOf("upload/kept", event);
    await step.run("count", () => keepCounts({ teamId, memberId: null }, uploadId));
  },
);
