import { readClock } from "../../db/access/database-clock";
import { log } from "../../lib/log/log";
import { listMailboxesToPoll } from "../../lib/replies/poll-mailbox";
import { reconcileMailbox } from "../../lib/replies/reading/reconcile-mailbox";
import { inngest } from "../client";

/** A turn reads for a while; three days of the busiest mailbox are read in so many. */
const turns = 60;

/** Every night: the last days of each mailbox are read anew, one after another, for what no look found. */
export const reconcileMailboxes = inngest.createFunction(
  {
    id: "reconcile-mailboxes",
    name: "Read the last days anew",
    retries: 2,
    triggers: [{ cron: "23 2 * * *" }],
    concurrency: [{ limit: 1 }],
  },
  async ({ step }) => {
    for (const { teamId, senderAccountId } of await step.run("list", () => listMailboxesToPoll())) {
      const now = await step.run(`begin-${senderAccountId}`, () => readClock(teamId));
      let from: string | null = null;
      for (let turn = 0; turn < turns; turn += 1) {
        const after: string | null = from;
        const done: { next: string | null } = await step.run(`read-${senderAccountId}-${turn}`, () =>
          reconcileMailbox({ teamId, memberId: null }, senderAccountId, new Date(now), after).catch((error: unknown) => {
            // One mailbox that cannot be read must not hide those behind it; the next night tries again.
            const name = error instanceof Error ? error.name : "unknown";
            log.error({ err: { name }, team: teamId, mailbox: senderAccountId }, "a mailbox could not be reconciled");
            return { next: null };
          }),
        );
        from = done.next;
        if (from === null) break;
      }
    }
  },
);
