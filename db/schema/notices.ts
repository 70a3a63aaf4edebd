import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, text, time, unique, uuid } from "drizzle-orm/pg-core";
import { anyOf } from "../access/any-of";
import { bytea, createdAt, id, instant, teamId, updatedAt } from "./columns";
import { mailboxMessages } from "./replies";
import { senderAccounts } from "./senders";
import { members } from "./teams";
import { noticeAbout, noticeTimes, noticeWays } from "./words";

/** Where news of answers goes: to one person, or to the team's own channel. Nobody is told who did not ask for it. */
export const noticeTargets = pgTable(
  "notice_targets",
  {
    id: id(),
    teamId: teamId(),
    /** Null: the team's channel, which an administrator sets. */
    memberId: uuid("member_id"),
    when: text("when_told", { enum: noticeTimes }).notNull().default("never"),
    way: text("way", { enum: noticeWays }).notNull().default("mail"),
    about: text("about", { enum: noticeAbout }).notNull().default("all"),
    /** When a digest leaves, on the team's clock. */
    digestAt: time("digest_at").notNull().default("08:30"),
    /** By mail: the team's mailbox it leaves from. */
    senderAccountId: uuid("sender_account_id"),
    /** To Teams: the webhook's address, encrypted as tokens are, since whoever has it can post; and its host, to be shown. */
    keyId: text("key_id"),
    nonce: bytea("nonce"),
    ciphertext: bytea("ciphertext"),
    tag: bytea("tag"),
    webhookHost: text("webhook_host"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique("notice_targets_team_id").on(t.teamId, t.id),
    unique("notice_targets_once").on(t.teamId, t.memberId).nullsNotDistinct(),
    foreignKey({ columns: [t.teamId, t.memberId], foreignColumns: [members.teamId, members.id] }),
    foreignKey({
      columns: [t.teamId, t.senderAccountId],
      foreignColumns: [senderAccounts.teamId, senderAccounts.id],
    }),
    check("notice_targets_when", sql`${t.when} in ${anyOf(noticeTimes)}`),
    check("notice_targets_way", sql`${t.way} in ${anyOf(noticeWays)}`),
    check("notice_targets_about", sql`${t.about} in ${anyOf(noticeAbout)}`),
  ],
);

/** One answer to be told to one target; each once. */
export const notices = pgTable(
  "notices",
  {
    id: id(),
    teamId: teamId(),
    targetId: uuid("target_id").notNull(),
    messageId: uuid("message_id").notNull(),
    dueAt: instant("due_at").notNull(),
    /** Told, or given up: `failure` says why. */
    toldAt: instant("told_at"),
    tries: integer("tries").notNull().default(0),
    failure: text("failure"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("notices_once").on(t.teamId, t.targetId, t.messageId),
    index("notices_due").on(t.teamId, t.dueAt).where(sql`told_at is null`),
    foreignKey({ columns: [t.teamId, t.targetId], foreignColumns: [noticeTargets.teamId, noticeTargets.id] }),
    foreignKey({ columns: [t.teamId, t.messageId], foreignColumns: [mailboxMessages.teamId, mailboxMessages.id] }),
  ],
);
