import { readClock } from "../../db/access/database-clock";
import { env } from "../../lib/env/env";
import { listMailboxesToPoll, pollMailbox } from "../../lib/replies/poll-mailbox";
import { inngest } from "../client";
import { dataOf } from "../event-data";

/** Every minute, or more often where POLL_SECONDS says so: each mailbox is asked what is new, in a run of its own. */
export const pollMailboxes = inngest.createFunction(
  { id: "poll-mailboxes", name: "Read mailboxes", retries: 2, triggers: [{ cron: "* * * * *" }], concurrency: [{ limit: 1 }] },
  async ({ step }) => {
    const every = env().POLL_SECONDS;
    for (let second = 0; second < 60; second += every) {
      const stamp = await step.run(`list-${second}`, async () => ({ at: Date.now(), mailboxes: await listMailboxesToPoll() }));
      if (stamp.mailboxes.length > 0) {
        await step.sendEvent(
          `ask-${second}`,
          stamp.mailboxes.map((data) => ({ name: "mailbox/poll", id: `poll:${data.senderAccountId}:${stamp.at}`, data })),
        );
      }
      if (second + every < 60) await step.sleep(`pause-${second}`, `${every}s`);
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
