import type { Scope } from "@/db/access/with-team";
import type { Mailbox } from "../../microsoft/graph/clients";
import type { Intake } from "./open-intake";
import type { OwnMailbox } from "./read-own";
import type { Waiting } from "./set-aside";

/** What one look shares among its folders. */
export type Looking = {
  scope: Scope;
  own: OwnMailbox;
  mailbox: Mailbox;
  intake: Intake;
  waiting: Waiting[];
  now: Date;
  /** Asked before each message; what is left comes next time. */
  isTimeUp: () => boolean;
};

/** Seconds before a page that fails is looked at again; then it is given up. */
export const pagePauses = [60, 120];
/** Look-ups lag about a minute: what is younger than this may not be among them yet. */
export const overlapMs = 120_000;

/** The next page fails even with one entry, and is looked at again later. */
export class StuckPageError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`Microsoft does not give out the next page of a list (${code}).`);
    this.name = "StuckPageError";
    this.code = code;
  }
}

/** An answer that is waited for later: until then its failure is nobody's. */
export type Settled<T> = Promise<T | { error: unknown }>;
export const settled = <T>(promise: Promise<T>): Settled<T> => promise.catch((error: unknown) => ({ error }));
