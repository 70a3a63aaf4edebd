import { sayCount } from "@/app/ui/words/count-words";

/** What the empty queue says: that all is signed only where nothing more is being written for it. */
export function sayAllSigned(given: { nextDue: string; signed: number; beingWritten: number }): { title: string; text: string } {
  const { nextDue, signed, beingWritten } = given;
  if (beingWritten > 0)
    return {
      title: `${sayCount(beingWritten, "more is", "more are")} being written`,
      text: `${beingWritten === 1 ? "It comes" : "They come"} here by ${beingWritten === 1 ? "itself" : "themselves"}.`,
    };
  return {
    title: signed > 0 ? "All signed" : "Nothing to sign",
    text: nextDue
      ? `The next draft comes due ${nextDue}.`
      : "Drafts come here when a campaign that is reviewed mail by mail is launched.",
  };
}
