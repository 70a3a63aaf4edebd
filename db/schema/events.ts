import { sql } from "drizzle-orm";
import { bigserial, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, teamId } from "./columns";

/** Events to hand to Inngest, written in the transaction of the change they tell of. */
export const outbox = pgTable(
  "outbox",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    teamId: teamId(),
    name: text("name").notNull(),
    /** Inngest's event id: starts a function once a day at most. */
    eventId: text("event_id").notNull(),
    data: jsonb("data").notNull(),
    createdAt: createdAt(),
    sentAt: instant("sent_at"),
    attempts: integer("attempts").notNull().default(0),
  },
  (t) => [unique("outbox_event").on(t.teamId, t.eventId), index("outbox_waiting").on(t.id).where(sql`sent_at is null`)],
);

/** Who did what, when: append-only for the app's role. */
export const activities = pgTable(
  "activities",
  {
    id: id(),
    teamId: teamId(),
    at: instant("at").notNull().defaultNow(),
    memberId: uuid("member_id"),
    /** Verb in the product's words, such as 'launched', 'paused', 'lifted suppression'. */
    verb: text("verb").notNull(),
    campaignId: uuid("campaign_id"),
    contactId: uuid("contact_id"),
    detail: jsonb("detail").notNull().default({}),
  },
  (t) => [
    index("activities_recent").on(t.teamId, t.at),
    index("activities_campaign").on(t.teamId, t.campaignId, t.at),
    index("activities_contact").on(t.teamId, t.contactId, t.at),
  ],
);
