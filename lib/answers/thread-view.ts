import type { CampaignStatus, LabelSource, SuppressionReason, ThreadLabel, ThreadState, threadKinds } from "@/db/schema/words";
import type { Check } from "../drafts/check-draft";

/** One thread as its page shows it. Instants are ISO texts. */
export type ThreadView = {
  id: string;
  /** What of theirs it held when it was read: who answers sends it along. */
  version: number;
  state: ThreadState;
  snoozedUntil: string | null;
  /** Of the newest letter, without "Re:". */
  subject: string;
  contact: ThreadContact;
  mailbox: { id: string; email: string; name: string; canRead: boolean; canSend: boolean };
  assigned: { id: string; name: string } | null;
  /** Everybody of the team to whom it may be given. */
  people: { id: string; name: string }[];
  suppressed: { reason: SuppressionReason; since: string } | null;
  /** The oldest first. */
  letters: ThreadLetter[];
  /** What stands in the aside, the oldest first. */
  soFar: SoFar[];
  campaigns: { id: string; name: string; status: CampaignStatus }[];
  label: LabelView;
  /** What the reader themselves has begun to answer; null where nothing. */
  answer: AnswerView | null;
  /** What somebody else has answered to their newest message. */
  answered: ColleaguesAnswer | null;
};

/** `by`: a name; `at`: of the signature, from which on it counts. */
export type ColleaguesAnswer = { draftId: string; by: string; at: string };

export type ThreadContact = {
  id: string;
  name: string;
  firstName: string | null;
  email: string;
  company: string | null;
  /** Lines for the aside: what else is known, such as place and phone. */
  facts: { kind: "place" | "phone" | "site" | "role"; text: string }[];
  archived: boolean;
};

export type ThreadLetter = TheirLetter | OurLetter;

export type TheirLetter = {
  side: "theirs";
  /** Of the message. */
  id: string;
  kind: (typeof threadKinds)[number];
  at: string;
  fromName: string;
  from: string;
  to: string;
  subject: string;
  /** The first words, which are kept in any case. */
  snippet: string;
  /** Its whole text can be asked for: in its mailbox, or kept. */
  isThere: boolean;
  stopped: Stopped | null;
  /** Of an automatic answer: the first day back (YYYY-MM-DD) where it says one, or that they have left the company. */
  away: { back: string | null; hasLeft: boolean } | null;
};

/** What an answer stopped, and how fast: seconds from its arrival, never negative. */
export type Stopped = {
  seconds: number;
  mails: { step: string; campaign: string; wasAt: string | null }[];
  /** Colleagues for whom it ended, too, and of which company. */
  colleagues: { count: number; company: string } | null;
};

export type OurLetter = {
  side: "ours";
  /** Of the sent mail. */
  id: string;
  draftId: string | null;
  at: string;
  by: string | null;
  /** "Introduction, Supplier invoices", "by hand" or "answer". */
  about: string;
  subject: string;
  /** The whole mail as it left. */
  html: string;
  /** Its first words. */
  line: string;
  seal: { hash: string; signedAt: string; name: string; otherwise: boolean } | null;
};

export type SoFar = {
  id: string;
  kind: "known" | "sent" | "theirs" | "stopped" | "planned";
  words: string;
  at: string | null;
};

/** A label by 'words' or 'model' is proposed, and nobody has decided. */
export type LabelView = {
  label: ThreadLabel | null;
  by: LabelSource | null;
  laterOn: string | null;
  /** Who labelled it last, or took a label away. */
  labelledBy: string | null;
  /** Of a label that a model proposes: all that it was given. */
  modelRead: { subject: string; text: string } | null;
  /** Whom they named in their place, as far as it could be read. */
  named: NamedView | null;
  /** The campaigns that their answer ended for them and that have a step left, and why one stays ended (a sentence without its dot). */
  goesOn: { campaignContactId: string; campaign: string; step: string; stays: string | null }[];
  /** The campaigns that go on for them at the day that was chosen. */
  held: { campaign: string; day: string }[];
  /** Days that are offered for later, the one they named first. */
  days: LaterChoice[];
};

export type NamedView = {
  name: string | null;
  firstName: string;
  lastName: string;
  email: string | null;
  /** The contact that this address belongs to already. */
  known: { contactId: string; name: string; archived: boolean } | null;
  /** The list says that nobody of the team mails this address. */
  suppressed: boolean;
};

/** "2027-03-01", and the words for it; `said`: theirs. */
export type LaterChoice = { day: string; words: string; said: boolean };

/** An answer that somebody is writing, or has signed and that still can be taken back. */
export type AnswerView = {
  letterId: string;
  draftId: string;
  letterVersion: number;
  /** The message it answers. */
  answers: string;
  body: string;
  /** The whole mail as it would arrive. */
  subject: string;
  html: string;
  to: string;
  hash: string;
  checks: Check[];
  mayBeSigned: boolean;
  byModel: boolean;
  state: "draft" | "signed" | "left";
  leavesAt: string | null;
  /** Why it came back after it was signed: they wrote since. */
  voided: string | null;
};
