"use client";

import { useState } from "react";
import { SentLetter } from "@/app/ui/letter/sent-letter";
import { SealTick } from "@/app/ui/seal/seal-tick";
import { sayClock, sayDay, sayMoment } from "@/app/ui/words/clock";
import type { OurLetter, ThreadView } from "@/lib/answers/thread-view";
import classes from "./thread.module.css";

type Props = { letter: OurLetter; view: ThreadView; timezone: string; now: Date };

/** A mail of ours in its thread: two lines of it, and in place of them the whole with its seal once it is opened. */
export function OurPart({ letter, view, timezone, now }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { seal, at, by } = letter;
  const { contact, mailbox } = view;
  if (isOpen)
    return (
      <SentLetter letter={letter} from={mailbox.email} to={contact.email} timezone={timezone} onClose={() => setOpen(false)} />
    );
  const name = by ?? mailbox.name;
  const signed = seal && `${sayDay(new Date(seal.signedAt), now, timezone)}, ${sayClock(new Date(seal.signedAt), timezone)}`;
  return (
    <button type="button" className={classes.folded} aria-expanded={false} onClick={() => setOpen(true)}>
      <span className={`${classes.face} ${classes.ours}`} aria-hidden>
        {name.slice(0, 1).toUpperCase()}
      </span>
      <span className={classes.top}>
        <strong>{name}</strong>
        {seal ? (
          <span className={seal.otherwise ? classes.otherwise : classes.signed}>
            {!seal.otherwise && <SealTick size={16} />}
            <span>
              {seal.otherwise ? "left otherwise than signed" : "as signed"} by {seal.name},{" "}
              <time dateTime={seal.signedAt}>{signed}</time>
            </span>
          </span>
        ) : (
          <time dateTime={at} className={classes.when}>
            {sayMoment(new Date(at), now, timezone)}
          </time>
        )}
      </span>
      <span className={classes.line} dir="auto">
        {letter.line || letter.subject}
      </span>
    </button>
  );
}
