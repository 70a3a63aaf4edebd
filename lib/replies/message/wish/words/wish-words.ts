import type { Script } from "../phrase";

/** How the people of one language say what they wish, as phrases of `phrase.ts`. */
export type WishWords = {
  script: Script;
  /** Letters without which a sentence cannot be of this language. */
  letters: RegExp;
  /** Small words that few texts of the language are without; empty where its letters tell it. */
  common: string;
  /** To be off a list, unsubscribed, deleted; or an objection by law. */
  off: readonly string[];
  /** Not to be written to any more. */
  silence: readonly string[];
  /** Whatever else it says, such a sentence is no wish to be removed. */
  keeps: readonly string[];
  /** What somebody asks not to be sent, while they would like the rest. */
  things: readonly string[];
  /** Nor is it a wish where it only asks for silence until then, or for another way. */
  spares: readonly string[];
  /** We wrote to somebody who has nothing to do with it. */
  wrongPerson: readonly string[];
  /** Not now, but at another time. */
  later: readonly string[];
  /** The person we wrote to works there no longer. */
  left: readonly string[];
};

export const latin = /[a-z]/;
