"use client";

import { useState } from "react";
import { sentenceOf } from "@/app/ui/act/sentence-of";
import { toast } from "@/app/ui/toast/toast";
import { nothingChanged } from "@/app/ui/words/away";
import { moveMailAction } from "../../calendar/actions";
import type { Gathered } from "../checks/gather-checks";

/** Moves the mail of a campaign that would reach somebody on the same day. */
export function useMove(onMoved: () => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const move = async ({ draftId, at, words }: NonNullable<Gathered["move"]>) => {
    setBusy(true);
    setProblem(null);
    const result = await moveMailAction({ draftId, at }).catch(() => null);
    setBusy(false);
    if (!result?.ok) return setProblem(result ? sentenceOf(result.error) : nothingChanged);
    toast(`The campaign’s mail leaves ${words}`);
    onMoved();
  };
  return { move, busy, problem };
}
