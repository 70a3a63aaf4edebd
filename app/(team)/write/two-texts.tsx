import { TwoTexts as Two } from "@/app/ui/two-texts/two-texts";
import type { LetterView } from "@/lib/letters/letter";

type Props = { theirs: LetterView; onTheirs: () => void; onMine: () => void };

/** Somebody else, or another tab, kept another text of this letter: one of the two stays. */
export function TwoTexts({ theirs, onTheirs, onMine }: Props) {
  return (
    <Two mine={{ words: "Keep mine", onTake: onMine }} theirs={{ words: "Load theirs", onTake: onTheirs }}>
      <strong>This letter was changed elsewhere while you wrote.</strong> Yours still stands here and is not kept yet. Theirs
      begins “{beginning(theirs)}”.
    </Two>
  );
}

function beginning({ subject, body }: LetterView): string {
  const words = (subject || body.replace(/<[^<>]*>/g, " ")).trim();
  return words === "" ? "with nothing" : words.length > 60 ? `${words.slice(0, 60)}…` : words;
}
