"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { answerOf } from "@/app/ui/act/answer-of";
import { sentenceOf } from "@/app/ui/act/sentence-of";
import { toast } from "@/app/ui/toast/toast";
import { sayCount } from "@/app/ui/words/count-words";
import { discardLetterAction, restoreLetterAction, signLetterAction, takeBackLetterAction } from "../actions";
import { findBlock, gatherChecks } from "../checks/gather-checks";
import { sayLeave, saySigned, toSign } from "../foot/say-leave";
import type { Letter } from "./use-letter";

const complain = (sentence: string) => toast(sentence, { trouble: true });

/** Signs and discards, each with its way back, and leads to where one came from. */
export function useActs(letter: Letter, from: string) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const here = `/write?${new URLSearchParams({ draft: letter.id, from })}`;

  /** One act at a time: a second press finds the first under way. */
  const once = async (act: () => Promise<void>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setProblem(null);
    await act();
    running.current = false;
    setBusy(false);
  };
  const sign = () =>
    once(async () => {
      if (!(await letter.settled())) return setProblem("Your last words are not kept yet, so nothing was signed.");
      const view = letter.newest();
      const mails = toSign(view?.mails ?? []);
      if (!view || mails.length === 0 || findBlock(gatherChecks(mails)) || sayLeave(mails, view.leave).never) return;
      const signed = mails.map(({ draftId, hash }) => ({ draftId, hash }));
      const result = await answerOf(() => signLetterAction({ letterId: letter.id, mails: signed }), setProblem);
      if (!result.ok) {
        setProblem(sentenceOf(result.error));
        router.refresh();
        return;
      }
      const { takeBackUntil } = result.data;
      const { words, detail } = saySigned(
        mails,
        result.data.signed.map((one) => one.name),
        view.leave,
        view.resumes !== null,
      );
      toast(words, {
        detail,
        seal: mails[0]?.hash ?? null,
        backKey: "Z",
        backSeconds: Math.min(60, (Date.parse(takeBackUntil) - Date.now()) / 1000),
        back: () => void takeBack(),
      });
      router.push(from);
    });
  const takeBack = async () => {
    const result = await answerOf(() => takeBackLetterAction({ letterId: letter.id }), complain);
    if (!result.ok) {
      complain(sentenceOf(result.error));
      return router.refresh();
    }
    const { takenBack, left } = result.data;
    if (takenBack.length === 0) return toast(`${left.length === 1 ? "It has" : "They have"} left already`, { trouble: true });
    if (left.length > 0)
      toast(`${sayCount(takenBack.length, "mail", "mails")} taken back`, {
        detail: `the mail to ${left.join(", ")} had left already`,
      });
    router.push(here);
    router.refresh();
  };
  const discard = () =>
    once(async () => {
      await letter.settled();
      // Nothing was kept, so nothing is left behind either.
      if (!letter.newest()) return router.push(from);
      const result = await answerOf(() => discardLetterAction({ letterId: letter.id }), setProblem);
      if (!result.ok && result.lost !== "done") return setProblem(sentenceOf(result.error));
      toast("Discarded", { backKey: "Z", back: () => void restore() });
      router.push(from);
    });
  const restore = async () => {
    const result = await answerOf(() => restoreLetterAction({ letterId: letter.id }), complain);
    if (!result.ok && result.lost !== "done") return complain(sentenceOf(result.error));
    router.push(here);
    router.refresh();
  };
  return { sign, discard, restore, takeBack, busy, problem };
}
