"use client";

import { Letter } from "@/app/ui/letter/letter";
import { sayMoment } from "@/app/ui/words/clock";
import type { ThreadView } from "@/lib/answers/thread-view";
import classes from "../answer.module.css";
import type { Answer } from "../state/use-answer";

type Props = { view: ThreadView; answer: Answer; timezone: string };

/** The whole mail as they get it: the text, our signature block, and their words quoted. */
export function Arrives({ view, answer, timezone }: Props) {
  const { kept } = answer;
  const answered = view.letters.find((letter) => letter.side === "theirs" && letter.id === answer.answers);
  return (
    <div className={classes.arrives}>
      <p className={classes.about}>
        {answered && <>Answers the mail of {sayMoment(new Date(answered.at), new Date(), timezone)}. </>}
        Goes to {kept?.to ?? view.contact.email}, with your signature block and their words below.
        {answer.pending && " It follows what you type."}
      </p>
      {kept ? (
        <Letter
          subject={kept.subject}
          fromName={view.mailbox.name}
          from={view.mailbox.email}
          toName={view.contact.name}
          to={kept.to}
          html={kept.html}
        />
      ) : (
        <p className={classes.about}>With the first words, the mail stands here as they get it.</p>
      )}
    </div>
  );
}
