import { bigserial, index, integer, pgTable, uuid } from "drizzle-orm/pg-core";
import { id, teamId } from "./columns";

/**
 * How many drafts of a campaign wait for a signature, as its rows add up: each statement that changes it adds one, and they are made one behind
 * (drizzle/0025_waiting_counted.sql). What still has to be corrected stands in `reviewMoves`; lib/campaigns/wait/waiting-drafts.ts reads both.
 */
export const reviewCounts = pgTable(
  "review_counts",
  {
    id: id(),
    teamId: teamId(),
    campaignId: uuid("campaign_id").notNull(),
    waiting: integer("waiting").notNull(),
  },
  (t) => [index("review_counts_campaign").on(t.teamId, t.campaignId)],
);

/** For whom a campaign ended, or went on after all, and whose drafts are not yet put aside or brought back. */
export const reviewMoves = pgTable(
  "review_moves",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    teamId: teamId(),
    campaignContactId: uuid("campaign_contact_id").notNull(),
  },
  (t) => [index("review_moves_contact").on(t.teamId, t.campaignContactId)],
);
