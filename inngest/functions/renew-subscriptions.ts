import { readClock } from "../../db/access/database-clock";
import { keepSubscriptions } from "../../lib/microsoft/subscriptions/keep-subscriptions";
import { listMailboxesToWatch } from "../../lib/microsoft/subscriptions/list-mailboxes-to-watch";
import { inngest } from "../client";
import { dataOf } from "../event-data";

/** Every quarter of an hour: the mailboxes of that quarter whose subscriptions at Graph are a day old, or missing. */
export const renewSubscriptions = inngest.createFunction(
  {
    id: "renew-subscriptions",
    name: "Renew subscriptions",
    retries: 2,
    triggers: [{ cron: "7,22,37,52 * * * *" }],
    concurrency: [{ limit: 1 }],
  },
  async ({ step }) => {
    const due = await step.run("list", async () => ({ at: Date.now(), mailboxes: await listMailboxesToWatch(new Date()) }));
    if (due.mailboxes.length === 0) return;
    await step.sendEvent(
      "ask",
      due.mailboxes.map((data) => ({ name: "mailbox/watch", id: `watch:${data.senderAccountId}:${due.at}`, data })),
    );
  },
);

/** One mailbox: renewed, or made anew. One run at a time, for two would end what the other has just made. */
export const watchOne = inngest.createFunction(
  {
    id: "watch-mailbox",
    name: "Subscribe to one mailbox",
    retries: 3,
    triggers: [{ event: "mailbox/watch" }],
    concurrency: [{ key: "event.data.senderAccountId", limit: 1 }],
  },
  async ({ event, step }) => {
    const { teamId, senderAccountId } = dataOf("mailbox/watch", event);
    await step.run("keep", async () => keepSubscriptions({ teamId, memberId: null }, senderAccountId, await readClock(teamId)));
  },
);
