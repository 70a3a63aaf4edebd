import { readClock } from "../../db/access/database-clock";
import { refreshStatistics } from "../../db/access/refresh-statistics";
import { writeDrafts } from "../../lib/drafts/write/write-drafts";
import { feedCampaign } from "../../lib/sending/queue/feed-campaign";
import { inngest } from "../client";
import { dataOf } from "../event-data";

/** A run holds a thousand steps; what is left after so many batches is the sweep's. */
const batches = 900;
/** Some are there to be looked at within a second; from then on, many a step. */
const first = 100;
const others = 5000;

/** After a launch: the first draft of everyone, a batch at a time, so that review can begin at once. */
export const writeFirstDrafts = inngest.createFunction(
  {
    id: "write-first-drafts",
    name: "First drafts of a campaign",
    retries: 10,
    triggers: [{ event: "campaign/launched" }],
    concurrency: [{ key: "event.data.campaignId", limit: 1 }],
  },
  async ({ event, step }) => {
    const { teamId, campaignId } = dataOf("campaign/launched", event);
    const scope = { teamId, memberId: null };
    for (let batch = 0; batch < batches; batch += 1) {
      const most = batch === 0 ? first : others;
      const written = await step.run(`write-${batch}`, () => writeDrafts(scope, { campaignId }, new Date(), most));
      // The first batch shows what the rest will look like; the whole is counted before people sign.
      if (batch === 0 || !written.more) {
        await step.run(`count-${batch}`, () => refreshStatistics(scope, ["campaign_contacts", "email_drafts", "signatures"]));
      }
      // Where the launch has signed them, the first leave while the others are written.
      if (batch === 0 && written.more) await step.run("feed-first", () => look(teamId, campaignId));
      if (!written.more) break;
      // A model that does not answer is left in peace for a minute; the reason stands at each contact.
      if (written.silent > 0 && written.written === 0) await step.sleep(`model-${batch}`, "1m");
    }
    return step.run("feed", () => look(teamId, campaignId));
  },
);

async function look(teamId: string, campaignId: string) {
  return feedCampaign({ teamId, memberId: null }, campaignId, await readClock(teamId));
}
