"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { sentenceOf } from "@/app/ui/act/sentence-of";
import type { EditorHandle } from "@/app/ui/editor/editor-props";
import { toast } from "@/app/ui/toast/toast";
import { noAnswer } from "@/app/ui/words/away";
import type { Got } from "@/lib/answers/model/list-got";
import { draftAnswerAction, showMaterialAction } from "../model-actions";
import type { Answer } from "../state/use-answer";

const notKept = "Your words could not be kept first, so nothing was drafted. Your text is still here.";

/** Has the model draft the answer; what stood there comes back by one key. Nothing is sent by it. */
export function useDraft(answer: Answer, editor: RefObject<EditorHandle | null>) {
  const [got, setGot] = useState<Got[] | null>(null);
  const before = useRef<{ body: string; byModel: boolean } | null>(null);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const { threadId } = answer;
  // Before the first words there is nothing of it that could be read.
  const now = () => ({ threadId, letterId: answer.newest()?.letterId ?? null });

  const put = (text: { body: string; byModel: boolean }) => {
    if (!editor.current) return answer.change(text);
    // The editor says itself what its text is now.
    editor.current.replace(text.body);
    answer.change({ byModel: text.byModel });
  };
  return {
    got,
    /** What it would be given now. */
    show: async () => {
      await answer.settled();
      const result = await showMaterialAction(now()).catch(() => null);
      setGot(result?.ok ? result.data.got : null);
    },
    /** @returns what went wrong, or null. */
    draft: async (note: string): Promise<string | null> => {
      if (!(await answer.settled())) return notKept;
      const result = await draftAnswerAction({ ...now(), note }).catch(() => null);
      if (!result?.ok) return result ? sentenceOf(result.error) : noAnswer;
      // They walked on meanwhile: nothing is put into a text that nobody looks at.
      if (!isHere.current) return null;
      const { body, byModel } = answer.copy();
      before.current = { body, byModel };
      setGot(result.data.got);
      put({ body: result.data.body, byModel: true });
      if (body) toast("The model’s draft stands in place of your text", { back: () => put({ body, byModel }), backKey: "Z" });
      return null;
    },
    /** What is typed: an edit keeps the mark of the model; it goes with the text, or where the text from before is back. */
    type: (body: string) => {
      const isBack = before.current !== null && body === before.current.body;
      if (isBack) answer.change({ body, byModel: before.current?.byModel ?? false });
      else answer.change(body === "" ? { body, byModel: false } : { body });
    },
  };
}
