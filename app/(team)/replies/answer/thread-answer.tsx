"use client";

import { useEffect, useRef, useState } from "react";
import { useConnection } from "@/app/ui/live/live-provider";
import type { ThreadView } from "@/lib/answers/thread-view";
import { shortBox } from "../name-them";
import type { AnswerBoxProps } from "./answer-props";
import { OpenBox } from "./box/open-box";
import { QuietLine } from "./box/quiet-line";
import { SignedLine } from "./box/signed-line";
import { hereOf } from "./state/begin-from";
import { newestOf } from "./state/newest-of";
import { useAnswer } from "./state/use-answer";
import type { Back } from "./state/use-back";
import { useSend } from "./state/use-send";

type Props = AnswerBoxProps & { back: Back; onOver: () => void };

/** One answer: a quiet line, the open box, or how it leaves. */
export function ThreadAnswer({ view, timezone, writing, onWriting, onChanged, onTyping, back, onOver }: Props) {
  const answer = useAnswer(view, onTyping);
  const offline = useConnection().since !== null;
  const newest = newestOf(view);
  const isBlank = answer.body === "";
  const isNew = isBlank && answer.kept === null;
  const wrote = newest && !isNew && newest.id !== answer.answers ? newest : null;
  const [seen, setSeen] = useState(() => shownOf(view));
  const answered = view.answered && view.answered.draftId !== seen ? view.answered : null;
  const failed = answer.kept?.checks.find((check) => !check.passes && check.blocking) ?? null;
  const stands = wrote
    ? "Say first which mail it answers"
    : answered
      ? "Say first whether yours goes, too"
      : answer.theirs
        ? "Choose first whose text stays"
        : !view.mailbox.canSend
          ? `Waits until ${shortBox(view.mailbox)} is connected`
          : offline
            ? "Nothing can be sent without a connection"
            : isBlank
              ? "Nothing is written yet"
              : failed && !answer.pending
                ? failed.sentence
                : null;
  const send = useSend({
    view,
    answer,
    back,
    stands,
    answered: seen,
    onChanged,
    onOver: () => {
      onWriting(false);
      onOver();
    },
  });
  // As long as nothing is written, it will answer the newest.
  const follow = useRef(answer.follow);
  follow.current = answer.follow;
  const next = isNew && newest && newest.id !== answer.answers ? newest.id : null;
  useEffect(() => {
    if (next) follow.current(next);
  }, [next]);

  const leaving = view.answer?.state === "signed" ? view.answer : null;
  if (leaving && leaving.letterId !== answer.letterId && isNew && !writing)
    return (
      <SignedLine
        leaving={leaving}
        view={view}
        timezone={timezone}
        onTakeBack={() => void back.takeBack(view.id, hereOf(leaving))}
      />
    );
  if (!writing) return <QuietLine view={view} answer={answer} onOpen={() => onWriting(true)} />;
  return (
    <OpenBox
      view={view}
      timezone={timezone}
      answer={answer}
      send={send}
      stands={stands}
      wrote={wrote}
      answered={answered}
      onAnswered={() => setSeen(answered?.draftId ?? null)}
      onLeave={() => onWriting(false)}
    />
  );
}

/** The colleague's answer that stands among the letters already; one that has not left yet is shown nowhere else. */
function shownOf({ answered, letters }: ThreadView): string | null {
  return letters.some((one) => one.side === "ours" && one.draftId === answered?.draftId) ? (answered?.draftId ?? null) : null;
}
