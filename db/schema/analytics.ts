import { sql } from "drizzle-orm";
import { date, index, integer, pgTable, unique } from "drizzle-orm/pg-core";
import { createdAt, id, teamId } from "./columns";

export const emailAnalytics = pgTable(
  "email_analytics",
  {
    id: id(),
    teamId: teamId(),
    date: date("date").notNull().default(sql`CURRENT_DATE`),
    totalDraftsCreated: integer("total_drafts_created").default(0),
    totalDraftsApproved: integer("total_drafts_approved").default(0),
    totalEmailsSent: integer("total_emails_sent").default(0),
    totalFollowupsSent: integer("total_followups_sent").default(0),
    createdAt: createdAt(),
  },
  (t) => [unique("email_analytics_day").on(t.teamId, t.date)],
);

/**
 * What the triggers counted and nobody has added to its day yet: one row a statement and day, so that nobody waits for the row of a day while many
 * drafts are signed. Whoever reads numbers adds both.
 */
export const emailAnalyticsDeltas = pgTable(
  "email_analytics_deltas",
  {
    id: id(),
    teamId: teamId(),
    date: date("date").notNull(),
    draftsCreated: integer("drafts_created").notNull().default(0),
    draftsApproved: integer("drafts_approved").notNull().default(0),
    emailsSent: integer("emails_sent").notNull().default(0),
    followupsSent: integer("followups_sent").notNull().default(0),
  },
  (t) => [index("email_analytics_deltas_day").on(t.teamId, t.date)],
);
