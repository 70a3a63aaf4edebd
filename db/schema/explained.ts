import { bigserial, index, pgTable, uuid } from "drizzle-orm/pg-core";
import { teamId } from "./columns";

/**
 * Enrolments whose next mail stands otherwise than when it was said why it waits: written by triggers with every change of what the reason is read from, and taken
 * out by whoever says it anew. One row a change; several of one enrolment are one.
 */
export const explainDue = pgTable(
  "explain_due",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    teamId: teamId(),
    campaignId: uuid("campaign_id").notNull(),
    campaignContactId: uuid("campaign_contact_id").notNull(),
  },
  (t) => [index("explain_due_campaign").on(t.teamId, t.campaignId, t.id)],
);
