import type { Verb } from "@/db/schema/events";
import type { MessageKind } from "@/db/schema/words";

/** What the record tells of a contact that no other table does. */
export const storyVerbs = [
  "stopped a contact",
  "took a stop back",
  "edited a contact",
  "changed a hold",
  "placed a message",
  "removed an address",
  "cancelled a mail",
  "took a cancelling back",
  "let a campaign go on",
  "added who was named",
] as const satisfies Verb[];
type StoryVerb = (typeof storyVerbs)[number];
export type Happened = {
  id: string;
  kind:
    | "sent"
    | MessageKind
    | "ended"
    | "created"
    | "updated"
    | "suppressed"
    | "lifted"
    | "enrolled"
    | "rejected"
    | "not sent"
    | StoryVerb;
  at: Date;
  /** The subject of a mail, the name of a file, the reason of a suppression or an end, what a hold was changed to. */
  title: string;
  /** The campaign, or "by hand". */
  about: string;
  /** Who signed, brought in, suppressed or lifted. */
  by: string | null;
  text: string;
  /** The step of a sent mail, the line of a file, whom a report blames, or "away" for an automatic answer that holds. */
  place: string | null;
  /** Of a sent mail: what left is not what was signed. */
  otherwise: boolean;
  /** Of what they wrote. */
  letter: ReceivedFacts | null;
  /** Of an end. */
  stop: Stop | null;
};

/** `isThere`: its whole text can be asked for. `threadId`: where it can be answered. */
export type ReceivedFacts = { from: string; to: string; isThere: boolean; threadId: string | null };

/**
 * What ended with an answer, and how fast. `seconds`: after it arrived; null for an end that no answer brought, or where that was not written
 * down. `mails`: what was to leave next; `colleagues`: for how many others it ended, too.
 */
export type Stop = {
  seconds: number | null;
  mails: { step: string; campaign: string; wasAt: Date | null }[];
  colleagues: number;
};
