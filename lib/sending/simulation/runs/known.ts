import type { SendingRules } from "../../../schedule/types";
import type { Setup } from "./world";

/** What is known of a run beside what the world says: by whom a judge can tell what should not have been. */
export type Known = {
  setup: Setup;
  rules: SendingRules;
  /** The version that a mail is signed as, null where its signature was taken back, and the version that its text has. */
  signed: Map<string, string | null>;
  versions: Map<string, string>;
  /** Mails in doubt of which a person said that they arrived. */
  arrived: Set<string>;
  /** When it was written down that somebody ended. */
  endedAt: Map<number, number>;
  /** Since when the campaign or the team holds back; null while it does not. */
  heldSince: number | null;
  /** The same of the team alone, which also holds mails by hand back. */
  stoppedSince: number | null;
  isPaused: boolean;
  isStopped: boolean;
};
