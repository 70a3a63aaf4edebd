import { readClock } from "../../../db/access/database-clock";
import { noteBeat } from "../../../lib/engine/note-beat";
import { wakeEvents } from "../../../lib/engine/wake-events";
import { env } from "../../../lib/env/env";
import { dueLooks } from "../../../lib/replies/due-looks";
import { listMailboxesToPoll, pollMailbox } from "../../../lib/replies/poll-mailbox";
import { isQuiet } from "../../../lib/replies/reading/is-quiet";
import { inngest } from "../../client";
import { dataOf } from "../../event-data";
import { rememberLooks } from "../../last-looks";
import { forEach } from "./for-each";

/** So many mailboxes are read at a time, each for so long: one that is slow loses its turn, and the others keep theirs. */
const turn = { atOnce: 8, longestMs: 10_000 };

type Mailbox = { teamId: string; senderAccountId: string };

const looks = rememberLooks();

/**
 * Every POLL_SECONDS each mailbox is asked what is new, all in one step: a step a mailbox would be most of what an engine charges for. One that has not mailed
 * anybody for months is asked every quarter of an hour.
 */
export const pollMailboxes = inngest.createFunction(
  {
    id: "poll-mailboxes",
    name: "Read mailboxes",
    retries: 2,
    triggers: [{ cron: "* * * * *" }, { event: wakeEvents.poll }],
    concurrency: [{ limit: 1 }],
  },
  async ({ event, step }) => {
    const every = env().POLL_SECONDS;
    const now = event.ts ?? Date.now();
    const dues = dueLooks(now, every);
    // Outside of a step: the engine beats in this minute, whether a look is due in it or not. One that is due beats by itself, or else it failed.
    if (dues[0] === undefined || dues[0] > now) await noteBeat("poll");
    for (const due of dues) {
      if (due > now) await step.sleepUntil(`until-${due}`, new Date(due));
      await step.run(`look-${due}`, async () => {
        // Where this run is behind, a look that began since has found all that this one would. An engine that is always behind has no other look.
        const isBehind = Date.now() > due + Math.max(every, 60) * 1000;
        if (isBehind && looks.covers("all", due)) return { read: 0 };
        return looks.look("all", () => pollAll(due));
      });
    }
  },
);

async function pollAll(due: number) {
  const mailboxes = await listMailboxesToPoll();
  await noteBeat("poll");
  const unfinished: Mailbox[] = [];
  let read = 0;
  const chore = { failed: "a mailbox could not be read", of: toLog, isPrivate: true as const, ...turn };
  await forEach(mailboxes, chore, async (mailbox) => {
    const { teamId, senderAccountId } = mailbox;
    // Many mailboxes take minutes, and that is no silence.
    await noteBeat("poll");
    const scope = { teamId, memberId: null };
    const now = await readClock(teamId);
    if (await isQuiet(scope, senderAccountId, now)) return;
    const polled = await pollMailbox(scope, senderAccountId, now, turn.longestMs);
    if (polled.unfinished) unfinished.push(mailbox);
    read += 1;
  });
  // A long list of changes is read on by a run of its own.
  if (unfinished.length > 0)
    await inngest.send(unfinished.map((data) => ({ name: "mailbox/poll", id: `go-on:${data.senderAccountId}:${due}`, data })));
  return { read };
}

const toLog = ({ teamId, senderAccountId }: Mailbox) => ({ team: teamId, mailbox: senderAccountId });

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
