import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { anyOf } from "../access/any-of";
import { campaignContacts, campaignSequences, campaigns } from "./campaigns";
import { createdAt, id, instant, teamId, updatedAt } from "./columns";
import { contacts } from "./contacts";
import { senderAccounts } from "./senders";
import { draftStatuses, draftTypes, writers } from "./words";

export const draftType = pgEnum("draft_type", draftTypes);
export const emailStatus = pgEnum("email_status", draftStatuses);

const edited = { subject: "coalesce(edited_subject, subject)", body: "coalesce(edited_body, body)" };
const left = (text: string) =>
  `strpos(${text}, '{{') > 0 or strpos(${text}, '}}') > 0 or strpos(${text}, '{%') > 0 or ${text} ~ '\\{\\s*[A-Za-z_][A-Za-z0-9_]*\\s*\\}'`;
/** As lib/drafts/review/queued-drafts.ts says it. */
const textFails = sql.raw(`((cardinality(missing_fields) > 0 and edited_body is null and edited_subject is null)
    or trim(${edited.subject}) = '' or length(${edited.subject}) > 200 or ${left(edited.subject)} or ${left(edited.body)})`);

export const emailDrafts = pgTable(
  "email_drafts",
  {
    id: id(),
    teamId: teamId(),
    contactId: uuid("contact_id").notNull(),
    draftType: draftType("draft_type").notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    editedSubject: text("edited_subject"),
    editedBody: text("edited_body"),
    status: emailStatus("status").default("draft"),
    approvedAt: instant("approved_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    campaignId: uuid("campaign_id"),
    campaignContactId: uuid("campaign_contact_id"),
    sequenceId: uuid("sequence_id"),
    sequenceStep: integer("sequence_step"),
    sequenceVersion: integer("sequence_version"),
    senderAccountId: uuid("sender_account_id"),
    /** Set by a trigger at the first approval, so that it counts once. */
    firstApprovedAt: instant("first_approved_at"),
    writtenBy: text("written_by", { enum: writers }).notNull().default("template"),
    /** Merge fields that were empty; such a draft cannot be signed. */
    missingFields: text("missing_fields").array().notNull().default(sql`'{}'::text[]`),
    /** Exactly what will be handed to Graph (lib/mail/mail-request). */
    request: jsonb("request"),
    requestHash: text("request_hash"),
    /** The sender's address in the request. Kept beside it because reading it out of the request of every waiting mail takes seconds. */
    signedFrom: text("signed_from").generatedAlwaysAs(sql`request->'from'->>'email'`),
    rejectedAt: instant("rejected_at"),
    rejectedBy: uuid("rejected_by"),
    rejectReason: text("reject_reason"),
    failure: text("failure"),
    editedBy: uuid("edited_by"),
    editedAt: instant("edited_at"),
    /** Its person's campaign has ended for them; of one that was sent it may be of before. Kept by the database (drizzle/0025_waiting_counted.sql). */
    shelved: boolean("shelved").notNull().default(false),
  },
  (t) => [
    unique("email_drafts_team_id").on(t.teamId, t.id),
    unique("email_drafts_once").on(t.teamId, t.campaignContactId, t.sequenceId),
    index("email_drafts_contact").on(t.teamId, t.contactId),
    index("email_drafts_to_sign").on(t.teamId, t.campaignId, t.createdAt).where(sql`status = 'draft' and rejected_at is null`),
    index("email_drafts_waiting")
      .on(t.teamId, t.campaignId, t.campaignContactId, t.contactId, t.id)
      .where(sql`status = 'draft' and rejected_at is null`),
    index("email_drafts_text_fails")
      .on(t.teamId, t.campaignId)
      .where(sql`status = 'draft' and rejected_at is null and ${textFails}`),
    index("email_drafts_signed").on(t.teamId, t.campaignId).where(sql`status = 'approved'`),
    index("email_drafts_under_way").on(t.teamId, t.campaignId).where(sql`status = 'scheduled'`),
    foreignKey({ columns: [t.teamId, t.contactId], foreignColumns: [contacts.teamId, contacts.id] }),
    foreignKey({ columns: [t.teamId, t.campaignId], foreignColumns: [campaigns.teamId, campaigns.id] }),
    foreignKey({
      columns: [t.teamId, t.campaignContactId],
      foreignColumns: [campaignContacts.teamId, campaignContacts.id],
    }),
    foreignKey({
      columns: [t.teamId, t.sequenceId],
      foreignColumns: [campaignSequences.teamId, campaignSequences.id],
    }),
    foreignKey({
      columns: [t.teamId, t.senderAccountId],
      foreignColumns: [senderAccounts.teamId, senderAccounts.id],
    }),
    check("email_drafts_place", sql`num_nulls(${t.campaignId}, ${t.campaignContactId}, ${t.sequenceId}) in (0, 3)`),
    check("email_drafts_written_by", sql`${t.writtenBy} in ${anyOf(writers)}`),
  ],
);

/** A signature on a draft: who, when, over which hash. At most one live signature a draft. */
export const signatures = pgTable(
  "signatures",
  {
    id: id(),
    teamId: teamId(),
    draftId: uuid("draft_id").notNull(),
    hash: text("hash").notNull(),
    /** 'person': signed in review. 'launch': launching signed the templates. */
    kind: text("kind").notNull(),
    signedBy: uuid("signed_by"),
    signedAt: instant("signed_at").notNull().defaultNow(),
    voidedAt: instant("voided_at"),
    voidedBy: uuid("voided_by"),
    voidCause: text("void_cause"),
    /** The order to sign all (sign_jobs) that gave it, so that it can be taken back as one. */
    jobId: uuid("job_id"),
  },
  (t) => [
    uniqueIndex("signatures_live").on(t.teamId, t.draftId).where(sql`voided_at is null`),
    index("signatures_draft").on(t.teamId, t.draftId, t.signedAt),
    index("signatures_recent").on(t.teamId, t.signedAt),
    index("signatures_job").on(t.teamId, t.jobId, t.draftId).where(sql`job_id is not null`),
    foreignKey({ columns: [t.teamId, t.draftId], foreignColumns: [emailDrafts.teamId, emailDrafts.id] }),
    check("signatures_kind", sql`${t.kind} in ('person', 'launch')`),
  ],
);
