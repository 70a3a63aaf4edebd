import type { MatchKeys } from "./match-message";
import type { Understood } from "./message/understood";

/** What a message of a mailbox means, and by what it can be matched to a mail of ours. */
export type Finding = {
  understood: Exclude<Understood, { kind: "ours" | "other" }>;
  keys: MatchKeys;
  /** Our own marks in a mail that is returned. */
  sendKeys: string[];
  internetMessageId: string;
  graphId: string;
  fromEmail: string | null;
  subject: string;
  snippet: string;
  receivedAt: Date;
  /** Our own Exchange wrote it; a server elsewhere, or a contact, may write the same words. */
  byExchange: boolean;
  /** It went to many: it concerns us only where it answers a mail of ours. */
  isBulk: boolean;
  /** Somebody under a domain of our own wrote it. */
  isInside: boolean;
};
