import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { anyOf } from "../access/any-of";
import { campaignContacts, campaigns } from "./campaigns";
import { createdAt, id, instant, teamId } from "./columns";
import { contacts } from "./contacts";
import { senderAccounts } from "./senders";
import { sentEmails } from "./sending";
import { messageKinds } from "./words";

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

/** Everything a mailbox told us that concerns a campaign, replies included; each message once. */
export const mailboxMessages = pgTable(
  "mailbox_messages",
  {
    id: id(),
    teamId: teamId(),
    senderAccountId: uuid("sender_account_id").notNull(),
    internetMessageId: text("internet_message_id").notNull(),
    graphId: text("graph_id"),
    kind: text("kind", { enum: messageKinds }).notNull(),
    /** Which key matched it: 'headers', 'conversation', 'address', 'report' or null. */
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
  },
  (t) => [
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
