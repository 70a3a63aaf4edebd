import { bareSubject } from "../bare-subject";

/** Longer ones are refused where a mail is signed, and nobody chose this one. */
const longest = 200;

/** The subject of an answer: theirs, with one prefix, however many it has. Set by us, because Exchange writes its own in the mailbox's language. */
export function answerSubject(theirs: string | null): string {
  const whole = `Re: ${bareSubject(theirs, "passed on")}`.trim();
  const letters = [...whole];
  return letters.length <= longest ? whole : `${letters.slice(0, longest - 1).join("")}…`;
}
