import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  time,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { anyOf } from "../access/any-of";
import { createdAt, id, instant, teamId, updatedAt } from "./columns";
import { contacts } from "./contacts";
import { emailDrafts } from "./drafts";
import { mailboxMessages } from "./replies";
import { senderAccounts } from "./senders";
import { deliveries } from "./sending";
import { members } from "./teams";
import { replyThreads } from "./threads";
import { leaveKinds, leaveZones, singleEnds, waitReasons } from "./words";

/**
 * What somebody writes by hand, to one person or to several: one text with fields, of which each of them gets a mail of their own. Its id is made by
 * the page when it opens: whatever is asked twice under it, by a second click, a retry or a restored tab, is done once.
 */
export const letters = pgTable(
  "letters",
  {
    id: id(),
    teamId: teamId(),
    writtenBy: uuid("written_by").notNull(),
    senderAccountId: uuid("sender_account_id").notNull(),
    templateId: uuid("template_id"),
    /** With fields in braces; the body is sanitised HTML. */
    subject: text("subject").notNull().default(""),
    body: text("body").notNull().default(""),
    /** Counts what was kept: who keeps another text says which one they began with. */
    version: integer("version").notNull().default(1),
    leave: text("leave", { enum: leaveKinds }).notNull().default("now"),
    /** Where it leaves at a time somebody chose: the wall clock there, and in whose town. */
    leaveDay: date("leave_day"),
    leaveTime: time("leave_time"),
    leaveZone: text("leave_zone", { enum: leaveZones }).notNull().default("sender"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    /** All of it was signed at once, from its own page. */
    signedAt: instant("signed_at"),
    signedBy: uuid("signed_by"),
    discardedAt: instant("discarded_at"),
    discardedBy: uuid("discarded_by"),
    /** The thread it answers in; null of a letter that answers none. */
    threadId: uuid("thread_id"),
  },
  (t) => [
    unique("letters_team_id").on(t.teamId, t.id),
    index("letters_recent").on(t.teamId, t.writtenBy, t.updatedAt),
    foreignKey({ columns: [t.teamId, t.writtenBy], foreignColumns: [members.teamId, members.id] }),
    foreignKey({
      columns: [t.teamId, t.senderAccountId],
      foreignColumns: [senderAccounts.teamId, senderAccounts.id],
    }),
    index("letters_thread").on(t.teamId, t.threadId).where(sql`thread_id is not null`),
    foreignKey({ columns: [t.teamId, t.threadId], foreignColumns: [replyThreads.teamId, replyThreads.id] }),
    check("letters_leave", sql`${t.leave} in ${anyOf(leaveKinds)}`),
    check("letters_leave_zone", sql`${t.leaveZone} in ${anyOf(leaveZones)}`),
    check("letters_leave_at", sql`${t.leave} <> 'at' or (${t.leaveDay} is not null and ${t.leaveTime} is not null)`),
  ],
);

/**
 * A mail without a campaign: what a campaign's contact is to the mails of a campaign, for one mail. One row a draft; its ledger row, slot and sent mail
 * hang on the draft. See docs/decisions/mail-without-a-campaign.md.
 */
export const singleMails = pgTable(
  "single_mails",
  {
    id: id(),
    teamId: teamId(),
    /** Null for one that was not written in a letter. */
    letterId: uuid("letter_id"),
    draftId: uuid("draft_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    /** Where it goes; fixed once it is signed. */
    recipientEmail: text("recipient_email").notNull(),
    /** 128 random bits in the unsubscribe link; says nothing about the person. */
    unsubscribeToken: text("unsubscribe_token")
      .notNull()
      .default(sql`replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')`),
    /** The mail in whose thread it goes; null begins one. */
    threadDeliveryId: uuid("thread_delivery_id"),
    /** Somebody chose that it begins a thread, though there is one. */
    newThread: boolean("new_thread").notNull().default(false),
    /** The message it answers, in whose conversation it goes; and that message's own words, which it quotes. Null of what is no answer. */
    answersMessageId: uuid("answers_message_id"),
    quoted: text("quoted"),
    /** It carries neither unsubscribe line nor postal address: it answers the person, or the team wants none in what is written by hand. */
    isPlain: boolean("is_plain").notNull().default(false),
    /** How its time came about, and in which IANA zone it was meant; set when it is signed. */
    leave: text("leave", { enum: leaveKinds }),
    leaveZone: text("leave_zone"),
    leaveAt: instant("leave_at"),
    /** The run that may write for it, and how many it has had: its fence. */
    runId: text("run_id"),
    admission: integer("admission").notNull().default(0),
    admittedAt: instant("admitted_at"),
    /** Why it has not left although its time has come, and the earliest time that can change. */
    waitReason: text("wait_reason", { enum: waitReasons }),
    nextAt: instant("next_at"),
    endedReason: text("ended_reason", { enum: singleEnds }),
    endedAt: instant("ended_at"),
    endedBy: uuid("ended_by"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("single_mails_team_id").on(t.teamId, t.id),
    unique("single_mails_draft").on(t.teamId, t.draftId),
    unique("single_mails_token").on(t.unsubscribeToken),
    uniqueIndex("single_mails_letter").on(t.teamId, t.letterId, t.contactId).where(sql`letter_id is not null`),
    index("single_mails_contact").on(t.teamId, t.contactId),
    index("single_mails_open").on(t.teamId, t.leaveAt).where(sql`ended_reason is null`),
    foreignKey({ columns: [t.teamId, t.letterId], foreignColumns: [letters.teamId, letters.id] }),
    foreignKey({ columns: [t.teamId, t.draftId], foreignColumns: [emailDrafts.teamId, emailDrafts.id] }),
    foreignKey({ columns: [t.teamId, t.contactId], foreignColumns: [contacts.teamId, contacts.id] }),
    foreignKey({ columns: [t.teamId, t.threadDeliveryId], foreignColumns: [deliveries.teamId, deliveries.id] }),
    foreignKey({ columns: [t.teamId, t.answersMessageId], foreignColumns: [mailboxMessages.teamId, mailboxMessages.id] }),
    check("single_mails_thread", sql`${t.threadDeliveryId} is null or ${t.answersMessageId} is null`),
    check("single_mails_leave", sql`${t.leave} in ${anyOf(leaveKinds)}`),
    check("single_mails_reason_known", sql`${t.waitReason} in ${anyOf(waitReasons)}`),
    check("single_mails_ended_known", sql`${t.endedReason} in ${anyOf(singleEnds)}`),
  ],
);
