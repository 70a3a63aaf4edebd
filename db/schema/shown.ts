import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { anyOf } from "../access/any-of";
import { campaigns } from "./campaigns";
import { createdAt, id, instant, teamId } from "./columns";
import { emailDrafts } from "./drafts";
import { signJobDraftStates, signJobStates } from "./words";

/** What somebody was shown before launching: only that is launched, for these people and nobody else. Kept for a day. */
export const launchViews = pgTable(
  "launch_views",
  {
    id: id(),
    teamId: teamId(),
    campaignId: uuid("campaign_id").notNull(),
    memberId: uuid("member_id").notNull(),
    seenAt: instant("seen_at").notNull(),
    /** Texts, steps, mode, mailbox, rules and footer (lib/shown). */
    shown: jsonb("shown").notNull(),
    /** Everybody who would have been enrolled. */
    contactIds: uuid("contact_ids").array().notNull(),
  },
  (t) => [
    index("launch_views_old").on(t.teamId, t.seenAt),
    foreignKey({ columns: [t.teamId, t.campaignId], foreignColumns: [campaigns.teamId, campaigns.id] }).onDelete("cascade"),
  ],
);

/** One order to sign all that was shown: who gave it, how far it came. */
export const signJobs = pgTable(
  "sign_jobs",
  {
    id: id(),
    teamId: teamId(),
    memberId: uuid("member_id").notNull(),
    /** Null: the queue of all campaigns. */
    campaignId: uuid("campaign_id"),
    state: text("state", { enum: signJobStates }).notNull().default("asking"),
    createdAt: createdAt(),
    /** When the queue that was shown was read. */
    seenAt: instant("seen_at").notNull().defaultNow(),
    startedAt: instant("started_at"),
    finishedAt: instant("finished_at"),
    /** All drafts of the order; those that are neither signed, refused nor passed over wait. */
    total: integer("total").notNull(),
    signed: integer("signed").notNull().default(0),
    /** A check forbids to sign them. */
    refused: integer("refused").notNull().default(0),
    /** Edited, signed, rejected or ended since they were shown. */
    passedOver: integer("passed_over").notNull().default(0),
  },
  (t) => [
    unique("sign_jobs_team_id").on(t.teamId, t.id),
    index("sign_jobs_recent").on(t.teamId, t.createdAt),
    index("sign_jobs_running").on(t.teamId).where(sql`state = 'running'`),
    foreignKey({ columns: [t.teamId, t.campaignId], foreignColumns: [campaigns.teamId, campaigns.id] }),
    check("sign_jobs_state", sql`${t.state} in ${anyOf(signJobStates)}`),
  ],
);

/** The drafts of such an order, each in the version that was shown. */
export const signJobDrafts = pgTable(
  "sign_job_drafts",
  {
    teamId: teamId(),
    jobId: uuid("job_id").notNull(),
    /** Slots are given in this order. */
    place: integer("place").notNull(),
    draftId: uuid("draft_id").notNull(),
    /** Of everything the mail is built from (lib/mail/draft-parts): the version that was shown. */
    hash: text("hash").notNull(),
    state: text("state", { enum: signJobDraftStates }).notNull().default("waiting"),
  },
  (t) => [
    primaryKey({ columns: [t.jobId, t.place] }),
    index("sign_job_drafts_waiting").on(t.teamId, t.jobId, t.place).where(sql`state = 'waiting'`),
    foreignKey({ columns: [t.teamId, t.jobId], foreignColumns: [signJobs.teamId, signJobs.id] }).onDelete("cascade"),
    foreignKey({ columns: [t.teamId, t.draftId], foreignColumns: [emailDrafts.teamId, emailDrafts.id] }),
    check("sign_job_drafts_state", sql`${t.state} in ${anyOf(signJobDraftStates)}`),
  ],
);
