import { StepError } from "inngest";
import { signSome } from "../../lib/drafts/sign-all/sign-next";
import { stopSigning } from "../../lib/drafts/sign-all/stop-signing";
import { log } from "../../lib/log/log";
import { inngest } from "../client";
import { dataOf } from "../event-data";

/** Four and a half million drafts, with room in a run's thousand steps. */
const batches = 900;

/** A confirmed order to sign all that was shown, five thousand drafts a step. */
export const signAll = inngest.createFunction(
  {
    id: "sign-all",
    name: "Sign all that were shown",
    retries: 10,
    triggers: [{ event: "drafts/signing.started" }],
    concurrency: [{ key: "event.data.jobId", limit: 1 }],
  },
  async ({ event, step }) => {
    const { teamId, memberId, jobId } = dataOf("drafts/signing.started", event);
    try {
      for (let batch = 0; batch < batches; batch += 1) {
        const { more } = await step.run(`sign-${batch}`, () => signSome({ teamId, memberId }, jobId));
        if (!more) return "done";
      }
    } catch (error) {
      // Thrown here only when every retry is used up: without this the order would stand as under way for ever.
      if (!(error instanceof StepError)) throw error;
      log.error({ team: teamId, job: jobId }, "signing all stopped");
    }
    await step.run("stop", () => stopSigning({ teamId, memberId: null }, jobId, new Date()));
    return "stopped";
  },
);
