import { config } from "./config";
import type { Person } from "./people";

/** What is amiss with one mailbox; nothing, until the admin endpoint says so. */
export type MailboxTrouble = {
  /** Without a licence Exchange knows no mailbox. */
  licence?: boolean;
  /** A code of Graph that /send answers, or a status (5.1.90) of the report that comes back after a 202. */
  sending?: string | null;
  /** AADSTS code that the token endpoint answers on refresh. */
  refresh?: number | null;
  /** Nothing can be written into it: the status that such a call is answered with. */
  full?: 403 | 507 | null;
  /** Its lists of messages are refused, while all else works. */
  unread?: boolean;
  /** The account was deleted: AADSTS50034 on refresh, no user and no mailbox. */
  deleted?: boolean;
  /** Another primary address; the one before stays one of its own. */
  renamed?: string | null;
};

/** How a mail is other among the sent items than it was handed over. */
export const alterKinds = [
  "words",
  "links",
  "recipients",
  "subject",
  "sender",
  "name",
  "markup",
  "disclaimer",
  "attachment",
] as const;
export type Alter = {
  kind: (typeof alterKinds)[number];
  /** Primary address; of every mailbox where none is named. */
  mailbox?: string;
  /** So many mails; without a number every one. */
  times?: number;
};

/** What a rule of somebody's does with what comes in. It runs on the server: without `afterMs` nothing ever lay in the inbox. */
export type InboxRule = {
  /** Primary address. */
  mailbox: string;
  /** The whole address of the sender, or words of the subject; without either it is for all mail. */
  from?: string;
  subject?: string;
  /** A well-known name, or a name of one's own. */
  folder: string;
  /** So long it lies in the inbox first: filed by a phone, or by a program. */
  afterMs?: number;
  read?: boolean;
};

/** Behaviour that the admin endpoint can change; not kept over a restart. */
export const state = {
  /** From 202 until the item stands in Sent Items. */
  moveDelayMs: 1200,
  /** After it left until the recipient has it. */
  deliveryDelayMs: 300,
  /** How long `$filter` still shows the world as it was. */
  lookupLagMs: 800,
  /** The same of change lists. */
  changesLagMs: 0,
  /** How long a moved item answers 404 to a GET by id. */
  movedGoneMs: 500,
  /** How long each call occupies its mailbox. */
  workMs: 0,
  /** From createReply until a PATCH is safe. */
  replySettlesMs: 250,
  accessTokenSeconds: 3600,
  /** Only an administrator may consent to mail, as many organisations have it. */
  adminConsentNeeded: false,
  /** What asking for mail leads back with: one of `consentAnswers`; empty lets people choose. */
  consentAnswer: "",
  registeredPermissions: config.registeredPermissions,
  /** Access tokens die with the consent or the session (for apps that opt in); else they live on until they run out. */
  continuousAccessEvaluation: false,
  sentId: config.sentId,
  /** How Retry-After is written where it is given in seconds. */
  retryAfterAs: "seconds" as "seconds" | "date",
  /** By primary address. */
  mailboxes: {} as Record<string, MailboxTrouble>,
  /** Localised prefix of createReply, by mailbox. */
  subjectPrefix: {} as Record<string, string>,
  bounces: [] as string[],
  /** What becomes of mail as it comes in. */
  rules: [] as InboxRule[],
  /** What happens to mails on their way to Sent Items. */
  alters: [] as Alter[],
  /** From a change until its subscriber is told, and which share of it never is, is told twice, or in any order. */
  notificationDelayMs: 300,
  notificationsDropped: 0,
  notificationsDoubled: 0,
  notificationsShuffled: false,
  /** How long a subscription lives at most: Microsoft's pages say 10,080 minutes and 4,230. */
  subscriptionMinutes: 4230,
  /** A second one to the same of the same app, which Microsoft's pages refuse and mailboxes were seen to allow. */
  duplicateSubscriptions: "refused" as "refused" | "allowed",
  /** Object ids of people whose consent is withdrawn after the next mail. */
  withdrawAfterMail: [] as string[],
};

export const troubleOf = (mailbox: string): MailboxTrouble => state.mailboxes[mailbox] ?? {};

export function setTrouble(mailbox: string, given: MailboxTrouble) {
  state.mailboxes[mailbox] = { ...state.mailboxes[mailbox], ...given };
}

/** A guest's mailbox lies in another organisation; a member's goes with the licence, and with the account. */
export const hasMailbox = (person: Person) => {
  const { licence, deleted } = troubleOf(person.email);
  return person.kind !== "guest" && licence !== false && deleted !== true;
};

/** The address that mail of a person carries now. */
export const primaryOf = (person: Person) => troubleOf(person.email).renamed ?? person.email;

export const resetState = () => Object.assign(state, structuredClone(first));
const first = structuredClone(state);

export type Call = {
  at: string;
  method: string;
  path: string;
  query: string;
  status: number;
  ms: number;
  mailbox: string | null;
};
/** What the app asked, newest last; at most a thousand. Status 0 is still held, -1 got no answer. */
export const calls: Call[] = [];
/** @returns tells how the call ended. */
export function rememberCall(call: Call): (status: number, ms: number) => void {
  calls.push(call);
  if (calls.length > 1000) calls.shift();
  return (status, ms) => Object.assign(call, { status, ms });
}
