"use client";

import { ActionIcon } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconMail } from "@tabler/icons-react";
import { Letter } from "@/app/ui/letter/letter";
import { LaterPick } from "@/app/ui/loading/later-pick";
import type { LetterMail } from "@/lib/letters/letter";
import classes from "./arrives.module.css";

type Props = {
  mails: LetterMail[];
  shown: LetterMail | null;
  /** Somebody stands in To whose letter is not made yet. */
  coming: boolean;
  onShow: (draftId: string) => void;
};

/** The letter as one of them gets it, and the way to the next. */
export function Arrives({ mails, shown, coming, onShow }: Props) {
  if (!shown) {
    return (
      <div className={classes.empty} role="status">
        <IconMail size={28} stroke={1.4} aria-hidden />
        <p>{coming ? "Making the letter…" : "With somebody in To, the letter stands here as they get it."}</p>
      </div>
    );
  }
  const at = mails.indexOf(shown);
  const beside = (by: 1 | -1) => mails[(at + by + mails.length) % mails.length];
  const turn = (by: 1 | -1) => () => onShow(beside(by)?.draftId ?? shown.draftId);
  return (
    <>
      <div className={classes.head}>
        <span>
          As{" "}
          {mails.length > 1 ? (
            <LaterPick
              name="Shown as it arrives for"
              value={shown.draftId}
              choices={mails.map((mail) => ({ value: mail.draftId, label: mail.contact.name, about: mail.contact.email }))}
              onPick={onShow}
            />
          ) : (
            <strong>
              <bdi>{shown.contact.name}</bdi>
            </strong>
          )}
        </span>
        {mails.length > 1 && (
          <span className={classes.pages}>
            <ActionIcon variant="subtle" color="gray" aria-label="Person before" title="⌥ ←" onClick={turn(-1)}>
              <IconChevronLeft size={16} stroke={1.7} />
            </ActionIcon>
            {at + 1} of {mails.length}
            <ActionIcon variant="subtle" color="gray" aria-label="Next person" title="⌥ →" onClick={turn(1)}>
              <IconChevronRight size={16} stroke={1.7} />
            </ActionIcon>
          </span>
        )}
      </div>
      <Letter
        key={shown.draftId}
        subject={shown.subject}
        fromName={shown.fromName}
        from={shown.from}
        toName={shown.contact.name}
        to={shown.contact.email}
        html={shown.html}
      />
      <p className={classes.how}>{sayHow(shown)}</p>
    </>
  );
}

function sayHow({ thread, kind }: LetterMail): string {
  if (thread?.joined) return `As it arrives. A follow-up in the thread of ${thread.at}; its subject stays.`;
  return kind === "follow-up"
    ? "As it arrives. A follow-up, in a thread of its own."
    : "As it arrives. A first mail, in a thread of its own.";
}
