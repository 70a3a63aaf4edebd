"use client";

import { useRef, useState } from "react";
import { answerOf } from "@/app/ui/act/answer-of";
import { sentenceOf } from "@/app/ui/act/sentence-of";
import { hushToast, toast } from "@/app/ui/toast/toast";
import type { ThreadView } from "@/lib/answers/thread-view";
import { discardAnswerAction, signAnswerAction } from "../../answer-actions";
import { firstNameOf } from "../../name-them";
import { keepHere } from "./keep-here";
import { readThread } from "./read-thread";
import type { Answer } from "./use-answer";
import type { Back } from "./use-back";

type Given = {
  view: ThreadView;
  answer: Answer;
  back: Back;
  /** Why nothing can be sent now; null where it can. */
  stands: string | null;
  /** The draft of a colleague's answer that was seen. */
  answered: string | null;
  onChanged: (what: "changed" | "moveOn") => void;
  /** This answer is over: the next one begins anew. */
  onOver: () => void;
};

const notKept = "Your last words are not kept yet, so nothing was sent.";

/** Signs what stands there and sends it, and discards it; each with its way back. */
export function useSend({ view, answer, back, stands, answered, onChanged, onOver }: Given) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // The answer of the signature was lost: nobody knows whether it counts.
  const [unsure, setUnsure] = useState(false);
  const running = useRef(false);
  const who = firstNameOf(view.contact);
  const said = `answer in ${view.id}`;

  const once = async (act: () => Promise<void>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setProblem(null);
    await act();
    running.current = false;
    setBusy(false);
  };
  /** @param isBack it was taken back before the server had answered. */
  const sent = (takeBackUntil: string | null, hash: string | null, isBack = false) => {
    const seconds = takeBackUntil ? Math.max(0, (Date.parse(takeBackUntil) - Date.now()) / 1000) : 0;
    const text = answer.copy();
    answer.end();
    if (isBack && seconds > 0) {
      hushToast(said);
      onOver();
      return void back.takeBack(view.id, text);
    }
    toast(`Sent to ${who}`, {
      id: said,
      seal: hash,
      ...(seconds > 0
        ? {
            leavesAt: Date.now() + seconds * 1000,
            backKey: "Z",
            backSeconds: Math.min(60, seconds),
            back: () => void back.takeBack(view.id, text),
          }
        : {}),
    });
    onOver();
    onChanged("moveOn");
  };
  /** Nothing was sent, and why. */
  const stop = (why: string | null) => {
    hushToast(said);
    setProblem(why);
  };
  const send = () =>
    once(async () => {
      if (stands) return;
      // At once: the server's word follows within a second.
      let isBack = false;
      const takeBack = () => {
        isBack = true;
        toast(`Taking the answer to ${who} back`, { id: said, busy: true });
      };
      toast(`Sending to ${who}`, { id: said, busy: true, backKey: "Z", back: takeBack });
      if (!(await answer.settled())) return stop(notKept);
      const kept = answer.newest();
      if (!kept?.mayBeSigned) return stop(kept?.checks.find((check) => !check.passes && check.blocking)?.sentence ?? notKept);
      const { letterId, draftId, hash } = kept;
      const given = { letterId, draftId, hash, threadVersion: view.version, answered };
      const result = await answerOf(() => signAnswerAction(given), setProblem);
      if (result.ok) {
        setUnsure(false);
        return sent(result.data.takeBackUntil, hash, isBack);
      }
      stop(null);
      if (result.lost === "unknown") return setUnsure(true);
      // When it leaves stands in the thread.
      if (result.lost === "done") return find(isBack);
      setUnsure(false);
      setProblem(sentenceOf(result.error));
      onChanged("changed");
    });
  /** Reads the thread, which knows whether it was sent. */
  const look = () => once(() => find());
  const find = async (isBack = false) => {
    const found = await readThread(view.id);
    if (!found) {
      setUnsure(true);
      return setProblem("Countersign still does not answer. Look again in a minute; nothing leaves twice.");
    }
    setUnsure(false);
    const now = found.answer;
    const { letterId } = answer.copy();
    if (now?.letterId === letterId && now.state === "draft") {
      setProblem("It was not sent. Your text is still here.");
      return onChanged("changed");
    }
    sent(now?.letterId === letterId && now.state === "signed" ? now.leavesAt : null, answer.newest()?.hash ?? null, isBack);
  };
  const discard = () =>
    once(async () => {
      await answer.resting();
      const text = answer.copy();
      const { letterId } = text;
      const isThere = answer.newest() !== null;
      if (isThere) {
        const result = await answerOf(() => discardAnswerAction({ letterId }), setProblem);
        if (!result.ok && result.lost !== "done") return setProblem(sentenceOf(result.error));
        setProblem(null);
      }
      answer.end();
      const restore = () => {
        keepHere.write(view.id, { ...text, unsaved: text.unsaved || !isThere });
        if (isThere) void back.restore(view.id, letterId);
        else back.lead(view.id);
        onOver();
      };
      if (isThere || text.body) toast("Discarded", { backKey: "Z", back: restore });
      onOver();
      onChanged("changed");
    });
  return { send, look, discard, busy, problem, unsure };
}
