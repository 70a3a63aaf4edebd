import { sql } from "drizzle-orm";
import { boolean, check, date, foreignKey, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { anyOf } from "../access/any-of";
import { bytea, createdAt, id, instant, teamId } from "./columns";
import { contacts } from "./contacts";
import { mailboxMessages } from "./replies";
import { senderAccounts } from "./senders";
import { members } from "./teams";
import { labelSources, threadLabels, threadStates } from "./words";

/**
 * What one person and one of our mailboxes write to each other, once the person has written: what the page Replies lists. It may span several
 * conversations of Exchange; its letters are the rows of mailbox_messages and sent_emails of the two. See docs/decisions/threads.md.
 */
export const replyThreads = pgTable(
  "reply_threads",
  {
    id: id(),
    teamId: teamId(),
    senderAccountId: uuid("sender_account_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    state: text("state", { enum: threadStates }).notNull().default("open"),
    /** Nobody of the team has opened it since they wrote, or since it was snoozed until. */
    unread: boolean("unread").notNull().default(true),
    /** Their newest message. */
    lastMessageId: uuid("last_message_id").notNull(),
    lastInAt: instant("last_in_at").notNull(),
    lastOutAt: instant("last_out_at"),
    /** Counts what of theirs came into it: who answers says which they had before their eyes. */
    version: integer("version").notNull().default(1),
    assignedTo: uuid("assigned_to"),
    assignedBy: uuid("assigned_by"),
    assignedAt: instant("assigned_at"),
    /** Null unless it is snoozed. */
    snoozedUntil: instant("snoozed_until"),
    snoozedBy: uuid("snoozed_by"),
    label: text("label", { enum: threadLabels }),
    /** A label of 'words' or 'model' is proposed, and nobody's yet. */
    labelBy: text("label_by", { enum: labelSources }),
    labelledBy: uuid("labelled_by"),
    labelledAt: instant("labelled_at"),
    /** Of 'later': the day they asked for, where one was chosen. */
    laterOn: date("later_on"),
    doneAt: instant("done_at"),
    doneBy: uuid("done_by"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("reply_threads_team_id").on(t.teamId, t.id),
    unique("reply_threads_once").on(t.teamId, t.contactId, t.senderAccountId),
    index("reply_threads_list").on(t.teamId, t.state, t.unread, t.lastInAt, t.id),
    index("reply_threads_mailbox").on(t.teamId, t.senderAccountId, t.state, t.unread, t.lastInAt, t.id),
    index("reply_threads_mine")
      .on(t.teamId, t.assignedTo, t.state, t.unread, t.lastInAt, t.id)
      .where(sql`assigned_to is not null`),
    index("reply_threads_snoozed").on(t.teamId, t.snoozedUntil).where(sql`state = 'snoozed'`),
    foreignKey({ columns: [t.teamId, t.contactId], foreignColumns: [contacts.teamId, contacts.id] }),
    foreignKey({
      columns: [t.teamId, t.senderAccountId],
      foreignColumns: [senderAccounts.teamId, senderAccounts.id],
    }),
    foreignKey({ columns: [t.teamId, t.lastMessageId], foreignColumns: [mailboxMessages.teamId, mailboxMessages.id] }),
    foreignKey({ columns: [t.teamId, t.assignedTo], foreignColumns: [members.teamId, members.id] }),
    check("reply_threads_state", sql`${t.state} in ${anyOf(threadStates)}`),
    check("reply_threads_label", sql`${t.label} in ${anyOf(threadLabels)}`),
    check("reply_threads_label_by", sql`${t.labelBy} in ${anyOf(labelSources)}`),
    check("reply_threads_snoozed_until", sql`(${t.state} = 'snoozed') = (${t.snoozedUntil} is not null)`),
  ],
);

/** Who has a thread open right now, and since when they type an answer in it. Stale after some seconds. */
export const threadPresences = pgTable(
  "thread_presences",
  {
    id: id(),
    teamId: teamId(),
    threadId: uuid("thread_id").notNull(),
    memberId: uuid("member_id").notNull(),
    seenAt: instant("seen_at").notNull(),
    /** The last key; null while they only read. */
    typedAt: instant("typed_at"),
  },
  (t) => [
    unique("thread_presences_once").on(t.teamId, t.threadId, t.memberId),
    foreignKey({ columns: [t.teamId, t.threadId], foreignColumns: [replyThreads.teamId, replyThreads.id] }),
    foreignKey({ columns: [t.teamId, t.memberId], foreignColumns: [members.teamId, members.id] }),
  ],
);

/** A received letter whole, sanitised and encrypted, of a team that keeps them (teams.keep_letters). */
export const keptLetters = pgTable(
  "kept_letters",
  {
    id: id(),
    teamId: teamId(),
    messageId: uuid("message_id").notNull(),
    keyId: text("key_id").notNull(),
    nonce: bytea("nonce").notNull(),
    ciphertext: bytea("ciphertext").notNull(),
    tag: bytea("tag").notNull(),
    keptAt: instant("kept_at").notNull(),
  },
  (t) => [
    unique("kept_letters_once").on(t.teamId, t.messageId),
    foreignKey({ columns: [t.teamId, t.messageId], foreignColumns: [mailboxMessages.teamId, mailboxMessages.id] }),
  ],
);
