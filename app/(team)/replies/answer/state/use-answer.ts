"use client";

import { useEffect, useRef, useState } from "react";
import { useAutosave } from "@/app/ui/act/use-autosave";
import type { ActionResult } from "@/lib/actions/create-action";
import type { AnswerView, ThreadView } from "@/lib/answers/thread-view";
import { beginAnswerAction, saveAnswerAction } from "../../answer-actions";
import { beginFrom, hereOf } from "./begin-from";
import { isSameText } from "./is-same-text";
import { type Here, keepHere } from "./keep-here";

export type Answer = ReturnType<typeof useAnswer>;

const elsewhere: ActionResult<never> = {
  ok: false,
  error: { code: "conflict", message: "This answer was changed in another window." },
};
const goneOn: ActionResult<never> = {
  ok: false,
  error: { code: "conflict", message: "This answer was sent from another window. Your words stay here; copy what you need." },
};

/**
 * The text of an answer: what is typed, and what of it is kept. What is typed is never replaced by what comes from elsewhere, and outlives a lost
 * connection, a reload and the walk to another thread.
 */
export function useAnswer(view: ThreadView, onTyping?: () => void) {
  const [begun] = useState(() => beginFrom(view));
  const [here, setHere] = useState<Here>(begun);
  const [kept, setKept] = useState(begun.kept);
  const [theirs, setTheirs] = useState(begun.theirs);
  // Grows when another text comes into the editor from elsewhere.
  const [edition, setEdition] = useState(0);
  const now = useRef({ here, kept, conflict: begun.theirs !== null, over: false });
  const count = useRef({ made: begun.unsaved ? 1 : 0, kept: 0 });
  const saving = useRef<Promise<unknown> | null>(null);
  // What was sent to be kept and got no answer: it may have been kept all the same.
  const unsure = useRef<string | null>(null);
  const isKept = () => count.current.made === count.current.kept;

  const put = (some: Partial<Here>) => {
    now.current.here = { ...now.current.here, ...some, unsaved: !isKept() };
    keepHere.write(view.id, now.current.here);
    setHere(now.current.here);
  };
  const show = (next: AnswerView) => {
    now.current.kept = next;
    setKept(next);
  };
  /** Of two texts somebody chooses; our own, kept by a call whose answer was lost, is no second one. */
  const meet = (next: AnswerView) => {
    show(next);
    const isOurs = [unsure.current, now.current.here.body].some((text) => text !== null && isSameText(text, next.body));
    now.current.conflict = !isOurs;
    put({ letterId: next.letterId, version: next.letterVersion });
    if (isOurs) autosave.change({});
    else setTheirs(next);
  };
  const keep = async (): Promise<ActionResult<unknown>> => {
    const { made } = count.current;
    if (now.current.over) return { ok: true, data: null };
    if (!now.current.kept) {
      const { letterId, version } = now.current.here;
      const first = await beginAnswerAction({ threadId: view.id, letterId });
      if (!first.ok) return first;
      if (first.data.state !== "draft") return goneOn;
      if (first.data.letterVersion > version && first.data.body !== "") {
        meet(first.data);
        return now.current.conflict ? elsewhere : first;
      }
      show(first.data);
      // Begun in another window before, it goes on under that id.
      put({ letterId: first.data.letterId, version: first.data.letterVersion });
    }
    const { letterId, version, body, answers, byModel } = now.current.here;
    const input = { letterId, version, body, answers, byModel };
    unsure.current = body;
    const result = await saveAnswerAction(input);
    if (result.ok) {
      unsure.current = null;
      count.current.kept = made;
      show(result.data);
      put({ version: result.data.letterVersion });
    } else if (result.error.code === "conflict") {
      const other = await beginAnswerAction({ threadId: view.id, letterId });
      if (!other.ok || other.data.state !== "draft") return other.ok ? goneOn : result;
      meet(other.data);
      return now.current.conflict ? elsewhere : other;
    }
    return result;
  };
  const save = () => {
    const asked = keep();
    const running = asked
      .catch(() => null)
      .finally(() => {
        if (saving.current === running) saving.current = null;
      });
    saving.current = running;
    return asked;
  };
  const autosave = useAutosave<Partial<Here>>(save, () => {});

  const change = (some: Partial<Pick<Here, "body" | "answers" | "byModel">>) => {
    count.current.made += 1;
    put(some);
    if (!now.current.conflict) autosave.change({});
  };
  const fill = (next: Here) => {
    count.current.kept = count.current.made;
    if (next.body !== now.current.here.body) setEdition((last) => last + 1);
    put(next);
  };
  const settleConflict = () => {
    now.current.conflict = false;
    setTheirs(null);
  };

  // The thread was read again: a newer text comes in where nothing typed here would be lost by it.
  const take = useRef((_: AnswerView) => {});
  take.current = (next) => {
    if (next.state !== "draft" || keepHere.isOver(next.letterId) || saving.current) return;
    const isOther = next.letterId !== now.current.here.letterId;
    // Begun in another window, and nothing here yet.
    if (isOther && now.current.here.body === "" && !now.current.kept) {
      show(next);
      return fill(hereOf(next));
    }
    if (isOther) return;
    if (next.letterVersion < now.current.here.version) return;
    if (next.letterVersion === now.current.here.version) show(next);
    else if (isKept()) {
      show(next);
      fill(hereOf(next));
    }
  };
  useEffect(() => {
    if (view.answer) take.current(view.answer);
  }, [view.answer]);
  // What was typed before a reload is kept now.
  const resume = useRef(() => {
    if (begun.unsaved && !begun.theirs) autosave.change({});
  });
  useEffect(() => resume.current(), []);

  return {
    threadId: view.id,
    letterId: here.letterId,
    body: here.body,
    answers: here.answers,
    byModel: here.byModel,
    kept,
    theirs,
    edition,
    saved: autosave.saved,
    pending: autosave.pending,
    problem: theirs ? null : autosave.problem,
    /** Until nothing is on its way to be kept. */
    resting: async () => {
      await saving.current;
    },
    newest: () => now.current.kept,
    change: (some: Partial<Pick<Here, "body" | "answers" | "byModel">>) => {
      onTyping?.();
      change(some);
    },
    /** Nothing is written yet: it will answer their newest letter. */
    follow: (answers: string) => put({ answers }),
    /** Of two texts: the one that was kept elsewhere. */
    takeTheirs: () => {
      if (!theirs) return;
      settleConflict();
      fill(hereOf(theirs));
    },
    /** Of two texts: what stands here. */
    keepMine: () => {
      settleConflict();
      change({});
      void autosave.flush();
    },
    /** Keeps what was typed until now. @returns whether all of it is kept. */
    settled: async () => {
      for (let tries = 0; tries < 20 && !isKept() && !now.current.conflict; tries += 1) {
        const before = count.current.kept;
        await saving.current;
        await autosave.flush();
        await saving.current;
        // Nobody answers, or it is refused: that is said, and trying on says nothing else.
        if (before === count.current.kept) break;
      }
      return isKept();
    },
    /** It is sent or discarded: what still is on its way is not kept any more. */
    end: () => {
      now.current.over = true;
      keepHere.end(view.id, now.current.here.letterId);
    },
    /** What stands here, to be put back. */
    copy: () => now.current.here,
  };
}
