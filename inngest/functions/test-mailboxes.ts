import { readClock } from "../../db/access/database-clock";
import { log } from "../../lib/log/log";
import { listMailboxesToTest } from "../../lib/senders/self-test/list-mailboxes-to-test";
import { runSelfTest } from "../../lib/senders/self-test/run-self-test";
import { testIfDue } from "../../lib/senders/self-test/test-if-due";
import { inngest } from "../client";
import { dataOf } from "../event-data";

/** Every minute: each mailbox is tested whose turn it is, hourly or, while it is broken, every five minutes. */
export const testMailboxes = inngest.createFunction(
  { id: "test-mailboxes", name: "Test mailboxes", retries: 1, triggers: [{ cron: "* * * * *" }], concurrency: [{ limit: 1 }] },
  async ({ step }) => {
    // One mailbox that cannot be tested must not hide those behind it; the next minute tries again.
    for (const { teamId, senderAccountId } of await step.run("list", () => listMailboxesToTest()))
      await step.run(`test-${senderAccountId}`, () =>
        testIfDue({ teamId, memberId: null }, senderAccountId).catch((error: unknown) => {
          const name = error instanceof Error ? error.name : "unknown";
          log.error({ err: { name }, team: teamId, mailbox: senderAccountId }, "a mailbox could not be tested");
          return { failed: true };
        }),
      );
  },
);

/** One mailbox that was just connected, at once. */
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
