"use client";

import { IconChevronUp } from "@tabler/icons-react";
import type { OurLetter } from "@/lib/answers/thread-view";
import { LeftSeal } from "./left-seal";
import { MailText } from "./mail-text";
import classes from "./sent-letter.module.css";

type Props = { letter: OurLetter; from: string; to: string; timezone: string; onClose?: () => void };

/** A mail of ours as it left, whole, with the seal of its signature. */
export function SentLetter({ letter, from, to, timezone, onClose }: Props) {
  const { subject, html, seal } = letter;
  return (
    <article className={classes.letter} aria-label={`Mail to ${to}`}>
      <header className={classes.head}>
        <div>
          <h3 dir="auto">{subject || "No subject"}</h3>
          <p className={classes.people}>
            {from} to {to}
          </p>
        </div>
        {onClose && (
          <button type="button" className={classes.close} onClick={onClose}>
            Close <IconChevronUp size={16} stroke={1.7} aria-hidden />
          </button>
        )}
      </header>
      <div className={classes.body}>
        <div className={classes.text}>
          <MailText subject={subject} html={html} className={classes.frame} foldClassName={classes.fold} />
        </div>
        {seal && <LeftSeal seal={{ ...seal, at: seal.signedAt }} draftId={letter.draftId} timezone={timezone} />}
      </div>
    </article>
  );
}
