"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { nothingChanged } from "@/app/ui/words/away";
import type { ActionResult } from "@/lib/actions/create-action";
import { sentenceOf } from "./sentence-of";

/** Runs actions one after another: `problem` is the sentence of the last that failed; the page is read anew after each. */
export function useAct() {
  const router = useRouter();
  const [busy, start] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const act = (run: () => Promise<ActionResult<unknown>>, after?: () => void) =>
    start(async () => {
      try {
        const result = await run();
        setProblem(result.ok ? null : sentenceOf(result.error));
        if (result.ok) after?.();
      } catch {
        setProblem(nothingChanged);
        // Nothing to read anew either: the router would leave the page for the browser's own.
        return;
      }
      router.refresh();
    });
  return { act, busy, problem };
}
