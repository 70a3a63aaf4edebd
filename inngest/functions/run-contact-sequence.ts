import { databaseClock } from "../../db/access/database-clock";
import { lookFirst } from "../../lib/replies/look-first/look-first";
import { runName } from "../../lib/sending/queue/runs/run-name";
import { advanceContact } from "../../lib/sending/run/advance-contact";
import { inngest } from "../client";
import { dataOf } from "../event-data";

/** Rounds of one run; a contact whose turn never comes is handed to the sweep after months. */
const rounds = 400;

/**
 * The sequence of one contact as a long-lived run, from shortly before its first mail to the end: a step sends the mail whose slot has come and writes
 * the next draft, a sleep lasts until the next is due. Every decision is made in the database; a run only carries it out. It has no limit per
 * mailbox: the mailbox has its lease and its slots, and one queue for all of them is all that a real server keeps for a function.
 */
export const runContactSequence = inngest.createFunction(
  {
    id: "run-contact-sequence",
    name: "Sequence of one contact",
    retries: 10,
    triggers: [{ event: "campaign/contact.admitted" }],
    cancelOn: [{ event: "campaign/contact.stopped", match: "data.campaignContactId" }],
  },
  async ({ event, step }) => {
    const { teamId, campaignContactId, senderAccountId, admission } = dataOf("campaign/contact.admitted", event);
    const held = { campaignContactId, senderAccountId, runId: runName(campaignContactId, admission) };
    let waited = 0;
    let slept = "";
    for (let round = 0; round < rounds; round += 1) {
      const next = await step.run(`advance-${round}`, () =>
        advanceContact({ teamId, memberId: null }, held, databaseClock, lookFirst),
      );
      if (next.kind === "ended") return "ended";
      // Sleeps carry the id of the step before which they lie, never its place in the sequence.
      const named = (what: string) => `${next.sequenceId}/${what}-${round}`;
      if (next.kind === "sleep" && next.at !== slept) {
        await step.sleepUntil(named("until"), next.at);
        slept = next.at;
        waited = 0;
      } else if (next.kind !== "wait") {
        // Also where the engine's clock is ahead and woke it too early: an instant alone would wake it again and again.
        // A mailbox that is back before its time is over is not waited for any longer.
        await step.waitForEvent(named("again"), {
          event: "mailbox/back",
          timeout: next.restMs,
          if: "event.data.senderAccountId == async.data.senderAccountId",
        });
      } else {
        await step.waitForEvent(named("wait"), {
          event: "campaign/contact.changed",
          // What changed between the look and this wait is told to nobody: a first wait is short, and the next look finds it.
          timeout: waited === 0 ? "10s" : "1d",
          if: "event.data.campaignContactId == async.data.campaignContactId",
        });
        waited += 1;
      }
    }
    return "handed over";
  },
);
