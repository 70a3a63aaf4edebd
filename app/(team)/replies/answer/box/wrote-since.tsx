"use client";

import { Button } from "@mantine/core";
import { sayMoment } from "@/app/ui/words/clock";
import type { TheirLetter } from "@/lib/answers/thread-view";
import classes from "../answer.module.css";

type Props = {
  letter: TheirLetter;
  who: string;
  timezone: string;
  /** It was signed, and came back because of this letter. */
  wasSigned: boolean;
  onAnswer: () => void;
  onRead: () => void;
};

/** They wrote while it was being answered: their new mail, before anything is sent. */
export function WroteSince({ letter, who, timezone, wasSigned, onAnswer, onRead }: Props) {
  return (
    <div className={classes.wrote} role="alert">
      <p>
        <strong>
          {who} wrote again {sayMoment(new Date(letter.at), new Date(), timezone)}
        </strong>
        , so {wasSigned ? "your answer was not sent: they wrote since it was signed" : "nothing is sent yet"}. Your text stays.
      </p>
      <blockquote>{letter.snippet}</blockquote>
      <div>
        <Button variant="default" size="compact-md" onClick={onAnswer}>
          Answer this one
        </Button>
        <Button variant="subtle" color="gray" c="var(--ink)" size="compact-md" onClick={onRead}>
          Read first
        </Button>
      </div>
    </div>
  );
}
