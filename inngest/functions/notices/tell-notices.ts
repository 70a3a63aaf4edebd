import { readClock } from "../../../db/access/database-clock";
import { tellNotices } from "../../../lib/notices/tell-notices";
import { inngest } from "../../client";
import { dataOf } from "../../event-data";

/** Looks of one run; what is left then is found within a minute. */
const rounds = 10;

/** A team's news: gathered, then told to each who asked. The sweep finds what a lost event would leave, and digests. */
export const tellTeam = inngest.createFunction(
  {
    id: "tell-team",
    name: "Tell a team's news",
    retries: 3,
    triggers: [{ event: "notices/due" }],
    concurrency: [{ key: "event.data.teamId", limit: 1 }],
  },
  async ({ event, step }) => {
    const { teamId } = dataOf("notices/due", event);
    for (let round = 0; round < rounds; round += 1) {
      const { again } = await step.run(`tell-${round}`, async () =>
        tellNotices({ teamId, memberId: null }, await readClock(teamId)),
      );
      if (!again) return;
      await step.sleepUntil(`gather-${round}`, new Date(again));
    }
  },
);
