import type { Refusal } from "../../ledger/judge-intent";
import type { Breach } from "../breach";
import type { Mail } from "./ledger";

export type Sender = Mail & { runId: string; now: () => number; hear: () => Promise<void>; breach: Breach | null };
export type Outcome =
  /** Somebody else has the mailbox. */
  | { kind: "busy" }
  | { kind: "sent" }
  | { kind: "review" }
  | { kind: "failed" }
  | { kind: "refused"; refusal: Refusal }
  | { kind: "doubt"; at: number }
  | { kind: "later"; at: number };
