"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { answerOf } from "@/app/ui/act/answer-of";
import { sentenceOf } from "@/app/ui/act/sentence-of";
import { toast } from "@/app/ui/toast/toast";
import { restoreAnswerAction, takeBackAnswerAction } from "../../answer-actions";
import type { AnswerBoxProps } from "../answer-props";
import { type Here, keepHere } from "./keep-here";

export type Back = ReturnType<typeof useBack>;

const complain = (sentence: string) => toast(sentence, { trouble: true });

/** Threads whose box opens as soon as they are shown: somebody came back to their answer. */
const opening = new Set<string>();

/** Takes back a sent or a discarded answer, also from another thread, and leads to where it stands. */
export function useBack(props: AnswerBoxProps, onAnew: () => void) {
  const router = useRouter();
  const shown = useRef(props);
  shown.current = props;
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const { view, onWriting } = props;
  const open = useRef(onWriting);
  open.current = onWriting;
  useEffect(() => {
    if (opening.delete(view.id)) open.current(true);
  }, [view.id]);

  const lead = (threadId: string) => {
    if (isHere.current && shown.current.view.id === threadId) {
      shown.current.onWriting(true);
      shown.current.onChanged("changed");
      return;
    }
    opening.add(threadId);
    shown.current.onLead(threadId);
    router.refresh();
  };
  return {
    lead,
    /** @param text what was sent, which stands there again. */
    takeBack: async (threadId: string, text: Here) => {
      const result = await answerOf(() => takeBackAnswerAction({ letterId: text.letterId }), complain);
      if (!result.ok) {
        complain(sentenceOf(result.error));
        return lead(threadId);
      }
      if (!result.data.takenBack) return toast("It has left already", { trouble: true });
      keepHere.write(threadId, { ...text, unsaved: false });
      onAnew();
      lead(threadId);
    },
    restore: async (threadId: string, letterId: string) => {
      const result = await answerOf(() => restoreAnswerAction({ letterId }), complain);
      if (!result.ok && result.lost !== "done") return complain(sentenceOf(result.error));
      keepHere.reopen(letterId);
      lead(threadId);
    },
  };
}
