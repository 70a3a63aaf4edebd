import { databaseClock, readClock } from "../../db/access/database-clock";
import { lookFirst } from "../../lib/replies/look-first/look-first";
import { restUntil } from "../../lib/sending/run/rest-until";
import { sendPlanned } from "../../lib/sending/run/send-planned";
import { keepWait } from "../../lib/sending/singles/keep-wait";
import { lookAtSingle } from "../../lib/sending/singles/look-at-single";
import { singleRunName } from "../../lib/singles/single-run-name";
import { inngest } from "../client";
import { dataOf } from "../event-data";

/** Rounds of one run; what is not settled then gets another when the team's mails are looked over. */
const rounds = 100;

/**
 * One mail without a campaign: look, sleep until its slot, send through the ledger, settle a doubt. A mail that waits for somebody, or is given another
 * time, gets another run: this one then finds that it lost the mail. Every decision is made in the database. No limit per mailbox: that is its lease.
 */
export const sendSingleMail = inngest.createFunction(
  {
    id: "send-single-mail",
    name: "One mail without a campaign",
    retries: 10,
    triggers: [{ event: "mail/planned" }],
  },
  async ({ event, step }) => {
    const { teamId, singleMailId, senderAccountId, admission } = dataOf("mail/planned", event);
    const scope = { teamId, memberId: null };
    const runId = singleRunName(singleMailId, admission);
    for (let round = 0; round < rounds; round += 1) {
      const plan = await step.run(`look-${round}`, async () => lookAtSingle(scope, singleMailId, runId, await readClock(teamId)));
      if (plan.kind === "ended") return "ended";
      await step.sleepUntil(`slot-${round}`, plan.at);
      const { draftId } = plan;
      const sent = await step.run(`send-${round}`, async () => {
        const done = await sendPlanned(scope, { singleMailId, senderAccountId, draftId, runId }, databaseClock, lookFirst);
        return done.kind === "again" ? { ...done, restMs: await restUntil(teamId, done.at) } : done;
      });
      if (sent.kind !== "again") return sent.kind;
      // A mailbox that is back before its time is over is not waited for any longer.
      await step.waitForEvent(`again-${round}`, {
        event: "mailbox/back",
        timeout: sent.restMs,
        if: "event.data.senderAccountId == async.data.senderAccountId",
      });
    }
    await step.run("give-up", async () =>
      keepWait(scope, { singleMailId, runId }, { kind: "wait", why: "in_line" }, await readClock(teamId)),
    );
    return "handed over";
  },
);
