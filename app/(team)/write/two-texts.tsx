import { Button } from "@mantine/core";
import type { LetterView } from "@/lib/letters/letter";
import classes from "./write.module.css";

type Props = { theirs: LetterView; onTheirs: () => void; onMine: () => void };

/** Somebody else, or another tab, kept another text of this letter: one of the two stays. */
export function TwoTexts({ theirs, onTheirs, onMine }: Props) {
  return (
    <div className={classes.two} role="alert">
      <p>
        <strong>This letter was changed elsewhere while you wrote.</strong> Yours still stands here and is not kept yet. Theirs
        begins “{beginning(theirs)}”.
      </p>
      <div>
        <Button variant="default" onClick={onTheirs}>
          Load theirs
        </Button>
        <Button variant="default" onClick={onMine}>
          Keep mine
        </Button>
      </div>
    </div>
  );
}

function beginning({ subject, body }: LetterView): string {
  const words = (subject || body.replace(/<[^>]*>/g, " ")).trim();
  return words === "" ? "with nothing" : words.length > 60 ? `${words.slice(0, 60)}…` : words;
}
