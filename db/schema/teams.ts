import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  real,
  text,
  time,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { anyOf } from "../access/any-of";
import { createdAt, id, instant, teamId, updatedAt } from "./columns";
import { joinPolicies, joinRoles, memberStatuses, roles } from "./words";

/** A team is a Microsoft tenant. */
export const teams = pgTable(
  "teams",
  {
    id: id(),
    tenantId: text("tenant_id").notNull().unique(),
    name: text("name").notNull(),
    /** Postal address that stands under every mail; launching is blocked without it. */
    postalAddress: text("postal_address"),
    /** IANA zone in which the team's days are counted. */
    timezone: text("timezone").notNull().default("UTC"),
    /** False from the first sign-in until an administrator's browser, or a person, has told the zone; until then it is a guess. */
    zoneTold: boolean("zone_told").notNull().default(true),
    /** A sign-in that was not used for so many days ends. */
    idleDays: integer("idle_days").notNull().default(14),
    joinPolicy: text("join_policy", { enum: joinPolicies }).notNull().default("ask"),
    joinRole: text("join_role", { enum: joinRoles }).notNull().default("viewer"),
    createdAt: createdAt(),
    /** Licences of Exchange Online in the organisation, as told by hand; null: not told. */
    licences: integer("licences"),
    /** So much of what Microsoft lets the organisation send to others is left to people's own mail. */
    budgetReservePercent: integer("budget_reserve_percent").notNull().default(20),
    /** A mailbox is paused above so many dead addresses, or opt-outs, among its last mails; a team may only be stricter. */
    guardDeadPercent: real("guard_dead_percent").notNull().default(5),
    guardOptOutPercent: real("guard_opt_out_percent").notNull().default(2),
    /** Hours in which a mail without a campaign may be read at once, in the reader's town: its good times. */
    hoursStart: time("hours_start").notNull().default("09:00:00"),
    hoursEnd: time("hours_end").notNull().default("17:00:00"),
    hoursDays: text("hours_days").array().notNull().default(sql`'{monday,tuesday,wednesday,thursday,friday}'::text[]`),
    /** Whether what somebody writes by hand carries unsubscribe line and postal address; an answer carries neither in any case. */
    handFooter: boolean("hand_footer").notNull().default(true),
    /** Received letters are kept whole, sanitised and encrypted; else their first words alone, and the rest is asked of the mailbox. */
    keepLetters: boolean("keep_letters").notNull().default(false),
  },
  (t) => [
    check("teams_idle_days", sql`${t.idleDays} between 1 and 30`),
    check("teams_licences", sql`${t.licences} between 1 and 1000000`),
    check("teams_reserve", sql`${t.budgetReservePercent} between 0 and 90`),
    check("teams_guard_dead", sql`${t.guardDeadPercent} between 0.5 and 5`),
    check("teams_guard_opt_out", sql`${t.guardOptOutPercent} between 0.2 and 2`),
    check("teams_join_policy", sql`${t.joinPolicy} in ${anyOf(joinPolicies)}`),
    check("teams_join_role", sql`${t.joinRole} in ${anyOf(joinRoles)}`),
  ],
);

/** A person of a team. Identity is (tid, oid); the address is only shown, never trusted. */
export const members = pgTable(
  "members",
  {
    id: id(),
    teamId: uuid("team_id")
      .notNull()
      .references(() => teams.id),
    tid: text("tid").notNull(),
    oid: text("oid").notNull(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    role: text("role", { enum: roles }).notNull().default("viewer"),
    status: text("status", { enum: memberStatuses }).notNull().default("active"),
    createdAt: createdAt(),
    lastSeenAt: instant("last_seen_at"),
  },
  (t) => [
    unique("members_identity").on(t.tid, t.oid),
    unique("members_team_id").on(t.teamId, t.id),
    check("members_role", sql`${t.role} in ${anyOf(roles)}`),
    check("members_status", sql`${t.status} in ${anyOf(memberStatuses)}`),
  ],
);

/** What a person chose for herself alone; no row until she does. Apart from `members`, whose rows only an administrator may change. */
export const memberSettings = pgTable(
  "member_settings",
  {
    id: id(),
    teamId: teamId(),
    memberId: uuid("member_id").notNull(),
    /** IANA zone in which pages say times to this person; null: the team's. */
    timezone: text("timezone"),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique("member_settings_once").on(t.teamId, t.memberId),
    foreignKey({ columns: [t.teamId, t.memberId], foreignColumns: [members.teamId, members.id] }),
  ],
);

/** A sign-in. The cookie names this row; each request checks it, so it can be ended from here. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    teamId: teamId(),
    memberId: uuid("member_id").notNull(),
    userAgent: text("user_agent"),
    createdAt: createdAt(),
    lastSeenAt: instant("last_seen_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    endedAt: instant("ended_at"),
    endedBy: uuid("ended_by"),
  },
  (t) => [
    index("sessions_member").on(t.teamId, t.memberId),
    foreignKey({ columns: [t.teamId, t.memberId], foreignColumns: [members.teamId, members.id] }),
  ],
);

/** "Stop all" of a team: open while not lifted; looked at by every intent to send. */
export const teamStops = pgTable(
  "team_stops",
  {
    id: id(),
    teamId: teamId(),
    stoppedAt: instant("stopped_at").notNull().defaultNow(),
    stoppedBy: uuid("stopped_by"),
    liftedAt: instant("lifted_at"),
    liftedBy: uuid("lifted_by"),
  },
  (t) => [
    uniqueIndex("team_stops_open").on(t.teamId).where(sql`lifted_at is null`),
    foreignKey({ columns: [t.teamId, t.stoppedBy], foreignColumns: [members.teamId, members.id] }),
    foreignKey({ columns: [t.teamId, t.liftedBy], foreignColumns: [members.teamId, members.id] }),
  ],
);
