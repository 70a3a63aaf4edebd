import { sql } from "drizzle-orm";
import { bigserial, check, index, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, teamId } from "./columns";

/** Events to hand to Inngest, written in the transaction of the change they tell of. */
export const outbox = pgTable(
  "outbox",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    teamId: teamId(),
    name: text("name").notNull(),
    /** Inngest's event id: starts a function once a day at most. */
    eventId: text("event_id").notNull(),
    data: jsonb("data").notNull(),
    createdAt: createdAt(),
    sentAt: instant("sent_at"),
  },
  (t) => [unique("outbox_event").on(t.teamId, t.eventId), index("outbox_waiting").on(t.id).where(sql`sent_at is null`)],
);

type Told = { campaignId?: string | null; contactId?: string; detail?: Record<string, unknown> };
const tells = <T extends Told>(): { told?: T } => ({});

/** Everything the record of who did what can say, in the product's words, and what is told with each. */
export const verbs = {
  launched: tells<{ campaignId: string; detail: { people: number } }>(),
  paused: tells<{ campaignId: string; detail: { slots: number } }>(),
  resumed: tells<{ campaignId: string }>(),
  ended: tells<{ campaignId: string; detail: { people: number } }>(),
  "stopped all sending": tells<{ detail: { slots: number } }>(),
  "resumed all sending": tells<Record<never, never>>(),
  /** Without a campaign where the queue of all campaigns was signed. */
  "signed all that pass": tells<{ campaignId: string | null; detail: { signed: number; refused: number } }>(),
  "settled a mail in doubt": tells<{ campaignId: string | null; detail: { draftId: string; arrived: boolean } }>(),
  /** The mailbox's owner changed it, or sent it, in Outlook; found by nobody. */
  "held a changed mail": tells<{ campaignId: string | null; contactId: string; detail: { draftId: string } }>(),
  "settled a changed mail": tells<{ campaignId: string | null; contactId: string; detail: { draftId: string; as: string } }>(),
  /** A sent copy is other than what was signed; found by nobody. */
  "found a copy that differs": tells<{ campaignId: string | null; contactId: string; detail: { draftId: string } }>(),
  "stopped a contact": tells<{ campaignId: string; contactId: string }>(),
  "took a stop back": tells<{ campaignId: string; contactId: string }>(),
  /** `people`: how many went, or came back. */
  "took back an import": tells<{ detail: { uploadId: string; fileName: string; people: number } }>(),
  "brought back an import": tells<{ detail: { uploadId: string; fileName: string; people: number } }>(),
  "edited a contact": tells<{ contactId: string }>(),
  suppressed: tells<{ contactId: string }>(),
  /** `entry`: the address, domain or wildcard; `id`: its row. Without a contact where it is nobody's alone. */
  "suppressed an entry": tells<{ detail: { id: string; entry: string; people: number } }>(),
  "suppressed by a file": tells<{ detail: { fileId: string; fileName: string; entries: number; people: number } }>(),
  "lifted a suppression": tells<{ contactId?: string; detail: { reason: string; was: string; entry?: string } }>(),
  "took back a suppression": tells<{ contactId?: string; detail: { entry: string } }>(),
  /** A report says that a rule or filter refuses the mail of a campaign; found by nobody. */
  "paused by a report": tells<{ campaignId: string; contactId: string; detail: { says: string } }>(),
  /** A person, or their provider, complained; found by nobody. */
  "received a complaint": tells<{ contactId: string; detail: { campaignId: string | null } }>(),
  /** Said whose a message is that belonged to nobody; their campaigns went on as after any message of theirs. */
  "placed a message": tells<{ contactId: string; detail: { messageId: string; address: string } }>(),
  "put a message aside": tells<{ detail: { messageId: string; address: string } }>(),
  /** `until`: null where the hold was ended. */
  "changed a hold": tells<{ campaignId: string; contactId: string; detail: { as: string; until: string | null } }>(),
  /** With what was known of it, so that it can be put back. */
  "removed an address": tells<{
    contactId: string;
    detail: { address: string; kind: string; source: string; since: string; by: string | null };
  }>(),
  "handed over a mailbox": tells<{ detail: { senderAccountId: string; to: string; people: number; threads: number } }>(),
  /** Too many dead addresses or opt-outs among its last mails; found by nobody. */
  "paused a mailbox by its guard": tells<{ detail: { senderAccountId: string; kind: string; counted: number; of: number } }>(),
  "let a guarded mailbox go on": tells<{ detail: { senderAccountId: string; kind: string } }>(),
  /** Microsoft refused, because a limit was reached earlier than we had counted; found by nobody. */
  "learned a limit": tells<{ detail: { senderAccountId: string; kind: string; used: number; code: string } }>(),
  "let an unproven domain send": tells<{ detail: { domain: string; reason: string } }>(),
  /** Of a mail that had its time, by a campaign or by hand. Instants are ISO texts. */
  "sent a mail now": tells<{ campaignId: string | null; contactId: string; detail: { draftId: string; was: string } }>(),
  "moved a mail": tells<{
    campaignId: string | null;
    contactId: string;
    detail: { draftId: string; from: string; to: string };
  }>(),
  "cancelled a mail": tells<{ campaignId: string | null; contactId: string; detail: { draftId: string; was: string } }>(),
  "took a cancelling back": tells<{ campaignId: string | null; contactId: string; detail: { draftId: string; at: string } }>(),
  /** `label`: null where it was taken away. */
  "labelled a thread": tells<{ contactId: string; detail: { threadId: string; label: string | null } }>(),
  /** Their campaign, which their answer had ended, goes on at `until`; null where that was taken back. */
  "let a campaign go on": tells<{ campaignId: string; contactId: string; detail: { threadId: string; until: string | null } }>(),
  /** An answer named somebody else, who is a contact now; `by`: who wrote it. */
  "added who was named": tells<{ contactId: string; detail: { threadId: string; by: string } }>(),
  /** `to`: the member; null where it is nobody's again. */
  "assigned a thread": tells<{ contactId: string; detail: { threadId: string; to: string | null } }>(),
  "connected a mailbox": tells<{ detail: { senderAccountId: string; email: string } }>(),
  "disconnected a mailbox": tells<{ detail: { senderAccountId: string; email: string } }>(),
  /** Microsoft 365 names another address of it than was kept; by nobody where it was found by itself. */
  "corrected the address of a mailbox": tells<{ detail: { senderAccountId: string; from: string; to: string } }>(),
  /** `of`: the member it was done to. */
  "let somebody in": tells<{ detail: { of: string; role: string } }>(),
  "turned somebody away": tells<{ detail: { of: string } }>(),
  "changed a role": tells<{ detail: { of: string; role: string } }>(),
  "removed a person": tells<{ detail: { of: string } }>(),
  "ended a session": tells<{ detail: { of: string } }>(),
  /** The new values of what was changed. */
  "changed the team": tells<{ detail: Record<string, string | null> }>(),
  /** A zone of before that Postgres or the engine does not know was put into one that both do; found by nobody. */
  "mapped a time zone": tells<{ campaignId?: string; contactId?: string; detail: { where: string; from: string; to: string } }>(),
  /** An existing database became this team's, by nobody of it. */
  "moved here": tells<{ detail: { moved: { table: string; before: number; now: number }[] } }>(),
} satisfies Record<string, { told?: Told }>;

export type Verb = keyof typeof verbs;

/** A line of the record: a verb with what belongs to it. */
export type Activity = {
  [One in Verb]: { verb: One } & NonNullable<(typeof verbs)[One]["told"]>;
}[Verb];

/** Who did what, when: append-only for the app's role. */
export const activities = pgTable(
  "activities",
  {
    id: id(),
    teamId: teamId(),
    at: instant("at").notNull(),
    memberId: uuid("member_id"),
    verb: text("verb").$type<Verb>().notNull(),
    campaignId: uuid("campaign_id"),
    contactId: uuid("contact_id"),
    detail: jsonb("detail").notNull().default({}),
  },
  (t) => [
    index("activities_recent").on(t.teamId, t.at),
    index("activities_campaign").on(t.teamId, t.campaignId, t.at),
    index("activities_contact").on(t.teamId, t.contactId, t.at),
    check("activities_verb", sql`${t.verb} in (${sql.raw(quoted(Object.keys(verbs)))})`),
  ],
);

function quoted(words: string[]): string {
  return words.map((word) => `'${word}'`).join(", ");
}
