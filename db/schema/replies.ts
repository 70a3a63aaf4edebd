import { sql } from "drizzle-orm";
import { boolean, check, date, foreignKey, index, jsonb, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { anyOf } from "../access/any-of";
import { campaignContacts, campaigns } from "./campaigns";
import { createdAt, id, instant, teamId } from "./columns";
import { contacts } from "./contacts";
import { senderAccounts } from "./senders";
import { sentEmails } from "./sending";
import { holdEnds, holdKinds, messageKinds, reportBlames, wishes } from "./words";

/** Human replies only. */
export const emailReplies = pgTable(
  "email_replies",
  {
    id: id(),
    teamId: teamId(),
    sentEmailId: uuid("sent_email_id"),
    campaignId: uuid("campaign_id"),
    contactId: uuid("contact_id").notNull(),
    messageId: text("message_id"),
    receivedAt: instant("received_at").notNull().defaultNow(),
    subject: text("subject"),
    snippet: text("snippet"),
    createdAt: createdAt(),
    senderAccountId: uuid("sender_account_id"),
    fromEmail: text("from_email"),
    seenAt: instant("seen_at"),
    seenBy: uuid("seen_by"),
  },
  (t) => [
    unique("email_replies_once").on(t.teamId, t.senderAccountId, t.messageId),
    index("email_replies_recent").on(t.teamId, t.receivedAt),
    index("email_replies_contact").on(t.teamId, t.contactId),
    foreignKey({ columns: [t.teamId, t.sentEmailId], foreignColumns: [sentEmails.teamId, sentEmails.id] }),
    foreignKey({ columns: [t.teamId, t.campaignId], foreignColumns: [campaigns.teamId, campaigns.id] }),
    foreignKey({ columns: [t.teamId, t.contactId], foreignColumns: [contacts.teamId, contacts.id] }),
    foreignKey({
      columns: [t.teamId, t.senderAccountId],
      foreignColumns: [senderAccounts.teamId, senderAccounts.id],
    }),
  ],
);

/** The mail that was next for a person: its step by name, and when it was to leave (ISO), null where that was not known yet. */
export type StoppedMail = { campaignId: string; campaignContactId: string; step: string; wasAt: string | null };

/**
 * Everything a mailbox told us that concerns a campaign, replies included, and what may concern one and belongs to nobody yet: that has no
 * contact. Each message once.
 */
export const mailboxMessages = pgTable(
  "mailbox_messages",
  {
    id: id(),
    teamId: teamId(),
    senderAccountId: uuid("sender_account_id").notNull(),
    internetMessageId: text("internet_message_id").notNull(),
    graphId: text("graph_id"),
    kind: text("kind", { enum: messageKinds }).notNull(),
    /** Which key matched it: 'headers', 'conversation', 'address', 'report', 'token', 'by hand' or null. */
    matchedBy: text("matched_by"),
    campaignContactId: uuid("campaign_contact_id"),
    contactId: uuid("contact_id"),
    fromEmail: text("from_email"),
    subject: text("subject"),
    snippet: text("snippet"),
    /** RFC 3463 status of a bounce, such as 5.1.1. */
    statusCode: text("status_code"),
    receivedAt: instant("received_at").notNull(),
    createdAt: createdAt(),
    conversationId: text("conversation_id"),
    /** Of a report: whom it blames, which address failed, and the other server's words on one line. */
    blames: text("blames", { enum: reportBlames }),
    failedAddress: text("failed_address"),
    says: text("says"),
    /** What its writer asks for, and the sentence that says so; `wishBy` 'words' or 'model'. */
    wish: text("wish", { enum: wishes }),
    wishSentence: text("wish_sentence"),
    wishBy: text("wish_by"),
    /** Of an automatic answer: the first day back, and the sentence and the words in it that name the day. */
    awayBack: date("away_back"),
    awaySentence: text("away_sentence"),
    awayWords: text("away_words"),
    /** Whom a message that belongs to no mail of ours may come from: [{ contactId, because: [] }], likeliest first. */
    guesses: jsonb("guesses").$type<{ contactId: string; because: string[] }[]>().notNull().default([]),
    /** What of ours it stopped, as it stood at that moment, each in its campaign; a colleague's too, where it stopped the company. */
    stopped: jsonb("stopped").$type<StoppedMail[]>().notNull().default([]),
    /** It came before the mailbox was connected: written down, and nothing was done about it. */
    isOld: boolean("is_old").notNull().default(false),
    /** Somebody said whose it is, or that it is not for us. */
    placedAt: instant("placed_at"),
    placedBy: uuid("placed_by"),
    hiddenAt: instant("hidden_at"),
    hiddenBy: uuid("hidden_by"),
  },
  (t) => [
    unique("mailbox_messages_team_id").on(t.teamId, t.id),
    index("mailbox_messages_recent").on(t.teamId, t.senderAccountId, t.receivedAt),
    index("mailbox_messages_unplaced")
      .on(t.teamId, t.senderAccountId, t.receivedAt)
      .where(sql`contact_id is null and hidden_at is null`),
    check("mailbox_messages_blames", sql`${t.blames} in ${anyOf(reportBlames)}`),
    check("mailbox_messages_wish", sql`${t.wish} in ${anyOf(wishes)}`),
    unique("mailbox_messages_once").on(t.teamId, t.senderAccountId, t.internetMessageId),
    index("mailbox_messages_contact").on(t.teamId, t.contactId, t.receivedAt),
    foreignKey({
      columns: [t.teamId, t.senderAccountId],
      foreignColumns: [senderAccounts.teamId, senderAccounts.id],
    }),
    foreignKey({
      columns: [t.teamId, t.campaignContactId],
      foreignColumns: [campaignContacts.teamId, campaignContacts.id],
    }),
    check("mailbox_messages_kind", sql`${t.kind} in ${anyOf(messageKinds)}`),
  ],
);

/** A person of a campaign gets nothing until an instant, or until somebody decides. */
export const contactHolds = pgTable(
  "contact_holds",
  {
    id: id(),
    teamId: teamId(),
    campaignContactId: uuid("campaign_contact_id").notNull(),
    kind: text("kind", { enum: holdKinds }).notNull(),
    beganAt: instant("began_at").notNull(),
    /** Null: until somebody decides. */
    until: instant("until"),
    /** The first day back as it was read or chosen; null where none could be read. */
    backDay: date("back_day"),
    /** When the delay would have ended without it: what was left of it runs on behind the hold. */
    dueBefore: instant("due_before"),
    /** The message it was read from. */
    messageId: uuid("message_id"),
    /** Who chose another day; null where it was read. */
    madeBy: uuid("made_by"),
    endedAt: instant("ended_at"),
    endedBy: uuid("ended_by"),
    ended: text("ended", { enum: holdEnds }),
  },
  (t) => [
    uniqueIndex("contact_holds_open").on(t.teamId, t.campaignContactId).where(sql`ended_at is null`),
    index("contact_holds_contact").on(t.teamId, t.campaignContactId, t.beganAt),
    foreignKey({
      columns: [t.teamId, t.campaignContactId],
      foreignColumns: [campaignContacts.teamId, campaignContacts.id],
    }),
    foreignKey({ columns: [t.teamId, t.messageId], foreignColumns: [mailboxMessages.teamId, mailboxMessages.id] }),
    check("contact_holds_kind", sql`${t.kind} in ${anyOf(holdKinds)}`),
    check("contact_holds_ended", sql`${t.ended} in ${anyOf(holdEnds)}`),
  ],
);

/** A sender of whom somebody said that their mail is not for us. */
export const ignoredSenders = pgTable(
  "ignored_senders",
  {
    id: id(),
    teamId: teamId(),
    emailNorm: text("email_norm").notNull(),
    createdAt: createdAt(),
    createdBy: uuid("created_by"),
  },
  (t) => [unique("ignored_senders_once").on(t.teamId, t.emailNorm)],
);
