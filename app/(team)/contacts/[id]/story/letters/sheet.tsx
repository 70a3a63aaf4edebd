"use client";

import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { type ReactNode, useId } from "react";
import classes from "./letters.module.css";

type Props = {
  subject: string;
  /** Its first words, for as long as it is folded. */
  line: string;
  people: string;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  children: ReactNode;
};

/** A letter in the story of a contact: a line of it, or the whole on its sheet. */
export function Sheet({ subject, line, people, isOpen, onOpen, children }: Props) {
  const id = useId();
  const named = subject || "No subject";
  if (!isOpen)
    return (
      <button type="button" className={classes.folded} aria-expanded={false} onClick={() => onOpen(true)}>
        <span className={classes.foldedSubject}>{named}</span>
        <span className={classes.act}>
          Open <IconChevronDown size={16} stroke={1.7} aria-hidden />
        </span>
        {line && <span className={classes.foldedLine}>{line}</span>}
      </button>
    );
  return (
    <article className={classes.sheet} aria-labelledby={id}>
      <header className={classes.head}>
        <div>
          <h3 id={id}>{named}</h3>
          <p>{people}</p>
        </div>
        <button type="button" className={classes.close} aria-expanded onClick={() => onOpen(false)}>
          Close <IconChevronUp size={16} stroke={1.7} aria-hidden />
        </button>
      </header>
      {children}
    </article>
  );
}
