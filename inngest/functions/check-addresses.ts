import { listMailboxesToPoll } from "../../lib/replies/poll-mailbox";
import { checkAddress } from "../../lib/senders/check-address";
import { inngest } from "../client";

/** Every night: what each mailbox is called in Microsoft 365, one after another. */
export const checkAddresses = inngest.createFunction(
  { id: "check-addresses", name: "Check addresses", retries: 2, triggers: [{ cron: "41 3 * * *" }], concurrency: [{ limit: 1 }] },
  async ({ step }) => {
    for (const { teamId, senderAccountId } of await step.run("list", () => listMailboxesToPoll()))
      await step.run(`check-${senderAccountId}`, () => checkAddress({ teamId, memberId: null }, senderAccountId, new Date()));
  },
);
