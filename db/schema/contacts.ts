import { sql } from "drizzle-orm";
import { bigint, check, foreignKey, index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { anyOf } from "../access/any-of";
import { bytea, createdAt, id, instant, teamId, updatedAt } from "./columns";
import { addressKinds, knownPolicies, rowStates, takingStates, uploadStatuses } from "./words";

/** A CSV upload, or the batch named "Added by hand". */
export const uploadBatches = pgTable(
  "upload_batches",
  {
    id: id(),
    teamId: teamId(),
    fileName: text("file_name").notNull(),
    /** Contract: header of the file -> field of ours. Shape: lib/uploads. */
    columnMapping: jsonb("column_mapping"),
    totalContacts: integer("total_contacts").default(0),
    processedContacts: integer("processed_contacts").default(0),
    status: text("status", { enum: uploadStatuses }).default("pending"),
    createdAt: createdAt(),
    createdBy: uuid("created_by"),
    headers: text("headers").array(),
    delimiter: text("delimiter"),
    encoding: text("encoding"),
    bytes: integer("bytes"),
    /** How the file is read, why, and what is doubtful about it. Shapes: lib/uploads/reading. Null: a file from before files were kept, or still coming. */
    reading: jsonb("reading"),
    findings: jsonb("findings"),
    /** What its rows come to, counted under this reading and mapping; null while they are counted. Shape: lib/uploads/count. */
    counted: jsonb("counted"),
    /** So far the rows became contacts: bytes of the text behind the last one, as UTF-8, and the line it ended on. */
    readOffset: bigint("read_offset", { mode: "number" }).notNull().default(0),
    readLine: integer("read_line").notNull().default(0),
    /** What to do with people already known: fill blanks, overwrite, or leave alone. */
    knownPolicy: text("known_policy", { enum: knownPolicies }).notNull().default("fill"),
    listId: uuid("list_id"),
    createdCount: integer("created_count").notNull().default(0),
    updatedCount: integer("updated_count").notNull().default(0),
    unchangedCount: integer("unchanged_count").notNull().default(0),
    refusedCount: integer("refused_count").notNull().default(0),
    /** Sentence a person reads when the upload failed. */
    error: text("error"),
    byHand: text("by_hand"),
    startedAt: instant("started_at"),
    finishedAt: instant("finished_at"),
    cancelledAt: instant("cancelled_at"),
    taking: text("taking", { enum: takingStates }),
    /** So far it was taken or brought back: the line of the file behind which the next people stand. */
    takenLine: integer("taken_line").notNull().default(0),
    takenAt: instant("taken_at"),
    takenBy: uuid("taken_by"),
    /** When the last one went, or was back. */
    takenEnd: instant("taken_end"),
    /** The `archive_act` of whom it took away: they are hidden until they are brought back, also from the archived. */
    takenAct: uuid("taken_act"),
    /** What taking back came to, in numbers that add up to its rows. Shape: lib/uploads/taking. */
    taken: jsonb("taken"),
  },
  (t) => [
    unique("upload_batches_team_id").on(t.teamId, t.id),
    uniqueIndex("upload_batches_by_hand").on(t.teamId).where(sql`by_hand is not null`),
    index("upload_batches_recent").on(t.teamId, t.createdAt),
    check("upload_batches_status", sql`${t.status} in ${anyOf(uploadStatuses)}`),
    check("upload_batches_taking", sql`${t.taking} in ${anyOf(takingStates)}`),
    index("upload_batches_taken").on(t.teamId, t.takenAct).where(sql`taken_act is not null`),
    check("upload_batches_policy", sql`${t.knownPolicy} in ${anyOf(knownPolicies)}`),
  ],
);

/** An uploaded file as it came, in pieces of a megabyte, until its import can no longer be taken back. */
export const uploadParts = pgTable(
  "upload_parts",
  {
    id: id(),
    teamId: teamId(),
    uploadBatchId: uuid("upload_batch_id").notNull(),
    /** From 0. */
    place: integer("place").notNull(),
    bytes: bytea("bytes").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("upload_parts_place").on(t.teamId, t.uploadBatchId, t.place),
    foreignKey({
      columns: [t.teamId, t.uploadBatchId],
      foreignColumns: [uploadBatches.teamId, uploadBatches.id],
    }).onDelete("cascade"),
  ],
);

/** What became of a line of a file that was refused, or that is somebody known already; whom a line made knows it themselves. */
export const uploadRows = pgTable(
  "upload_rows",
  {
    id: id(),
    teamId: teamId(),
    uploadBatchId: uuid("upload_batch_id").notNull(),
    /** Line of the file where the record starts, 1 = header. */
    line: integer("line").notNull(),
    /** Cells in the order of the file's headers; of somebody known already, the address by which. */
    cells: jsonb("cells").notNull(),
    state: text("state", { enum: rowStates }).notNull().default("staged"),
    reason: text("reason"),
    contactId: uuid("contact_id"),
    /** What it changed in somebody known: each cell as it was and as it became, and what else. Shape: lib/contacts/merge-known. */
    changed: jsonb("changed"),
    /** Of that, what taking the import back has undone. */
    undone: jsonb("undone"),
  },
  (t) => [
    unique("upload_rows_line").on(t.teamId, t.uploadBatchId, t.line),
    index("upload_rows_state").on(t.teamId, t.uploadBatchId, t.state),
    /** What files said of a contact; without it, each contact's page read every row of every file. */
    index("upload_rows_contact").on(t.teamId, t.contactId).where(sql`contact_id is not null`),
    foreignKey({
      columns: [t.teamId, t.uploadBatchId],
      foreignColumns: [uploadBatches.teamId, uploadBatches.id],
    }).onDelete("cascade"),
    check("upload_rows_states", sql`${t.state} in ${anyOf(rowStates)}`),
  ],
);

export const contacts = pgTable(
  "contacts",
  {
    id: id(),
    teamId: teamId(),
    uploadBatchId: uuid("upload_batch_id").notNull(),
    /** The line of the file that made it; null where a hand did. */
    uploadLine: integer("upload_line"),
    rawData: jsonb("raw_data").notNull(),
    name: text("name"),
    email: text("email").notNull(),
    company: text("company"),
    enrichedData: jsonb("enriched_data"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    /** Trimmed, lower-cased address; compared by equality because lower() is not leakproof. */
    emailNorm: text("email_norm").notNull(),
    firstName: text("first_name"),
    lastName: text("last_name"),
    /** The file's other columns: slug -> text. Merge fields. */
    fields: jsonb("fields").$type<Record<string, string>>().notNull().default({}),
    archivedAt: instant("archived_at"),
    /** What archived or restored them last, so that it can be taken back as one: a moment may be another's too. */
    archiveAct: uuid("archive_act"),
    /** IANA zone, as a person of the team said; lib/schedule/zones reads it out of a file's columns where nobody did. */
    timeZone: text("time_zone"),
  },
  (t) => [
    unique("contacts_team_id").on(t.teamId, t.id),
    unique("contacts_email").on(t.teamId, t.emailNorm),
    index("contacts_archived").on(t.teamId, t.archivedAt, t.id).where(sql`archived_at is not null`),
    index("contacts_archive_act").on(t.teamId, t.archiveAct).where(sql`archive_act is not null`),
    index("contacts_recent").on(t.teamId, t.createdAt, t.id),
    /** Of those alone whom a file made: an index of all was what a foreign key took without statistics, and read all people of the team for each row. */
    index("contacts_upload").on(t.teamId, t.uploadBatchId, t.uploadLine).where(sql`upload_line is not null`),
    index("contacts_name").on(t.teamId, sql`${t.name} collate "und-x-icu"`, t.id),
    index("contacts_company").on(t.teamId, sql`${t.company} collate "und-x-icu"`, t.id),
    foreignKey({
      columns: [t.teamId, t.uploadBatchId],
      foreignColumns: [uploadBatches.teamId, uploadBatches.id],
    }),
  ],
);

/**
 * Every address by which a person is known. The database keeps the primary one as the contact's own: a trigger writes it, and keeps the one
 * before as 'former'. No two people of a team share one.
 */
export const contactAddresses = pgTable(
  "contact_addresses",
  {
    id: id(),
    teamId: teamId(),
    contactId: uuid("contact_id").notNull(),
    address: text("address").notNull(),
    addressNorm: text("address_norm").notNull(),
    /** What stands behind the @. */
    domain: text("domain").generatedAlwaysAs(sql`substring(address_norm from '[^@]*$')`),
    /** The suppression that knows this address only by its hash: found when the address was written. Kept by a trigger. */
    hashedIn: uuid("hashed_in"),
    kind: text("kind", { enum: addressKinds }).notNull(),
    /** How it is known: 'contact', 'corrected', 'belongs to'. */
    source: text("source").notNull(),
    createdAt: createdAt(),
    createdBy: uuid("created_by"),
  },
  (t) => [
    unique("contact_addresses_once").on(t.teamId, t.addressNorm),
    uniqueIndex("contact_addresses_primary").on(t.teamId, t.contactId).where(sql`kind = 'primary'`),
    index("contact_addresses_contact").on(t.teamId, t.contactId),
    index("contact_addresses_domain").on(t.teamId, t.domain),
    index("contact_addresses_hashed").on(t.teamId, t.hashedIn).where(sql`hashed_in is not null`),
    foreignKey({ columns: [t.teamId, t.contactId], foreignColumns: [contacts.teamId, contacts.id] }).onDelete("cascade"),
    check("contact_addresses_kind", sql`${t.kind} in ${anyOf(addressKinds)}`),
  ],
);

export const contactLists = pgTable(
  "contact_lists",
  {
    id: id(),
    teamId: teamId(),
    name: text("name").notNull(),
    description: text("description"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [unique("contact_lists_team_id").on(t.teamId, t.id)],
);

export const contactListMembers = pgTable(
  "contact_list_members",
  {
    id: id(),
    teamId: teamId(),
    contactId: uuid("contact_id").notNull(),
    listId: uuid("list_id").notNull(),
    addedAt: instant("added_at").notNull().defaultNow(),
  },
  (t) => [
    unique("contact_list_members_once").on(t.teamId, t.listId, t.contactId),
    index("contact_list_members_contact").on(t.teamId, t.contactId),
    foreignKey({ columns: [t.teamId, t.contactId], foreignColumns: [contacts.teamId, contacts.id] }),
    foreignKey({ columns: [t.teamId, t.listId], foreignColumns: [contactLists.teamId, contactLists.id] }),
  ],
);
