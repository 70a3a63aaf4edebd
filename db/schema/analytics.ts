import { sql } from "drizzle-orm";
import { date, integer, pgTable, unique } from "drizzle-orm/pg-core";
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
