import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { anyOf } from "../access/any-of";
import { campaignContacts, campaignSequences, campaigns } from "./campaigns";
import { createdAt, id, instant, teamId } from "./columns";
import { contacts } from "./contacts";
import { draftType, emailDrafts } from "./drafts";
import { senderAccounts } from "./senders";
import { deliveryStates, readBacks, slotStatuses } from "./words";

export const scheduledEmails = pgTable(
  "scheduled_emails",
  {
    id: id(),
    teamId: teamId(),
    draftId: uuid("draft_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    senderAccountId: uuid("sender_account_id").notNull(),
    scheduledFor: instant("scheduled_for").notNull(),
    status: text("status", { enum: slotStatuses }).default("pending"),
    createdAt: createdAt(),
    campaignId: uuid("campaign_id"),
    campaignContactId: uuid("campaign_contact_id"),
    cancelReason: text("cancel_reason"),
    /** By a person; what the engine takes back to give anew has neither. */
    cancelledAt: instant("cancelled_at"),
    cancelledBy: uuid("cancelled_by"),
    /** When it was to leave before it was moved last; nobody moved it where the engine did. */
    movedFrom: instant("moved_from"),
    movedBy: uuid("moved_by"),
  },
  (t) => [
    uniqueIndex("scheduled_emails_pending").on(t.teamId, t.draftId).where(sql`status = 'pending'`),
    index("scheduled_emails_due").on(t.teamId, t.scheduledFor).where(sql`status = 'pending'`),
    index("scheduled_emails_cancelled").on(t.teamId, t.cancelledAt).where(sql`cancelled_at is not null`),
    index("scheduled_emails_campaign").on(t.teamId, t.campaignId, t.scheduledFor),
    foreignKey({ columns: [t.teamId, t.draftId], foreignColumns: [emailDrafts.teamId, emailDrafts.id] }),
    foreignKey({ columns: [t.teamId, t.contactId], foreignColumns: [contacts.teamId, contacts.id] }),
    // Who goes for good is asked for in every table that may name them.
    index("scheduled_emails_contact").on(t.teamId, t.contactId),
    foreignKey({
      columns: [t.teamId, t.senderAccountId],
      foreignColumns: [senderAccounts.teamId, senderAccounts.id],
    }),
    foreignKey({ columns: [t.teamId, t.campaignId], foreignColumns: [campaigns.teamId, campaigns.id] }),
    foreignKey({
      columns: [t.teamId, t.campaignContactId],
      foreignColumns: [campaignContacts.teamId, campaignContacts.id],
    }),
    check("scheduled_emails_place", sql`num_nulls(${t.campaignId}, ${t.campaignContactId}) in (0, 2)`),
    check("scheduled_emails_status", sql`${t.status} in ${anyOf(slotStatuses)}`),
  ],
);

/** The ledger: one row a draft, for ever. See docs/decisions/ledger.md. */
export const deliveries = pgTable(
  "deliveries",
  {
    id: id(),
    teamId: teamId(),
    draftId: uuid("draft_id").notNull(),
    campaignId: uuid("campaign_id"),
    campaignContactId: uuid("campaign_contact_id"),
    sequenceId: uuid("sequence_id"),
    contactId: uuid("contact_id").notNull(),
    senderAccountId: uuid("sender_account_id").notNull(),
    state: text("state", { enum: deliveryStates }).notNull().default("queued"),
    /** 128 random bits: the extended property and the x-header of this mail. */
    sendKey: text("send_key").notNull(),
    requestHash: text("request_hash").notNull(),
    /** Graph's immutable id of the draft; case-sensitive; only a recorded id is ever sent. */
    graphId: text("graph_id"),
    /** Id of the copy among the sent items: the draft's own, or another, as Exchange likes it. Kept as soon as it is seen. */
    sentGraphId: text("sent_graph_id"),
    internetMessageId: text("internet_message_id"),
    conversationId: text("conversation_id"),
    createdAt: createdAt(),
    draftedAt: instant("drafted_at"),
    submittedAt: instant("submitted_at"),
    /** Whether it goes to somebody outside of the organisation; told when it is submitted. */
    isOutside: boolean("is_outside"),
    acceptedAt: instant("accepted_at"),
    confirmedAt: instant("confirmed_at"),
    /** Doubt: how often we looked, and when we look next. */
    looks: integer("looks").notNull().default(0),
    nextLookAt: instant("next_look_at"),
    resends: integer("resends").notNull().default(0),
    /** The mail before was not found in the mailbox at this time, so this one cannot join its thread. */
    threadLostAt: instant("thread_lost_at"),
    errorCode: text("error_code"),
    /** The draft as Exchange returned it when it was made (lib/mail/compare, `ShownMail`): what it is compared with just before it leaves. */
    madeAs: jsonb("made_as"),
    /** How the copy among the sent items compares with what was signed; null: not compared yet. */
    readBack: text("read_back", { enum: readBacks }),
    readBackAt: instant("read_back_at"),
    /** So often its copy could not be read. */
    readBackTries: integer("read_back_tries").notNull().default(0),
    /** Where it is 'explained': what Exchange changed in it, in words. */
    readBackChanges: text("read_back_changes").array(),
  },
  (t) => [
    unique("deliveries_team_id").on(t.teamId, t.id),
    unique("deliveries_draft").on(t.teamId, t.draftId),
    unique("deliveries_step").on(t.teamId, t.campaignContactId, t.sequenceId),
    unique("deliveries_send_key").on(t.sendKey),
    index("deliveries_message").on(t.teamId, t.internetMessageId),
    index("deliveries_conversation").on(t.teamId, t.senderAccountId, t.conversationId),
    index("deliveries_day").on(t.teamId, t.campaignId, t.submittedAt),
    index("deliveries_mailbox").on(t.teamId, t.senderAccountId, t.submittedAt),
    index("deliveries_outside").on(t.teamId, t.submittedAt).where(sql`is_outside`),
    index("deliveries_thread_look").on(t.teamId, t.senderAccountId, t.nextLookAt).where(sql`thread_lost_at is not null`),
    index("deliveries_doubt").on(t.teamId, t.nextLookAt).where(sql`state in ('submitting', 'reconciling', 'accepted')`),
    index("deliveries_read_back_next")
      .on(t.teamId, t.senderAccountId, t.confirmedAt)
      .where(sql`state = 'confirmed' and read_back is null`),
    foreignKey({ columns: [t.teamId, t.draftId], foreignColumns: [emailDrafts.teamId, emailDrafts.id] }),
    foreignKey({ columns: [t.teamId, t.campaignId], foreignColumns: [campaigns.teamId, campaigns.id] }),
    foreignKey({
      columns: [t.teamId, t.campaignContactId],
      foreignColumns: [campaignContacts.teamId, campaignContacts.id],
    }),
    foreignKey({
      columns: [t.teamId, t.sequenceId],
      foreignColumns: [campaignSequences.teamId, campaignSequences.id],
    }),
    foreignKey({ columns: [t.teamId, t.contactId], foreignColumns: [contacts.teamId, contacts.id] }),
    index("deliveries_contact").on(t.teamId, t.contactId),
    foreignKey({
      columns: [t.teamId, t.senderAccountId],
      foreignColumns: [senderAccounts.teamId, senderAccounts.id],
    }),
    check("deliveries_place", sql`num_nulls(${t.campaignId}, ${t.campaignContactId}, ${t.sequenceId}) in (0, 3)`),
    check("deliveries_read_back", sql`${t.readBack} in ${anyOf(readBacks)}`),
    check("deliveries_state", sql`${t.state} in ${anyOf(deliveryStates)}`),
  ],
);

/** An intent to call /send, written before the call; one row a call. */
export const deliveryIntents = pgTable(
  "delivery_intents",
  {
    id: id(),
    teamId: teamId(),
    deliveryId: uuid("delivery_id").notNull(),
    attempt: integer("attempt").notNull(),
    createdAt: createdAt(),
    answeredAt: instant("answered_at"),
    /** HTTP status of the answer; -1 no answer; null while unknown. */
    answer: integer("answer"),
  },
  (t) => [
    unique("delivery_intents_attempt").on(t.teamId, t.deliveryId, t.attempt),
    foreignKey({ columns: [t.teamId, t.deliveryId], foreignColumns: [deliveries.teamId, deliveries.id] }),
  ],
);

export const sentEmails = pgTable(
  "sent_emails",
  {
    id: id(),
    teamId: teamId(),
    draftId: uuid("draft_id"),
    contactId: uuid("contact_id").notNull(),
    senderAccountId: uuid("sender_account_id").notNull(),
    campaignId: uuid("campaign_id"),
    draftType: draftType("draft_type").notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    recipientEmail: text("recipient_email").notNull(),
    sentAt: instant("sent_at").notNull().defaultNow(),
    messageId: text("message_id"),
    status: text("status").default("sent"),
    sequenceStep: integer("sequence_step"),
    campaignContactId: uuid("campaign_contact_id"),
    deliveryId: uuid("delivery_id"),
  },
  (t) => [
    unique("sent_emails_team_id").on(t.teamId, t.id),
    unique("sent_emails_delivery").on(t.teamId, t.deliveryId),
    index("sent_emails_recent").on(t.teamId, t.sentAt),
    index("sent_emails_campaign").on(t.teamId, t.campaignId, t.sentAt),
    index("sent_emails_contact").on(t.teamId, t.contactId, t.sentAt),
    index("sent_emails_message").on(t.teamId, t.messageId),
    foreignKey({ columns: [t.teamId, t.draftId], foreignColumns: [emailDrafts.teamId, emailDrafts.id] }),
    foreignKey({ columns: [t.teamId, t.contactId], foreignColumns: [contacts.teamId, contacts.id] }),
    foreignKey({
      columns: [t.teamId, t.senderAccountId],
      foreignColumns: [senderAccounts.teamId, senderAccounts.id],
    }),
    foreignKey({ columns: [t.teamId, t.campaignId], foreignColumns: [campaigns.teamId, campaigns.id] }),
    foreignKey({ columns: [t.teamId, t.deliveryId], foreignColumns: [deliveries.teamId, deliveries.id] }),
  ],
);

/** A copy of a mail sent to the person who asked for it; unsigned, uncounted. */
export const testCopies = pgTable(
  "test_copies",
  {
    id: id(),
    teamId: teamId(),
    memberId: uuid("member_id").notNull(),
    senderAccountId: uuid("sender_account_id").notNull(),
    sequenceId: uuid("sequence_id"),
    toEmail: text("to_email").notNull(),
    subject: text("subject").notNull(),
    sendKey: text("send_key").notNull(),
    graphId: text("graph_id"),
    state: text("state").notNull().default("queued"),
    error: text("error"),
    createdAt: createdAt(),
    sentAt: instant("sent_at"),
  },
  (t) => [
    unique("test_copies_key").on(t.sendKey),
    foreignKey({
      columns: [t.teamId, t.senderAccountId],
      foreignColumns: [senderAccounts.teamId, senderAccounts.id],
    }),
    check("test_copies_state", sql`${t.state} in ('queued', 'sent', 'failed', 'unknown')`),
  ],
);
