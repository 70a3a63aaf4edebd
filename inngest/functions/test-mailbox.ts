import { readClock } from "../../db/access/database-clock";
import { runSelfTest } from "../../lib/senders/self-test/run-self-test";
import { inngest } from "../client";
import { dataOf } from "../event-data";

/** One mailbox that was just connected, at once; afterwards the sweep tests it when its turn comes. */
export const testOne = inngest.createFunction(
  {
    id: "test-mailbox",
    name: "Test one mailbox",
    retries: 1,
    triggers: [{ event: "mailbox/test" }],
    concurrency: [{ key: "event.data.senderAccountId", limit: 1 }],
  },
  async ({ event, step }) => {
    const { teamId, senderAccountId } = dataOf("mailbox/test", event);
    await step.run("test", async () => {
      await runSelfTest({ teamId, memberId: null }, senderAccountId, await readClock(teamId));
    });
  },
);
