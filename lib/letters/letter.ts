import { z } from "zod";
import { leaveKinds, leaveZones } from "@/db/schema/words";
import type { Check } from "../drafts/check-draft";
import { mostPeople } from "./most-people";

/** How a letter is to leave; day "2026-11-24" and time "9:00" where it is at a time. */
const leaveInput = z
  .object({
    kind: z.enum(leaveKinds),
    day: z.iso.date("Choose a day, its year with four digits.").nullable(),
    time: z
      .string()
      .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, "Write a time as 9:00.")
      .nullable(),
    zone: z.enum(leaveZones),
  })
  .refine(({ kind, day, time }) => kind !== "at" || (day !== null && time !== null), "Choose a day and a time.");

/** What the page keeps as one types. `version`: of what it began with; 0 where nothing was kept yet. */
export const letterInput = z.object({
  letterId: z.uuid(),
  version: z.number().int().min(0),
  contactIds: z.array(z.uuid()).max(mostPeople, `A letter goes to ${mostPeople} people at most.`),
  senderAccountId: z.uuid(),
  templateId: z.uuid().nullable(),
  /** With fields in braces; the body is HTML of the editor. Either may be empty. */
  subject: z.string().max(1000, "Keep the subject under 1,000 characters."),
  body: z.string().max(200_000, "This text is too long for a mail. What you wrote stays here: shorten it, and it is kept."),
  leave: leaveInput,
  /** The people for whom it begins a thread of its own although there is one it could join. */
  newThreads: z.array(z.uuid()).max(mostPeople),
});
export type LetterInput = z.infer<typeof letterInput>;

/** One mail of a letter, as its page shows it; words are in the reader's zone. */
export type LetterMail = {
  draftId: string;
  singleMailId: string;
  contact: { id: string; name: string; email: string; company: string | null };
  /** Null where nothing says in which zone they read. `city`: the words for it. */
  readsIn: { timeZone: string; city: string } | null;
  state: "draft" | "signed" | "left" | "over";
  kind: "first mail" | "follow-up";
  /** The thread it could join; `joined` false where somebody chose a new one. `subject` as it stays, `at` "Fri 13 Nov". */
  thread: { subject: string; at: string; joined: boolean } | null;
  /** The whole mail as it arrives. */
  subject: string;
  html: string;
  from: string;
  fromName: string;
  /** What an editor of this one mail begins with; `isOwn`: it has a text of its own, and the letter's no longer changes it. */
  text: { subject: string; body: string };
  isOwn: boolean;
  /** Of exactly this mail: signing signs this and no other. */
  hash: string;
  checks: Check[];
  mayBeSigned: boolean;
  /** A mail of a running campaign to the same person on the day of this one. `to`: the day it could be moved to, "Mon 30 Nov"; null where it cannot. */
  sameDay: { campaign: string; draftId: string; at: string; to: { at: string; words: string } | null } | null;
  /** When it would leave; null where the team's hours never open. `here` "today 14:22", `there` the clock in their town where that is another, `isEarly` before nine there, or on a weekend; `instead` where the time that was chosen is over, so it leaves at once, or one that the clocks skip. */
  leaves: { at: string; here: string; there: string | null; isEarly: boolean; instead?: "passed" | "skipped" } | null;
};

/** A letter as its page shows it. `savedAt` is an ISO text. */
export type LetterView = {
  id: string;
  /** The thread it answers in, which is where it is written; null of a letter that answers none. */
  threadId: string | null;
  version: number;
  savedAt: string;
  writtenBy: { id: string; name: string };
  state: "draft" | "signed" | "discarded";
  /** It was discarded as a whole, so it can be brought back; false too where each of its mails ended in another way. */
  mayComeBack: boolean;
  from: { id: string; email: string; name: string };
  templateId: string | null;
  subject: string;
  body: string;
  leave: z.infer<typeof leaveInput>;
  mails: LetterMail[];
  /** Sending stands still: the team's stop, or the letter's mailbox is signed out. Signed mails leave when that has ended. */
  resumes: "stopped" | "mailbox" | null;
};

/** What was signed at once: the page that signs names each mail with the hash it showed. */
export const signInput = z.object({
  letterId: z.uuid(),
  mails: z
    .array(z.object({ draftId: z.uuid(), hash: z.string().regex(/^[0-9a-f]{64}$/) }))
    .min(1)
    .max(mostPeople),
});
/** `takeBackUntil`: ISO text, until when the earliest of them can be taken back. */
export type SignedLetter = { signed: { draftId: string; name: string; at: string }[]; takeBackUntil: string };
