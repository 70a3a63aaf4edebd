import { readClock } from "../../db/access/database-clock";
import { env } from "../../lib/env/env";
import { dueLooks } from "../../lib/replies/due-looks";
import { listMailboxesToPoll, pollMailbox } from "../../lib/replies/poll-mailbox";
import { inngest } from "../client";
import { dataOf } from "../event-data";

/** Every POLL_SECONDS each mailbox is asked what is new, in a run of its own. */
export const pollMailboxes = inngest.createFunction(
  { id: "poll-mailboxes", name: "Read mailboxes", retries: 2, triggers: [{ cron: "* * * * *" }], concurrency: [{ limit: 1 }] },
  async ({ step }) => {
    const every = env().POLL_SECONDS;
    const now = await step.run("minute", async () => Date.now());
    for (const due of dueLooks(now, every)) {
      if (due > now) await step.sleepUntil(`until-${due}`, new Date(due));
      // Where this run is behind, the next look is due already and finds all that this one would.
      const isBehind = () => Date.now() > due + Math.max(every, 60) * 1000;
      const { mailboxes } = await step.run(`list-${due}`, async () => ({
        mailboxes: isBehind() ? [] : await listMailboxesToPoll(),
      }));
      if (mailboxes.length === 0) continue;
      await step.sendEvent(
        `ask-${due}`,
        mailboxes.map((data) => ({ name: "mailbox/poll", id: `poll:${data.senderAccountId}:${due}`, data })),
      );
    }
  },
);

/** A backlog is read on in the same run, a step at a time; what is left then waits for the next look. */
const turns = 10;

/** One mailbox: replies, bounces and automatic answers since the last time. */
export const pollOne = inngest.createFunction(
  {
    id: "poll-mailbox",
    name: "Read one mailbox",
    retries: 1,
    triggers: [{ event: "mailbox/poll" }],
    concurrency: [{ key: "event.data.senderAccountId", limit: 1 }],
  },
  async ({ event, step }) => {
    const { teamId, senderAccountId } = dataOf("mailbox/poll", event);
    for (let turn = 0; turn < turns; turn++) {
      const polled = await step.run(`poll-${turn}`, async () =>
        pollMailbox({ teamId, memberId: null }, senderAccountId, await readClock(teamId)),
      );
      if (!polled.unfinished) return;
    }
  },
);
