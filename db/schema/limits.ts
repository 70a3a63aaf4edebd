import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { anyOf } from "../access/any-of";
import { id, instant, teamId } from "./columns";
import { senderAccounts } from "./senders";
import { guardKinds, learnedLimits } from "./words";

/** A refusal of Microsoft that says a limit was reached, with what we had counted by then: others send too, so the true limit is lower. */
export const limitLessons = pgTable(
  "limit_lessons",
  {
    id: id(),
    teamId: teamId(),
    kind: text("kind", { enum: learnedLimits }).notNull(),
    senderAccountId: uuid("sender_account_id").notNull(),
    at: instant("at").notNull(),
    /** Mails of ours that counted against the limit in the 24 hours before. */
    used: integer("used").notNull(),
    /** Microsoft's word for it, such as 5.7.233. */
    code: text("code").notNull(),
  },
  (t) => [
    index("limit_lessons_recent").on(t.teamId, t.kind, t.at),
    foreignKey({ columns: [t.teamId, t.senderAccountId], foreignColumns: [senderAccounts.teamId, senderAccounts.id] }),
    check("limit_lessons_kind", sql`${t.kind} in ${anyOf(learnedLimits)}`),
  ],
);

/** How the domain of a mailbox proves whose its mail is: SPF, DKIM, DMARC, as last looked up. */
export const domainChecks = pgTable(
  "domain_checks",
  {
    teamId: teamId(),
    domain: text("domain").notNull(),
    checkedAt: instant("checked_at").notNull(),
    /** Shape: lib/domains, `Proof[]`. */
    proofs: jsonb("proofs").notNull(),
    /** Since when a look-up says that one of them is missing or wrong; null while all are sound. One without an answer changes nothing. */
    failingSince: instant("failing_since"),
    /** An administrator sends first mails all the same. */
    acceptedAt: instant("accepted_at"),
    acceptedBy: uuid("accepted_by"),
    acceptReason: text("accept_reason"),
  },
  (t) => [primaryKey({ columns: [t.teamId, t.domain] })],
);

/** A mailbox paused by itself, because too many of its last mails met dead addresses or were answered by an opt-out. */
export const mailboxGuards = pgTable(
  "mailbox_guards",
  {
    id: id(),
    teamId: teamId(),
    senderAccountId: uuid("sender_account_id").notNull(),
    kind: text("kind", { enum: guardKinds }).notNull(),
    /** So many of so many last mails, where so many percent are allowed. */
    counted: integer("counted").notNull(),
    of: integer("of").notNull(),
    allowedPercent: real("allowed_percent").notNull(),
    beganAt: instant("began_at").notNull().defaultNow(),
    /** Somebody lets the mailbox go on; mails from before are not counted again. */
    endedAt: instant("ended_at"),
    endedBy: uuid("ended_by"),
  },
  (t) => [
    uniqueIndex("mailbox_guards_open").on(t.teamId, t.senderAccountId).where(sql`ended_at is null`),
    index("mailbox_guards_recent").on(t.teamId, t.senderAccountId, t.beganAt),
    foreignKey({ columns: [t.teamId, t.senderAccountId], foreignColumns: [senderAccounts.teamId, senderAccounts.id] }),
    check("mailbox_guards_kind", sql`${t.kind} in ${anyOf(guardKinds)}`),
  ],
);
