import { keepReceived } from "../../lib/received/kept/keep-received";
import { inngest } from "../client";
import { dataOf } from "../event-data";

/** Keeps a received letter soon after it came, for a team that keeps them. Lost, it is kept when somebody reads it. */
export const keepLetters = inngest.createFunction(
  {
    id: "keep-letters",
    name: "Keep a received letter",
    retries: 4,
    triggers: [{ event: "mailbox/letter.came" }],
    concurrency: [{ limit: 4 }],
  },
  async ({ event, step }) => {
    const { teamId, messageId } = dataOf("mailbox/letter.came", event);
    await step.run("keep", () => keepReceived({ teamId, memberId: null }, messageId, new Date()));
  },
);
