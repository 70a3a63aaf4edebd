"use client";

import { IconCornerUpLeft } from "@tabler/icons-react";
import type { ThreadView } from "@/lib/answers/thread-view";
import { firstNameOf, shortBox } from "../../name-them";
import classes from "../answer.module.css";
import type { Answer } from "../state/use-answer";
import { wordsOf } from "../words-of";

type Props = { view: ThreadView; answer: Answer; onOpen: () => void };

/** The box while nobody writes in it: one line, with what was begun. */
export function QuietLine({ view, answer, onOpen }: Props) {
  const who = firstNameOf(view.contact);
  const begun = wordsOf(answer.body);
  const back = answer.kept?.voided && "it came back: they wrote since it was signed";
  const signedOut = !view.mailbox.canSend && `${shortBox(view.mailbox)} is signed out`;
  const about = back || begun || signedOut;
  return (
    <div>
      <button type="button" className={classes.quiet} onClick={onOpen} aria-keyshortcuts="r">
        <IconCornerUpLeft size={16} stroke={1.7} aria-hidden />
        <span className={classes.quietWords}>
          {begun ? `Your answer to ${who}` : `Answer ${who}`}
          {about && <span data-asks={Boolean(back || (!begun && signedOut)) || undefined}> · {about}</span>}
        </span>
        <kbd>R</kbd>
      </button>
    </div>
  );
}
