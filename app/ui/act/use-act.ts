"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "@/app/ui/toast/toast";
import { wasDone } from "@/app/ui/words/away";
import type { ActionResult } from "@/lib/actions/create-action";
import { answerOf } from "./answer-of";
import { isNewer } from "./here";
import { sentenceOf } from "./sentence-of";

/**
 * Runs actions one after another: `problem` is the sentence of the last that failed; the page is read anew after each. Where an answer is lost,
 * `problem` says so, and then what became of it.
 */
export function useAct() {
  const router = useRouter();
  const [busy, start] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const act = (run: () => Promise<ActionResult<unknown>>, after?: () => void) =>
    start(async () => {
      const result = await answerOf(run, setProblem);
      const done = result.ok || result.lost === "done";
      if (done) after?.();
      // What follows may take the place away in which it would be said.
      if (!result.ok && result.lost === "done" && after) toast(wasDone);
      setProblem(result.ok || (done && after) ? null : sentenceOf(result.error));
      // Either would take the page away from under what was typed; the line above it leads on.
      if (isNewer() || (!result.ok && (result.lost === "newer" || result.error.code === "signed_out"))) return;
      router.refresh();
    });
  return { act, busy, problem };
}
