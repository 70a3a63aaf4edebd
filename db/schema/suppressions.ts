import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { anyOf } from "../access/any-of";
import { createdAt, id, instant, teamId } from "./columns";
import { suppressionFileStates, suppressionReasons } from "./words";

/**
 * Who gets no mail of this team: one address, all of a domain, or whatever fits a wildcard. A row is never taken away or weakened: an administrator lifts
 * it, with a reason, and whoever suppressed by hand may take that back for half a minute (drizzle/0017_limits.sql).
 */
export const suppressions = pgTable(
  "suppressions",
  {
    id: id(),
    teamId: teamId(),
    /** Exactly one of the next four is set. */
    emailNorm: text("email_norm"),
    /** Exactly this domain, lower case; those below it are others. */
    domain: text("domain"),
    /** Whole addresses with `*` for any run of letters, lower case: `*@*.x.example`, `info@*`. */
    wildcard: text("wildcard"),
    /** Of an address that was erased: a keyed SHA-256, in hex, under the key `keyId` of app_private.suppression_keys. */
    addressHash: text("address_hash"),
    keyId: text("key_id"),
    /** The wildcard as a pattern of `like`. */
    likePattern: text("like_pattern").generatedAlwaysAs(
      sql`replace(replace(replace(replace(wildcard, '\\', '\\\\'), '%', '\\%'), '_', '\\_'), '*', '%')`,
    ),
    reason: text("reason", { enum: suppressionReasons }).notNull(),
    /** In the words of whoever added it, or of the file it came from. */
    note: text("note"),
    fileId: uuid("file_id"),
    campaignContactId: uuid("campaign_contact_id"),
    /** The mail without a campaign behind whose link, or to which, they said so. */
    singleMailId: uuid("single_mail_id"),
    createdAt: createdAt(),
    createdBy: uuid("created_by"),
    liftedAt: instant("lifted_at"),
    liftedBy: uuid("lifted_by"),
    liftReason: text("lift_reason"),
  },
  (t) => [
    unique("suppressions_team_id").on(t.teamId, t.id),
    uniqueIndex("suppressions_open").on(t.teamId, t.emailNorm).where(sql`lifted_at is null`),
    uniqueIndex("suppressions_domain").on(t.teamId, t.domain).where(sql`lifted_at is null and domain is not null`),
    uniqueIndex("suppressions_wildcard").on(t.teamId, t.wildcard).where(sql`lifted_at is null and wildcard is not null`),
    uniqueIndex("suppressions_hash")
      .on(t.teamId, t.keyId, t.addressHash)
      .where(sql`lifted_at is null and address_hash is not null`),
    index("suppressions_recent").on(t.teamId, t.createdAt, t.id).where(sql`lifted_at is null`),
    index("suppressions_file").on(t.teamId, t.fileId).where(sql`file_id is not null`),
    check("suppressions_reason", sql`${t.reason} in ${anyOf(suppressionReasons)}`),
    check("suppressions_one", sql`num_nonnulls(email_norm, domain, wildcard, address_hash) = 1`),
    check("suppressions_keyed", sql`(address_hash is null) = (key_id is null)`),
    check("suppressions_lifted", sql`(lifted_at is null) = (lift_reason is null)`),
  ],
);

/** A file of entries that somebody is adding: read first, then shown with what it would do, then taken over. */
export const suppressionFiles = pgTable(
  "suppression_files",
  {
    id: id(),
    teamId: teamId(),
    fileName: text("file_name").notNull(),
    state: text("state", { enum: suppressionFileStates }).notNull().default("reading"),
    createdAt: createdAt(),
    createdBy: uuid("created_by"),
    /** Lines with something in them; entries that could be read; lines that could not; entries that stood in the list before. */
    lines: integer("lines").notNull().default(0),
    entries: integer("entries").notNull().default(0),
    refused: integer("refused").notNull().default(0),
    known: integer("known").notNull().default(0),
    /** So many entries are in the list by now. */
    taken: integer("taken").notNull().default(0),
    finishedAt: instant("finished_at"),
    /** How the file was read and what else is told of it: FileFacts of lib/suppressions/files/file-facts.ts. */
    facts: jsonb("facts").notNull().default({}),
  },
  (t) => [
    unique("suppression_files_team_id").on(t.teamId, t.id),
    index("suppression_files_recent").on(t.teamId, t.createdAt),
    check("suppression_files_state", sql`${t.state} in ${anyOf(suppressionFileStates)}`),
  ],
);

/** What was read of such a file, until it is in the list. */
export const suppressionFileEntries = pgTable(
  "suppression_file_entries",
  {
    teamId: teamId(),
    fileId: uuid("file_id").notNull(),
    line: integer("line").notNull(),
    /** A name with letters beyond ASCII gives two entries: as written, and as mail systems write it. */
    place: integer("place").notNull().default(0),
    emailNorm: text("email_norm"),
    domain: text("domain"),
    wildcard: text("wildcard"),
    reason: text("reason", { enum: suppressionReasons }),
    note: text("note"),
    /** Why the line is no entry, with the line as it stood in `note`. */
    refused: text("refused"),
  },
  (t) => [
    primaryKey({ columns: [t.fileId, t.line, t.place] }),
    foreignKey({ columns: [t.teamId, t.fileId], foreignColumns: [suppressionFiles.teamId, suppressionFiles.id] }),
    check("suppression_file_entries_one", sql`num_nonnulls(email_norm, domain, wildcard, refused) = 1`),
  ],
);
