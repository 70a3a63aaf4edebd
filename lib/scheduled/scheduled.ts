/** What the page of scheduled mails can be narrowed to; each lives in the address. */
export type ScheduledFilter = {
  by: "all" | "hand" | "campaigns";
  mailbox: string | null;
  person: string;
  show: "coming" | "cancelled";
};

/** A mail that has its time. Words are in the reader's zone. */
export type ScheduledRow = {
  slotId: string;
  draftId: string;
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
  why: string;
  /** It waits although its time has come, or could not leave then: the reason in words, and the way out. Null where nothing holds it. */
  held: { words: string; href: string | null; way: string | null } | null;
  signed: boolean;
  /** It was to leave at another time: "was 13:20, moved by Ben". */
  moved: string | null;
  cancelled: { by: string; at: string; reason: string | null; backUntil: string | null } | null;
};
