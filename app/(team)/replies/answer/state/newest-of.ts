import type { TheirLetter, ThreadView } from "@/lib/answers/thread-view";

/** The newest letter of theirs, which an answer answers: what a person wrote, before what a program did. */
export function newestOf({ letters }: Pick<ThreadView, "letters">): TheirLetter | null {
  const theirs = letters.filter((letter) => letter.side === "theirs");
  return theirs.findLast((letter) => letter.kind !== "automatic") ?? theirs.at(-1) ?? null;
}
