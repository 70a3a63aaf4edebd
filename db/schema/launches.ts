import { sql } from "drizzle-orm";
import { boolean, foreignKey, jsonb, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { id, instant, teamId } from "./columns";

/** Who launched, what was counted and which template versions launching signed. */
export const campaignLaunches = pgTable(
  "campaign_launches",
  {
    id: id(),
    teamId: teamId(),
    campaignId: uuid("campaign_id").notNull(),
    launchedBy: uuid("launched_by"),
    launchedAt: instant("launched_at").notNull().defaultNow(),
    signsTemplates: boolean("signs_templates").notNull(),
    /** Hash of what launching signs, when it signs: texts, mailbox with its signature block, team. */
    templatesHash: text("templates_hash"),
    /** { enrolled, leftOut: { suppressed, own_domain, running }, droppedOut: since it was shown } */
    counts: jsonb("counts").notNull().default({}),
  },
  (t) => [
    unique("campaign_launches_one").on(t.teamId, t.campaignId),
    foreignKey({ columns: [t.teamId, t.campaignId], foreignColumns: [campaigns.teamId, campaigns.id] }),
  ],
);

export const campaignPauses = pgTable(
  "campaign_pauses",
  {
    id: id(),
    teamId: teamId(),
    campaignId: uuid("campaign_id").notNull(),
    pausedAt: instant("paused_at").notNull().defaultNow(),
    pausedBy: uuid("paused_by"),
    /** Where nobody paused it: the words of the rule or filter that refused its mail. */
    because: text("because"),
    resumedAt: instant("resumed_at"),
    resumedBy: uuid("resumed_by"),
  },
  (t) => [
    uniqueIndex("campaign_pauses_open").on(t.teamId, t.campaignId).where(sql`resumed_at is null`),
    foreignKey({ columns: [t.teamId, t.campaignId], foreignColumns: [campaigns.teamId, campaigns.id] }),
  ],
);
