import { readClock } from "../../db/access/database-clock";
import { feedCampaign } from "../../lib/sending/queue/feed-campaign";
import { inngest } from "../client";
import { dataOf } from "../event-data";
import { rememberLooks } from "../last-looks";

const looks = rememberLooks();

/** Something changed that slots depend on: a signature, a resume, a mailbox that is back. */
export const feed = inngest.createFunction(
  {
    id: "feed-campaign",
    name: "Slots of a campaign",
    retries: 10,
    triggers: [{ event: "campaign/feed" }],
    concurrency: [{ key: "event.data.campaignId", limit: 1 }],
  },
  async ({ event, step }) => {
    const { teamId, campaignId } = dataOf("campaign/feed", event);
    return step.run("feed", async () => {
      if (looks.covers(campaignId, event.ts ?? Date.now())) return "seen already";
      return looks.look(campaignId, async () => feedCampaign({ teamId, memberId: null }, campaignId, await readClock(teamId)));
    });
  },
);
