/** What people read of a reason to wait. */
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
