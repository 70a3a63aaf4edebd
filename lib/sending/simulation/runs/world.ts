import type { Delay, SendingRules } from "../../../schedule/types";
import type { Next } from "../../run/advance-contact";

/**
 * What a random campaign is. Times are epoch ms. `byHand`: mails without a campaign that leave from its mailbox, each at its time. Their readers count on where
 * the people of the campaign end, and each has one mail, of step 1.
 */
export type Setup = { people: number; begins: number; rules: SendingRules; steps: Delay[]; byHand: number[] };

/** A mail is one step for one person; both are numbers, the first step is 1. */
export type MailId = { person: number; step: number };
export const keyOf = ({ person, step }: MailId) => `${person}/${step}`;

/** Where a person stands, in words and epoch ms, as the rows of production say it. */
export type Standing = {
  status: string;
  ended: string | null;
  step: number;
  reason: string | null;
  nextAt: number | null;
  slot: number | null;
  /** The ledger's state of the next mail. */
  state: string | null;
};
/** `byHand`: the mails without a campaign, of which `ended` is null until they are over. */
export type Snapshot = { campaign: string; people: Standing[]; unsettled: number; byHand: ByHand[] };
export type ByHand = Pick<Standing, "ended" | "reason" | "nextAt" | "slot" | "state">;

/** A run that waits, or that was started: its admission fences what it writes. */
export type Run = { person: number; runId: string };

export type Ending = "replied" | "bounced" | "unsubscribed";

/**
 * What the driver can do to a world: production's verbs, by their own code in Postgres, or by its pure functions in memory. `now` is epoch ms and never
 * another clock's.
 */
export type World = {
  /** A sweep, and a look over the mails by hand. @returns the runs that it starts or tells of a slot. */
  feed(now: number): Promise<Run[]>;
  /** One step of a run. */
  advance(run: Run): Promise<Next>;
  /** Writes the draft of a person's next step, where there is none. */
  write(person: number, now: number): Promise<void>;
  /** @returns whether there was one to sign. */
  sign(mail: MailId, now: number): Promise<boolean>;
  /** Takes the signature back and changes the text. @returns false when it is too late. */
  edit(mail: MailId, version: number, now: number): Promise<boolean>;
  pause(now: number): Promise<void>;
  resume(now: number): Promise<void>;
  stopAll(now: number): Promise<void>;
  liftStop(now: number): Promise<void>;
  setRules(rules: SendingRules): Promise<void>;
  /** `isKnown`: it is written down, and what follows from it is not yet. */
  end(person: number, ending: Ending, isKnown: boolean, now: number): Promise<void>;
  /** What the poll of a mailbox settles of mails in doubt. */
  settle(now: number): Promise<void>;
  /** A person says of a mail in review whether it arrived. */
  decide(mail: MailId, arrived: boolean, now: number): Promise<void>;
  look(): Promise<Snapshot>;
};
