import { log } from "../../lib/log/log";
import { listMailboxesToPoll } from "../../lib/replies/poll-mailbox";
import { renewAddress } from "../../lib/senders/renew-address";
import { inngest } from "../client";

/** Every night: what each mailbox is called in Microsoft 365, one after another. */
export const renewAddresses = inngest.createFunction(
  { id: "renew-addresses", name: "Renew addresses", retries: 2, triggers: [{ cron: "41 3 * * *" }], concurrency: [{ limit: 1 }] },
  async ({ step }) => {
    // One mailbox that cannot be asked must not hide those behind it; the next night tries again.
    for (const { teamId, senderAccountId } of await step.run("list", () => listMailboxesToPoll()))
      await step.run(`renew-${senderAccountId}`, () =>
        renewAddress({ teamId, memberId: null }, senderAccountId, new Date()).catch((error: unknown) => {
          const name = error instanceof Error ? error.name : "unknown";
          log.error({ err: { name }, team: teamId, mailbox: senderAccountId }, "an address could not be renewed");
          return { failed: true };
        }),
      );
  },
);
