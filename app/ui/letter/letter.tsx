"use client";

import classes from "./letter.module.css";
import { MailText } from "./mail-text";

type Props = {
  subject: string;
  /** What the subject was before an edit; shown struck out above it. */
  subjectBefore?: string | null;
  fromName: string;
  from: string;
  /** The recipient's name, where it is known. */
  toName?: string;
  to: string;
  /** The whole mail as it is handed to Exchange. */
  html: string;
  children?: React.ReactNode;
};

/** A mail on its own sheet, as the recipient gets it; quoted history is folded. */
export function Letter({ subject, subjectBefore, fromName, from, toName, to, html, children }: Props) {
  return (
    <article className={classes.letter} aria-label={`Mail to ${to}`}>
      <header className={classes.head}>
        {subjectBefore && (
          <del className={classes.subjectBefore} dir="auto">
            {subjectBefore}
          </del>
        )}
        <h2 className={classes.subject} dir="auto">
          {subject || "No subject yet"}
        </h2>
        <div className={classes.people}>
          <span className={classes.avatar} aria-hidden>
            {fromName.slice(0, 1).toUpperCase()}
          </span>
          <div>
            <strong>{fromName}</strong> <span>{from}</span>
            <div>
              To {toName && toName !== to && <strong>{toName}</strong>} {to || "nobody yet"}
            </div>
          </div>
        </div>
      </header>
      <MailText subject={subject} html={html} className={classes.body} foldClassName={classes.fold} />
      {children}
    </article>
  );
}
