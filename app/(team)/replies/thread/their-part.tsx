"use client";

import { IconBan } from "@tabler/icons-react";
import { useState } from "react";
import { initialsOf } from "@/app/(team)/contacts/initials";
import { ReceivedLetter } from "@/app/ui/letter/received/received-letter";
import { sayMoment } from "@/app/ui/words/clock";
import type { TheirLetter, ThreadView } from "@/lib/answers/thread-view";
import { firstNameOf } from "../name-them";
import { sayStopped } from "./say-stopped";
import { sayEmpty, sayVerdict } from "./say-verdict";
import classes from "./thread.module.css";

type Props = { letter: TheirLetter; view: ThreadView; timezone: string; now: Date; isNewest: boolean; isOpen: boolean };

/** What they wrote: whole, or two lines of it until it is opened; below, what it stopped and how fast. */
export function TheirPart({ letter, view, timezone, now, isNewest, isOpen }: Props) {
  const [opened, setOpened] = useState(false);
  const verdict = sayVerdict(letter);
  const chip = verdict && <span className={classes.chip}>{verdict}</span>;
  const time = (
    <time dateTime={letter.at} className={classes.when}>
      {sayMoment(new Date(letter.at), now, timezone)}
    </time>
  );
  const face = (
    <span className={classes.face} aria-hidden>
      {initialsOf(letter.fromName)}
    </span>
  );
  if (!isOpen && !opened)
    return (
      <button type="button" className={classes.folded} aria-expanded={false} onClick={() => setOpened(true)}>
        {face}
        <span className={classes.top}>
          <strong>{letter.fromName}</strong>
          {time}
        </span>
        <span className={classes.line} dir="auto">
          {chip} {letter.snippet || sayEmpty(letter)}
        </span>
      </button>
    );
  const stopped = letter.stopped && sayStopped(letter.stopped, firstNameOf(view.contact), now, timezone);
  return (
    <>
      <article
        className={isNewest ? `${classes.letter} ${classes.newest}` : classes.letter}
        aria-label={`From ${letter.fromName}`}
      >
        {face}
        <header className={classes.top}>
          <span className={classes.who}>
            <strong>{letter.fromName}</strong>
            <span>
              {letter.from} to {letter.to}
            </span>
          </span>
          {time}
        </header>
        <div className={classes.words}>
          {chip && <p className={classes.verdict}>{chip}</p>}
          <ReceivedLetter messageId={letter.id} snippet={letter.snippet} isThere={letter.isThere} empty={sayEmpty(letter)} />
        </div>
      </article>
      {stopped && (
        <p className={classes.stopped}>
          <IconBan size={18} stroke={1.7} aria-hidden />
          <span>
            <strong>{stopped.first}</strong> {stopped.rest}
          </span>
        </p>
      )}
    </>
  );
}
