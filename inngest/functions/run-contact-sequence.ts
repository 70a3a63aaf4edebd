import { databaseClock, readClock } from "../../db/access/database-clock";
import { writeDrafts } from "../../lib/drafts/write/write-drafts";
import { lookFirst } from "../../lib/replies/look-first/look-first";
import { runName } from "../../lib/sending/queue/run-name";
import { planMail } from "../../lib/sending/run/plan-mail";
import { restUntil } from "../../lib/sending/run/rest-until";
import { sendPlanned } from "../../lib/sending/run/send-planned";
import { inngest } from "../client";
import { dataOf } from "../event-data";

/** Rounds of one run: with a day's wait each, a contact whose turn never comes is handed to the sweep after months. */
const rounds = 240;

/**
 * The sequence of one contact as a long-lived run: look, sleep until the slot, send through the ledger, have the next draft
 * written, wait for its signature and slot. Every decision is made in the database; a run only carries it out, so a run that is
 * lost costs a slot and the sweep starts another.
 */
export const runContactSequence = inngest.createFunction(
  {
    id: "run-contact-sequence",
    name: "Sequence of one contact",
    retries: 10,
    triggers: [{ event: "campaign/contact.admitted" }],
    cancelOn: [{ event: "campaign/contact.stopped", match: "data.campaignContactId" }],
    concurrency: [{ key: "event.data.senderAccountId", limit: 1 }],
  },
  async ({ event, step }) => {
    const { teamId, campaignContactId, senderAccountId, admission } = dataOf("campaign/contact.admitted", event);
    const scope = { teamId, memberId: null };
    const runId = runName(campaignContactId, admission);
    let waited = 0;
    for (let round = 0; round < rounds; round += 1) {
      const plan = await step.run(`look-${round}`, async () =>
        planMail(scope, campaignContactId, runId, await readClock(teamId)),
      );
      if (plan.kind === "ended") return "ended";
      // Steps carry the id of the mail they work on, never its place in the sequence.
      const named = (what: string) => `${plan.sequenceId}/${what}-${round}`;
      if (plan.kind === "send") {
        await step.sleepUntil(named("slot"), plan.at);
        const { draftId } = plan;
        const sent = await step.run(named("send"), async () => {
          const done = await sendPlanned(scope, { campaignContactId, senderAccountId, draftId, runId }, databaseClock, lookFirst);
          return done.kind === "again" ? { ...done, restMs: await restUntil(teamId, done.at) } : done;
        });
        if (sent.kind === "ended") return "ended";
        if (sent.kind === "again") {
          // A mailbox that is back before its time is over is not waited for any longer.
          await step.waitForEvent(named("again"), {
            event: "mailbox/back",
            timeout: sent.restMs,
            if: "event.data.senderAccountId == async.data.senderAccountId",
          });
        }
        if (sent.kind === "sent") waited = 0;
        if (sent.kind !== "wait") continue;
      }
      if (plan.kind === "write") {
        const written = await step.run(named("write"), async () =>
          writeDrafts(scope, { campaignContactId }, await readClock(teamId), 1),
        );
        if (written.silent > 0) await step.sleep(named("model"), "1m");
        continue;
      }
      await step.waitForEvent(named("wait"), {
        event: "campaign/contact.changed",
        // What changed between the look and this wait is told to nobody: a first wait is short, and the next look finds it.
        timeout: waited === 0 ? "10s" : "1d",
        if: "event.data.campaignContactId == async.data.campaignContactId",
      });
      waited += 1;
    }
    return "handed over";
  },
);
