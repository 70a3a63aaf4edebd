import { pools, type Transaction } from "./connections";
import { runInScope } from "./scope";

/** Every lawful use of the system's role: what has no team yet, or looks over all teams. */
export type SystemReason =
  | "sign-in"
  | "check session"
  | "drain outbox"
  | "tidy outbox"
  | "fold daily numbers"
  | "fold review counts"
  | "note beat"
  | "watch engine"
  | "tell health"
  | "tidy explained"
  | "tidy launch views"
  | "tidy removals"
  | "tidy files"
  | "tidy taken"
  | "count knocks"
  | "unsubscribe link"
  | "list teams for sweep"
  | "list mailboxes to poll"
  | "list mailboxes to watch"
  | "receive notifications"
  | "list mailboxes to test"
  | "list teams to check"
  | "list teams to tell"
  | "list teams to re-encrypt";

/** One transaction under the system's role, which sees only the few tables listed in the migrations. */
export function withSystem<T>(_reason: SystemReason, fn: (tx: Transaction) => Promise<T>): Promise<T> {
  return runInScope("system", () => pools().system.transaction(fn));
}
