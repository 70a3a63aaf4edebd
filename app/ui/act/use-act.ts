"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { ActionResult } from "@/lib/actions/create-action";

/** Runs actions one after another: `problem` is the sentence of the last that failed; the page is read anew after each. */
export function useAct() {
  const router = useRouter();
  const [busy, start] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const act = (run: () => Promise<ActionResult<unknown>>, after?: () => void) =>
    start(async () => {
      try {
        const result = await run();
        setProblem(result.ok ? null : (Object.values(result.error.fields ?? {})[0] ?? result.error.message));
        if (result.ok) after?.();
      } catch {
        setProblem("Countersign does not answer. Nothing was changed; try again in a minute.");
        // Nothing to read anew either: the router would leave the page for the browser's own.
        return;
      }
      router.refresh();
    });
  return { act, busy, problem };
}
