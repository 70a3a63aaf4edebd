import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, text, time, unique, uuid } from "drizzle-orm/pg-core";
import { anyOf } from "../access/any-of";
import { createdAt, edits, id, instant, teamId, updatedAt } from "./columns";
import { contactLists, contacts } from "./contacts";
import { senderAccounts } from "./senders";
import { emailTemplates } from "./templates";
import {
  campaignStatuses,
  contactStatuses,
  endReasons,
  openStatuses,
  replyReaches,
  reviewModes,
  waitReasons,
  writers,
} from "./words";

export const campaigns = pgTable(
  "campaigns",
  {
    id: id(),
    teamId: teamId(),
    name: text("name").notNull(),
    description: text("description"),
    status: text("status", { enum: campaignStatuses }).notNull().default("draft"),
    listId: uuid("list_id"),
    senderAccountId: uuid("sender_account_id"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    updatedBy: uuid("updated_by"),
    createdBy: uuid("created_by"),
    reviewMode: text("review_mode", { enum: reviewModes }).notNull().default("each"),
    launchedAt: instant("launched_at"),
    completedAt: instant("completed_at"),
    completedBy: uuid("completed_by"),
    /** Put away by a person once it had ended: it stands in the list of the archived alone. */
    archivedAt: instant("archived_at"),
    edits: edits(),
    /** What held for everybody alike when it was last said of all why they wait. */
    explainedAs: text("explained_as"),
  },
  (t) => [
    unique("campaigns_team_id").on(t.teamId, t.id),
    index("campaigns_recent").on(t.teamId, t.createdAt),
    foreignKey({ columns: [t.teamId, t.listId], foreignColumns: [contactLists.teamId, contactLists.id] }),
    foreignKey({
      columns: [t.teamId, t.senderAccountId],
      foreignColumns: [senderAccounts.teamId, senderAccounts.id],
    }),
    check("campaigns_status", sql`${t.status} in ${anyOf(campaignStatuses)}`),
    check("campaigns_review_mode", sql`${t.reviewMode} in ${anyOf(reviewModes)}`),
  ],
);

export const campaignSequences = pgTable(
  "campaign_sequences",
  {
    id: id(),
    teamId: teamId(),
    campaignId: uuid("campaign_id").notNull(),
    sequenceOrder: integer("sequence_order").notNull(),
    name: text("name").notNull(),
    /** Empty: same thread as the mail before. */
    subjectTemplate: text("subject_template").notNull(),
    bodyTemplate: text("body_template").notNull(),
    delayDays: integer("delay_days").notNull().default(0),
    delayHours: integer("delay_hours").notNull().default(0),
    createdAt: createdAt(),
    delayMinutes: integer("delay_minutes").notNull().default(0),
    updatedAt: updatedAt(),
    updatedBy: uuid("updated_by"),
    /** Grows with each change of subject, text or writer; part of what launching signs. */
    version: integer("version").notNull().default(1),
    writtenBy: text("written_by", { enum: writers }).notNull().default("template"),
    templateId: uuid("template_id"),
    edits: edits(),
  },
  (t) => [
    unique("campaign_sequences_team_id").on(t.teamId, t.id),
    unique("campaign_sequences_order").on(t.teamId, t.campaignId, t.sequenceOrder),
    foreignKey({ columns: [t.teamId, t.campaignId], foreignColumns: [campaigns.teamId, campaigns.id] }),
    foreignKey({ columns: [t.teamId, t.templateId], foreignColumns: [emailTemplates.teamId, emailTemplates.id] }),
    check("campaign_sequences_written_by", sql`${t.writtenBy} in ${anyOf(writers)}`),
    check(
      "campaign_sequences_delay",
      sql`${t.delayDays} between 0 and 365 and ${t.delayHours} between 0 and 8760 and ${t.delayMinutes} between 0 and 525600`,
    ),
  ],
);

export const campaignSettings = pgTable(
  "campaign_settings",
  {
    id: id(),
    teamId: teamId(),
    campaignId: uuid("campaign_id").notNull(),
    sendWindowStart: time("send_window_start").notNull().default("09:00:00"),
    sendWindowEnd: time("send_window_end").notNull().default("18:00:00"),
    sendDays: text("send_days").array().notNull().default(sql`array['monday', 'tuesday', 'wednesday', 'thursday', 'friday']`),
    timezone: text("timezone").notNull().default("UTC"),
    dailyLimit: integer("daily_limit").notNull().default(50),
    delayBetweenEmailsSeconds: integer("delay_between_emails_seconds").notNull().default(120),
    /** How many days somebody who is away without saying until when is left alone. */
    awayDays: integer("away_days").notNull().default(7),
    replyStops: text("reply_stops", { enum: replyReaches }).notNull().default("person"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    updatedBy: uuid("updated_by"),
    edits: edits(),
  },
  (t) => [
    unique("campaign_settings_one").on(t.teamId, t.campaignId),
    foreignKey({ columns: [t.teamId, t.campaignId], foreignColumns: [campaigns.teamId, campaigns.id] }),
    check("campaign_settings_away", sql`${t.awayDays} between 1 and 90`),
    check("campaign_settings_reply_stops", sql`${t.replyStops} in ${anyOf(replyReaches)}`),
    check("campaign_settings_limit", sql`${t.dailyLimit} between 1 and 10000`),
    check("campaign_settings_spacing", sql`${t.delayBetweenEmailsSeconds} between 0 and 86400`),
    check(
      "campaign_settings_days",
      sql`${t.sendDays} <@ array['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] and cardinality(${t.sendDays}) > 0`,
    ),
  ],
);

export const campaignContacts = pgTable(
  "campaign_contacts",
  {
    id: id(),
    teamId: teamId(),
    campaignId: uuid("campaign_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    status: text("status", { enum: contactStatuses }).notNull().default("pending"),
    currentSequenceStep: integer("current_sequence_step").notNull().default(0),
    enrolledAt: instant("enrolled_at").notNull().defaultNow(),
    completedAt: instant("completed_at"),
    repliedAt: instant("replied_at"),
    lastEmailSentAt: instant("last_email_sent_at"),
    /** When the delay of the next step ends, before it is moved into the window; null before the first mail and after the last. */
    dueAt: instant("due_at"),
    /** Mailbox and address are fixed at enrolment: they are part of what is signed. */
    senderAccountId: uuid("sender_account_id").notNull(),
    recipientEmail: text("recipient_email").notNull(),
    /** Position in line, as enrolled. */
    position: integer("position").notNull().default(0),
    endedReason: text("ended_reason", { enum: endReasons }),
    waitReason: text("wait_reason", { enum: waitReasons }),
    /** Earliest time the reason can change. */
    nextAt: instant("next_at"),
    /** The model gave no draft for the next mail; it is asked again then. Null once there is a draft. */
    modelSilentUntil: instant("model_silent_until"),
    /** The run that may write; null when the contact waits as a row. */
    runId: text("run_id"),
    /** Counts runs given to this contact; part of the event's id. */
    admission: integer("admission").notNull().default(0),
    admittedAt: instant("admitted_at"),
    /** When its run is to act next; null where it waits for somebody. A run that does not act then is late, and may be lost. */
    runDueAt: instant("run_due_at"),
    /** The time at which it was to act when it acted last: proof of how far the engine has come. */
    runSeenDue: instant("run_seen_due"),
    /** 128 random bits in the unsubscribe link; says nothing about the person. */
    unsubscribeToken: text("unsubscribe_token")
      .notNull()
      .default(sql`replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')`),
    bouncedAt: instant("bounced_at"),
    unsubscribedAt: instant("unsubscribed_at"),
    stoppedBy: uuid("stopped_by"),
  },
  (t) => [
    unique("campaign_contacts_team_id").on(t.teamId, t.id),
    unique("campaign_contacts_once").on(t.teamId, t.campaignId, t.contactId),
    unique("campaign_contacts_token").on(t.unsubscribeToken),
    index("campaign_contacts_status").on(t.teamId, t.campaignId, t.status),
    index("campaign_contacts_contact").on(t.teamId, t.contactId),
    index("campaign_contacts_open")
      .on(t.teamId, t.campaignId, t.nextAt)
      .where(sql`status in ${anyOf(openStatuses)}`),
    // In the order in which mail leaves: first mails by place, follow-ups by when their delay ends (lib/sending/queue/nearest-candidates.ts).
    index("campaign_contacts_queue")
      .on(t.teamId, t.campaignId, t.senderAccountId, t.currentSequenceStep, t.position, t.id)
      .where(sql`status in ${anyOf(openStatuses)}`),
    index("campaign_contacts_due")
      .on(t.teamId, t.campaignId, t.senderAccountId, t.dueAt, t.position, t.id)
      .where(sql`status in ${anyOf(openStatuses)} and due_at is not null`),
    index("campaign_contacts_due_unknown")
      .on(t.teamId, t.campaignId)
      .where(sql`status in ${anyOf(openStatuses)} and last_email_sent_at is not null and due_at is null`),
    foreignKey({ columns: [t.teamId, t.campaignId], foreignColumns: [campaigns.teamId, campaigns.id] }),
    foreignKey({ columns: [t.teamId, t.contactId], foreignColumns: [contacts.teamId, contacts.id] }),
    foreignKey({
      columns: [t.teamId, t.senderAccountId],
      foreignColumns: [senderAccounts.teamId, senderAccounts.id],
    }),
    check("campaign_contacts_status_known", sql`${t.status} in ${anyOf(contactStatuses)}`),
    check("campaign_contacts_reason_known", sql`${t.waitReason} in ${anyOf(waitReasons)}`),
    check("campaign_contacts_ended_known", sql`${t.endedReason} in ${anyOf(endReasons)}`),
  ],
);
