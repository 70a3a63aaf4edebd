import { proposeLabel } from "../../lib/replies/effects/propose-label";
import { inngest } from "../client";
import { dataOf } from "../event-data";

/** Asks the model, if there is one, what an answer wishes. Lost, it costs a proposal and nothing else. */
export const proposeLabels = inngest.createFunction(
  {
    id: "propose-label",
    name: "Propose what an answer wishes",
    retries: 3,
    triggers: [{ event: "mailbox/answered" }],
    concurrency: [{ limit: 4 }],
  },
  async ({ event, step }) => {
    const { teamId, messageId } = dataOf("mailbox/answered", event);
    await step.run("propose", () => proposeLabel({ teamId, memberId: null }, messageId));
  },
);
