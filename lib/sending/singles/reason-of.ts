import type { WaitReason } from "@/db/schema/words";
import type { Refusal } from "../ledger/judge-intent";

/**
 * Why a mail without a campaign waits after the last check refused it; null where it does not wait but ends, or goes back to Review.
 * What kind of trouble its mailbox is in says the mailbox.
 */
export const reasonOf = {
  stopped: "paused",
  paused: "paused",
  ended: null,
  "lost its run": null,
  "mailbox signed out": "mailbox_signed_out",
  "mailbox in trouble": "mailbox_limited",
  "mailbox rests": "mailbox_limited",
  "mailbox guarded": "mailbox_guarded",
  "domain unproven": "domain_unproven",
  "mailbox not read": "mailbox_unreadable",
  suppressed: null,
  answered: null,
  held: "out_of_office",
  "not signed": null,
  "sender corrected": "sender_corrected",
  "changed since it was signed": null,
  "footer incomplete": null,
  "changed in Outlook": "changed_in_outlook",
  "left otherwise": "left_otherwise",
  elsewhere: "elsewhere",
  "no slot": "in_line",
  "not yet": "in_line",
  "mailbox day used": "mailbox_day_used",
  "team budget used": "team_budget_used",
} as const satisfies Record<Refusal["reason"], WaitReason | null>;
