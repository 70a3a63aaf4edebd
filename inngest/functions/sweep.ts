import { readClock } from "../../db/access/database-clock";
import { wakeSigning } from "../../lib/drafts/sign-all/wake-signing";
import { log } from "../../lib/log/log";
import { recheckTroubled } from "../../lib/microsoft/recheck-troubled";
import { listMailboxesToPoll } from "../../lib/replies/poll-mailbox";
import { watchTeam } from "../../lib/senders/guard/watch-team";
import { lookOverSingles } from "../../lib/sending/singles/look-over-singles";
import { listTeamsWithSingles } from "../../lib/sending/sweep/list-teams-with-singles";
import { listUnderWay } from "../../lib/sending/sweep/list-under-way";
import { sweepCampaign } from "../../lib/sending/sweep/sweep-campaign";
import { finishEntries } from "../../lib/suppressions/entries/finish-entries";
import { wakeFiles } from "../../lib/suppressions/files/wake-files";
import { inngest } from "../client";

/** Every minute: what was missed anywhere is found, whatever the reason, and every waiting contact has its reason of now. */
export const sweep = inngest.createFunction(
  { id: "sweep", name: "Find what was missed", retries: 2, triggers: [{ cron: "* * * * *" }], concurrency: [{ limit: 1 }] },
  async ({ step }) => {
    await step.run("mailboxes", async () => {
      for (const { teamId, senderAccountId } of await listMailboxesToPoll())
        await recheckOne(teamId, senderAccountId).catch((error: unknown) => {
          log.error({ err: error, team: teamId, mailbox: senderAccountId }, "a mailbox in trouble could not be looked at");
        });
    });
    await step.run("files", async () => {
      // Also in teams with no campaign under way: whom a file names may be in the next one.
      for (const teamId of new Set((await listMailboxesToPoll()).map((one) => one.teamId)))
        await wakeTeamFiles(teamId).catch((error: unknown) => {
          log.error({ err: error, team: teamId }, "what comes into the suppression list could not be looked over");
        });
    });
    // Before the campaigns, which may be many: each of these has a time that somebody chose.
    const withSingles = await step.run("list-singles", () => listTeamsWithSingles());
    for (const teamId of withSingles)
      await step.run(`singles-${teamId}`, () =>
        lookOver(teamId).catch((error: unknown) => {
          log.error({ err: error, team: teamId }, "mails without a campaign could not be looked over");
        }),
      );
    const underWay = await step.run("list", () => listUnderWay());
    // What cannot be swept must not hide what stands behind it; the next minute tries again.
    for (const teamId of new Set(underWay.map((one) => one.teamId)))
      await step.run(`signing-${teamId}`, () =>
        wakeOrders(teamId).catch((error: unknown) => {
          log.error({ err: error, team: teamId }, "orders to sign and who was suppressed could not be looked over");
        }),
      );
    for (const teamId of new Set(underWay.map((one) => one.teamId)))
      await step.run(`guards-${teamId}`, () =>
        watchMailboxes(teamId).catch((error: unknown) => {
          log.error({ err: error, team: teamId }, "the guard rails of a team's mailboxes could not be looked at");
        }),
      );
    for (const { teamId, campaignId } of underWay) {
      await step.run(`sweep-${campaignId}`, () =>
        sweepOne(teamId, campaignId).catch((error: unknown) => {
          log.error({ err: error, team: teamId, campaign: campaignId }, "a campaign could not be swept");
          return { failed: true };
        }),
      );
    }
    return underWay.length;
  },
);

async function recheckOne(teamId: string, senderAccountId: string) {
  await recheckTroubled({ teamId, memberId: null }, senderAccountId, await readClock(teamId));
}

async function sweepOne(teamId: string, campaignId: string) {
  return sweepCampaign({ teamId, memberId: null }, campaignId, await readClock(teamId));
}

async function lookOver(teamId: string) {
  await lookOverSingles({ teamId, memberId: null }, await readClock(teamId));
}

async function wakeOrders(teamId: string) {
  const now = await readClock(teamId);
  await wakeSigning({ teamId, memberId: null }, now);
  await finishEntries({ teamId, memberId: null }, now);
}

async function wakeTeamFiles(teamId: string) {
  await wakeFiles({ teamId, memberId: null }, await readClock(teamId));
}

async function watchMailboxes(teamId: string) {
  await watchTeam(teamId, await readClock(teamId));
}
