"use client";

import { useState } from "react";
import type { AnswerBoxProps } from "./answer-props";
import { Cannot } from "./cannot";
import { useBack } from "./state/use-back";
import { ThreadAnswer } from "./thread-answer";

/** Where an answer is written and sent; in its place a sentence where none may be. */
export function AnswerBox(props: AnswerBoxProps) {
  // Grows with each answer that is sent or discarded: what comes after it is another one.
  const [round, setRound] = useState(0);
  const anew = () => setRound((last) => last + 1);
  const back = useBack(props, anew);
  const { view, mayAnswer } = props;
  if (!mayAnswer || view.suppressed || view.contact.archived)
    return <Cannot view={view} mayAnswer={mayAnswer} timezone={props.timezone} />;
  return <ThreadAnswer key={`${view.id} ${round}`} {...props} back={back} onOver={anew} />;
}
