/**
 * What `failure` of a notice says besides a sentence for people. A call is marked before it is made: where the process dies, or no answer comes, nobody
 * knows whether it was told, and it is asked once more, never a third time.
 */
export const marks = {
  asked: "asked",
  askedAgain: "asked again",
  /** Whoever asked for it wants it no more, or is of the team no more. */
  notWanted: "not wanted any more",
  /** Somebody said meanwhile that the message is not theirs. */
  nobodys: "belongs to nobody any more",
} as const;

/** Stands before the sentence of one that may have been told. */
const doubt = "perhaps told: ";

export function isInDoubt(failure: string | null): boolean {
  return failure === marks.asked || failure === marks.askedAgain || (failure?.startsWith(doubt) ?? false);
}

export function withDoubt(sentence: string): string {
  return `${doubt}${sentence}`;
}

/** The sentence for people, or null where there is none. */
export function sentenceOf(failure: string | null): string | null {
  if (!failure || (Object.values(marks) as string[]).includes(failure)) return null;
  return failure.startsWith(doubt) ? failure.slice(doubt.length) : failure;
}
