import { tidyLaunchViews } from "../../lib/campaigns/launch/tidy-launch-views";
import { tidyOutbox } from "../../lib/events/tidy-outbox";
import { tidyRemovals } from "../../lib/removals/tidy-removals";
import { tidyExplained } from "../../lib/sending/queue/tidy-explained";
import { tidyTaken } from "../../lib/uploads/taking/tidy-taken";
import { tidyFiles } from "../../lib/uploads/tidy-files";
import { inngest } from "../client";

/** Every night: what was kept only to be looked up goes when its time is over. */
export const tidy = inngest.createFunction(
  { id: "tidy", name: "Tidy up", retries: 2, triggers: [{ cron: "17 3 * * *" }], concurrency: [{ limit: 1 }] },
  async ({ step }) => {
    await step.run("outbox", () => tidyOutbox(new Date()));
    await step.run("launch-views", () => tidyLaunchViews(new Date()));
    await step.run("explained", () => tidyExplained());
    await step.run("removals", () => tidyRemovals(new Date()));
    await step.run("files", () => tidyFiles(new Date()));
    await step.run("taken", () => tidyTaken(new Date()));
  },
);
