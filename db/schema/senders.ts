import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { anyOf } from "../access/any-of";
import { bytea, createdAt, id, instant, teamId, updatedAt } from "./columns";
import { leasePurposes, mailboxStatuses, mailboxTroubles, readFolders } from "./words";

/** A mailbox of the team in Microsoft 365. */
export const senderAccounts = pgTable(
  "sender_accounts",
  {
    id: id(),
    teamId: teamId(),
    email: text("email").notNull(),
    displayName: text("display_name"),
    isActive: boolean("is_active").default(true),
    createdAt: createdAt(),
    emailNorm: text("email_norm").notNull(),
    tid: text("tid"),
    oid: text("oid"),
    connectedBy: uuid("connected_by"),
    connectedAt: instant("connected_at"),
    status: text("status", { enum: mailboxStatuses }).notNull().default("connected"),
    statusReason: text("status_reason"),
    statusSince: instant("status_since").notNull().defaultNow(),
    /** Set while the mailbox is connected and does not work; `troubleCode` is Microsoft's own word for it. */
    trouble: text("trouble", { enum: mailboxTroubles }),
    troubleCode: text("trouble_code"),
    troubleSince: instant("trouble_since"),
    /** When it is tried again by itself. */
    troubleUntil: instant("trouble_until"),
    /** Every address that mail for this mailbox may name, its own among them; lower case. */
    addresses: text("addresses").array().notNull().default(sql`'{}'::text[]`),
    /** The name its person signs in with; often another than the address. */
    signInName: text("sign_in_name"),
    /** Signature block in the sanitised subset of HTML; part of every mail. */
    signatureHtml: text("signature_html").notNull().default(""),
    /** Who wrote that block. */
    signatureBy: uuid("signature_by"),
  },
  (t) => [
    unique("sender_accounts_team_id").on(t.teamId, t.id),
    unique("sender_accounts_email").on(t.teamId, t.emailNorm),
    check("sender_accounts_trouble", sql`${t.trouble} in ${anyOf(mailboxTroubles)}`),
    check("sender_accounts_status", sql`${t.status} in ${anyOf(mailboxStatuses)}`),
  ],
);

/** MSAL's token cache of one mailbox: AES-256-GCM, bound to its row by the additional data. */
export const mailboxTokens = pgTable(
  "mailbox_tokens",
  {
    senderAccountId: uuid("sender_account_id").primaryKey(),
    teamId: teamId(),
    keyId: text("key_id").notNull(),
    nonce: bytea("nonce").notNull(),
    ciphertext: bytea("ciphertext").notNull(),
    tag: bytea("tag").notNull(),
    version: integer("version").notNull().default(1),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      columns: [t.teamId, t.senderAccountId],
      foreignColumns: [senderAccounts.teamId, senderAccounts.id],
    }),
  ],
);

/** One worker per mailbox and purpose at a time; outlives the HTTP timeout. */
export const mailboxLeases = pgTable(
  "mailbox_leases",
  {
    id: id(),
    teamId: teamId(),
    senderAccountId: uuid("sender_account_id").notNull(),
    purpose: text("purpose", { enum: leasePurposes }).notNull(),
    holder: text("holder").notNull(),
    until: instant("until").notNull(),
  },
  (t) => [
    unique("mailbox_leases_one").on(t.teamId, t.senderAccountId, t.purpose),
    check("mailbox_leases_purpose", sql`${t.purpose} in ${anyOf(leasePurposes)}`),
    foreignKey({
      columns: [t.teamId, t.senderAccountId],
      foreignColumns: [senderAccounts.teamId, senderAccounts.id],
    }),
  ],
);

/** Where reading a mailbox stands, folder by folder. */
export const mailboxSyncs = pgTable(
  "mailbox_syncs",
  {
    senderAccountId: uuid("sender_account_id").notNull(),
    folder: text("folder", { enum: readFolders }).notNull().default("inbox"),
    teamId: teamId(),
    deltaLink: text("delta_link"),
    /** The last look that reached the end, with no message left that is still being tried. */
    lastPolledAt: instant("last_polled_at"),
    lastMessageAt: instant("last_message_at"),
    /** Messages of the page behind `deltaLink` that were worked on before time was up. */
    done: text("done").array().notNull().default(sql`'{}'::text[]`),
    /** How many entries a page may have; fewer where Microsoft fails on more. */
    pageSize: integer("page_size").notNull().default(50),
    /** Microsoft's word for what keeps reading from going on, and since when it does. */
    error: text("error"),
    failingSince: instant("failing_since"),
  },
  (t) => [
    primaryKey({ columns: [t.senderAccountId, t.folder] }),
    check("mailbox_syncs_folder", sql`${t.folder} in ${anyOf(readFolders)}`),
    foreignKey({
      columns: [t.teamId, t.senderAccountId],
      foreignColumns: [senderAccounts.teamId, senderAccounts.id],
    }),
  ],
);

/**
 * What Microsoft does not give out of an inbox: tried a few times, then given up, counted and shown. Reading goes on behind it.
 */
export const mailboxSetAsides = pgTable(
  "mailbox_set_asides",
  {
    id: id(),
    teamId: teamId(),
    senderAccountId: uuid("sender_account_id").notNull(),
    /** Graph's id of the message, or where it lies in the inbox, for one that cannot even be listed. */
    graphId: text("graph_id").notNull(),
    /** Microsoft's word for it, such as ErrorCorruptData. */
    code: text("code").notNull(),
    tries: integer("tries").notNull(),
    firstSeenAt: instant("first_seen_at").notNull(),
    /** Null once it is no longer tried. */
    nextTryAt: instant("next_try_at"),
    givenUpAt: instant("given_up_at"),
  },
  (t) => [
    unique("mailbox_set_asides_one").on(t.teamId, t.senderAccountId, t.graphId),
    foreignKey({
      columns: [t.teamId, t.senderAccountId],
      foreignColumns: [senderAccounts.teamId, senderAccounts.id],
    }),
  ],
);

/** What is counted about the looks into a mailbox. */
export const mailboxWatches = pgTable(
  "mailbox_watches",
  {
    senderAccountId: uuid("sender_account_id").primaryKey(),
    teamId: teamId(),
    /** When the last look began that reached the end of every folder. */
    lookBeganAt: instant("look_began_at"),
    /** How long the newest message had lain there when it was taken in. */
    lagMs: integer("lag_ms"),
    /** The nightly re-reading of the last days: when, and how many messages it found that no look had. */
    reconciledAt: instant("reconciled_at"),
    differences: integer("differences").notNull().default(0),
    notifications: integer("notifications").notNull().default(0),
    notifiedAt: instant("notified_at"),
    /** Messages that a look found while a notification should have told of them, and none did. */
    notificationsMissed: integer("notifications_missed").notNull().default(0),
  },
  (t) => [
    foreignKey({
      columns: [t.teamId, t.senderAccountId],
      foreignColumns: [senderAccounts.teamId, senderAccounts.id],
    }),
  ],
);

/** A subscription at Microsoft Graph to what comes into a folder; its notifications only wake the next look. */
export const graphSubscriptions = pgTable(
  "graph_subscriptions",
  {
    /** Graph's id. */
    id: text("id").primaryKey(),
    teamId: teamId(),
    senderAccountId: uuid("sender_account_id").notNull(),
    folder: text("folder", { enum: readFolders }).notNull(),
    /** SHA-256 of the clientState that every notification must carry. */
    clientStateHash: text("client_state_hash").notNull(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: createdAt(),
    renewedAt: instant("renewed_at"),
  },
  (t) => [
    unique("graph_subscriptions_one").on(t.teamId, t.senderAccountId, t.folder),
    index("graph_subscriptions_due").on(t.teamId, t.expiresAt),
    foreignKey({
      columns: [t.teamId, t.senderAccountId],
      foreignColumns: [senderAccounts.teamId, senderAccounts.id],
    }),
  ],
);

/** The last self-test of a mailbox: each check with what came of it. */
export const mailboxTests = pgTable(
  "mailbox_tests",
  {
    senderAccountId: uuid("sender_account_id").primaryKey(),
    teamId: teamId(),
    testedAt: instant("tested_at").notNull(),
    /** [{ check, passed: true | false | null (not tried), says, ms }] in the order they are tried. */
    results: jsonb("results").notNull(),
    /** When somebody allowed one mail to the mailbox itself, and what came of it; asked once. */
    selfMailAt: instant("self_mail_at"),
    selfMail: text("self_mail"),
  },
  (t) => [
    foreignKey({
      columns: [t.teamId, t.senderAccountId],
      foreignColumns: [senderAccounts.teamId, senderAccounts.id],
    }),
  ],
);
