"use client";

import { useState } from "react";
import { answerOf } from "@/app/ui/act/answer-of";
import { sentenceOf } from "@/app/ui/act/sentence-of";
import { toast } from "@/app/ui/toast/toast";
import { moveMailAction } from "../../calendar/actions";
import type { Gathered } from "../checks/gather-checks";

/** Moves the mail of a campaign that would reach somebody on the same day. */
export function useMove(onMoved: () => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const move = async ({ draftId, at, words }: NonNullable<Gathered["move"]>) => {
    setBusy(true);
    setProblem(null);
    const result = await answerOf(() => moveMailAction({ draftId, at }), setProblem);
    setBusy(false);
    if (!result.ok && result.lost !== "done") return setProblem(sentenceOf(result.error));
    setProblem(null);
    toast(`The campaign’s mail leaves ${words}`);
    onMoved();
  };
  return { move, busy, problem };
}
