import type { Refusal } from "./judge-intent";

/** What came of one step of a mail in the ledger. */
export type SendOutcome =
  | { kind: "sent"; at: Date }
  | { kind: "refused"; refusal: Refusal }
  | { kind: "doubt"; lookAt: Date }
  | { kind: "later"; at: Date }
  | { kind: "thread lost"; lookAt: Date }
  /** The message it answers is not in the mailbox any more. */
  | { kind: "nothing to answer" }
  | { kind: "review" }
  | { kind: "not taken"; code: string }
  | { kind: "failed"; code: string };
