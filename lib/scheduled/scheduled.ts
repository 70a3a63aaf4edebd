/** What the page of scheduled mails can be narrowed to; each lives in the address. */
export type ScheduledFilter = {
  by: "all" | "hand" | "campaigns";
  /** The id of a mailbox. */
  mailbox: string | null;
  person: string;
  show: "coming" | "cancelled";
  /** The first day that is shown, as "2026-11-24"; null begins with today. */
  from: string | null;
  /** The day that is shown whole. */
  day: string | null;
  /** Behind which of its rows to begin: what `next` of the page before said. */
  after: string | null;
};

/** A mail that has its time. Words are in the reader's zone. */
export type ScheduledRow = {
  /** Of a mail that lost its slot, the id of its own row. */
  slotId: string;
  draftId: string;
  /** The thread it answers in; null of what answers nobody. */
  threadId: string | null;
  contactId: string;
  name: string;
  subject: string;
  /** When it leaves; ISO text. */
  at: string;
  here: string;
  /** The clock in the reader's town, with the town, where that is another. */
  there: string | null;
  mailbox: string;
  /** "Supplier invoices, 1" or "Anna, by hand". */
  by: string;
  byHand: boolean;
  /** The campaign's name, for the words of what cancelling ends. */
  campaign: string | null;
  why: string;
  /** It waits although its time has come, or could not leave then: the reason in words, and the way out. Null where nothing holds it. */
  held: { words: string; href: string | null; way: string | null } | null;
  signed: boolean;
  /** "Signed by Anna 12:39"; null where launching signed it. */
  seal: string | null;
  /** It was to leave at another time: "was 13:20, moved by Ben", or "was 13:20, when it could not leave" where its rule or limits moved it. */
  moved: string | null;
  cancelled: { by: string; at: string; reason: string | null; backUntil: string | null } | null;
};

/** A day with what leaves on it. */
export type ScheduledDay = {
  /** "2026-11-24". */
  key: string;
  /** "Today", "Tue 24 November". */
  name: string;
  count: number;
  rows: ScheduledRow[];
  /** So many come after the rows that are shown. */
  more: number;
  /** Where those go on, once the day is open. */
  next: string | null;
  isOpen: boolean;
};

export type ScheduledView = {
  verdict: string;
  /** The same for a phone. */
  brief: string;
  /** The sentence below, and a shorter one for a phone. */
  below: { long: string; short: string };
  city: string;
  stopped: boolean;
  total: number;
  /** Mails by hand whose time has passed and that wait for a reason. */
  waiting: ScheduledRow[];
  days: ScheduledDay[];
  /** The first day behind those that are shown, and how many mails leave from then on. */
  later: { from: string; count: number } | null;
  cancelled: { rows: ScheduledRow[]; total: number; next: string | null };
  mailboxes: { id: string; email: string }[];
  /** Drafts that wait for a signature, counted only where the page has nothing else to show. */
  toSign: number;
};
