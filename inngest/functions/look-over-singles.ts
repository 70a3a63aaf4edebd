import { readClock } from "../../db/access/database-clock";
import { lookOverSingles } from "../../lib/sending/singles/look-over-singles";
import { inngest } from "../client";
import { dataOf } from "../event-data";
import { rememberLooks } from "../last-looks";

const looks = rememberLooks();

/** Something changed that mails without a campaign may wait for: a resume, a mailbox that is back, room under a limit. */
export const lookOver = inngest.createFunction(
  {
    id: "look-over-singles",
    name: "Mails without a campaign",
    retries: 10,
    triggers: [{ event: "mail/look" }],
    concurrency: [{ key: "event.data.teamId", limit: 1 }],
  },
  async ({ event, step }) => {
    const { teamId } = dataOf("mail/look", event);
    return step.run("look", async () => {
      if (looks.covers(teamId, event.ts ?? Date.now())) return "seen already";
      return looks.look(teamId, async () => lookOverSingles({ teamId, memberId: null }, await readClock(teamId)));
    });
  },
);
