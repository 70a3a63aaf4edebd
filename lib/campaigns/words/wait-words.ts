import type { WaitReason } from "@/db/schema/words";

export type WaitWords = {
  name: string;
  /** What it means, in a line. */
  about: string;
  /** When it ends, where no time is known. */
  once: string;
  /** Amber: somebody of the team can end it. Everything else is grey. */
  forPerson: boolean;
  /** Where a person ends it: all of them in Review, or each at its own draft or on its contact's page. */
  way: "review" | "draft" | "mailboxes" | "domains" | "resume" | "contact" | null;
  /** The word on the button that leads to the mailboxes. */
  act?: string;
  sign: "pause" | "mailbox" | "warning" | "pen" | "doubt" | "writing" | "line" | "clock" | "delay" | "away";
};

/** What people read of each reason to wait, in the order in which the reasons stand on a page: what a person can end on top. */
export const waitWords: Record<WaitReason, WaitWords> = {
  mailbox_signed_out: {
    name: "Mailbox signed out",
    about: "Reconnect it and they go on",
    once: "once reconnected",
    forPerson: true,
    way: "mailboxes",
    act: "Reconnect",
    sign: "mailbox",
  },
  mailbox_no_licence: {
    name: "Mailbox has no licence",
    about: "Microsoft 365 gives it no mailbox. An administrator can assign a licence",
    once: "once it has one",
    forPerson: true,
    way: "mailboxes",
    act: "See why",
    sign: "mailbox",
  },
  mailbox_full: {
    name: "Mailbox is full",
    about: "Exchange takes no more mail from it until something is deleted",
    once: "once there is room",
    forPerson: true,
    way: "mailboxes",
    act: "See why",
    sign: "mailbox",
  },
  mailbox_unreadable: {
    name: "Mailbox cannot be read",
    about: "Follow-ups wait, because an answer would be missed",
    once: "once it can be read",
    forPerson: true,
    way: "mailboxes",
    act: "See why",
    sign: "mailbox",
  },
  mailbox_guarded: {
    name: "Mailbox paused by its guard rail",
    about: "Too many of its last mails met dead addresses or opt-outs. Look at the list, then let it go on",
    once: "once somebody lets it go on",
    forPerson: true,
    way: "mailboxes",
    act: "See why",
    sign: "warning",
  },
  domain_unproven: {
    name: "Domain not proven",
    about: "SPF, DKIM or DMARC has been failing for three days. First mails wait",
    once: "once its records are right",
    forPerson: true,
    way: "domains",
    act: "See why",
    sign: "warning",
  },
  sender_corrected: {
    name: "Sender’s address corrected",
    about: "Signed under another address than the mailbox has. Sign again",
    once: "once signed again",
    forPerson: true,
    way: "mailboxes",
    act: "Sign again",
    sign: "pen",
  },
  changed_in_outlook: {
    name: "Changed in Outlook",
    about: "Not as signed any more, so it did not leave",
    once: "once you decide",
    forPerson: true,
    way: "draft",
    sign: "warning",
  },
  left_otherwise: {
    name: "Left otherwise than signed",
    about: "The sent copy of the mail before differs from what was signed",
    once: "once somebody has looked",
    forPerson: true,
    way: "draft",
    sign: "warning",
  },
  paused: {
    name: "Paused",
    about: "Until somebody resumes it",
    once: "once resumed",
    forPerson: true,
    way: "resume",
    sign: "pause",
  },
  field_missing: {
    name: "Field missing",
    about: "Fill it in the draft, then it can be signed",
    once: "once filled",
    forPerson: true,
    way: "review",
    sign: "warning",
  },
  needs_signature: {
    name: "Needs a signature",
    about: "Nothing leaves unsigned",
    once: "once signed",
    forPerson: true,
    way: "review",
    sign: "pen",
  },
  in_doubt: {
    name: "In doubt",
    about: "Exchange gave no answer. We look in the mailbox first",
    once: "",
    forPerson: true,
    way: "draft",
    sign: "doubt",
  },
  thread_closed: {
    name: "Thread cannot be joined",
    about: "The mail before is not in the mailbox any more. It is looked for every hour",
    once: "",
    forPerson: true,
    way: "draft",
    sign: "doubt",
  },
  bounced_often: {
    name: "Came back three times",
    about: "Within a week. Go on, or stop for them",
    once: "once you decide",
    forPerson: true,
    way: "contact",
    sign: "warning",
  },
  out_of_office: {
    name: "Out of the office",
    about: "Held until they are back",
    once: "once they are back",
    forPerson: false,
    way: null,
    sign: "away",
  },
  elsewhere: {
    name: "Under way in another campaign",
    about: "A campaign that began earlier goes on first",
    once: "once that has ended",
    forPerson: false,
    way: null,
    sign: "delay",
  },
  mailbox_limited: {
    name: "Microsoft limits this mailbox",
    about: "Exchange refuses to send from it for a while",
    once: "once it is lifted",
    forPerson: false,
    way: null,
    sign: "clock",
  },
  model_silent: {
    name: "Model does not answer",
    about: "It is asked again every minute",
    once: "",
    forPerson: false,
    way: null,
    sign: "writing",
  },
  being_written: {
    name: "Being written",
    about: "Drafts are written one after another",
    once: "once written",
    forPerson: false,
    way: null,
    sign: "writing",
  },
  in_line: {
    name: "In line for a slot",
    about: "Each leaves when its turn comes",
    once: "from now",
    forPerson: false,
    way: null,
    sign: "line",
  },
  window_closed: {
    name: "Window closed",
    about: "Outside the hours and days of this campaign",
    once: "from now",
    forPerson: false,
    way: null,
    sign: "clock",
  },
  daily_limit: {
    name: "Daily limit reached",
    about: "All of today’s are given out",
    once: "from now",
    forPerson: false,
    way: null,
    sign: "clock",
  },
  mailbox_day_used: {
    name: "Mailbox’s day used",
    about: "Microsoft takes only so many a day from one mailbox",
    once: "as mails of yesterday grow older than a day",
    forPerson: false,
    way: null,
    sign: "clock",
  },
  team_budget_used: {
    name: "Team’s budget used",
    about: "Microsoft lets the whole organisation send only so many to others in 24 hours",
    once: "as mails of yesterday grow older than a day",
    forPerson: false,
    way: null,
    sign: "clock",
  },
  delay: {
    name: "Delay runs",
    about: "Counted from the mail before",
    once: "from now",
    forPerson: false,
    way: null,
    sign: "delay",
  },
};

/** The reason at one person: it can name the other campaign. @param elsewhere the campaign that goes first, where it is known. */
export function nameWait(reason: WaitReason | null, elsewhere: string | null): string {
  return reason === "elsewhere" && elsewhere ? `Under way in ${elsewhere}` : waitWords[reason ?? "being_written"].name;
}
