"use client";

import { useRef, useState } from "react";
import type { ActionResult } from "@/lib/actions/create-action";
import type { ReviewQueue } from "@/lib/drafts/review/read-review-queue";
import { signAllAction } from "../../actions";

type Given = {
  queue: ReviewQueue;
  campaignId: string | null;
  run: <T>(action: () => Promise<ActionResult<T>>, draftId: null) => Promise<{ data: T } | null>;
  mark: (ids: string[], as: "signed") => void;
};
export type Progress = { done: number; of: number; secondsLeft: number | null };

/** Signs all that pass, a batch after the other, until none is left or the person stops it; each batch that was signed stays signed. */
export function useSignAll({ queue, campaignId, run, mark }: Given) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const stopped = useRef(false);
  const sign = async () => {
    const of = queue.passing;
    const begun = Date.now();
    const ids: string[] = [];
    let refused = 0;
    stopped.current = false;
    setProgress({ done: 0, of, secondsLeft: null });
    for (let after: string | null | undefined; after !== null && !stopped.current; ) {
      const some = await run(() => signAllAction({ campaignId, after: after ?? null, seenAt: queue.readAt }), null);
      if (!some) {
        stopped.current = true;
        break;
      }
      ids.push(...some.data.signed);
      refused += some.data.refused;
      after = some.data.after;
      mark(some.data.signed, "signed");
      const left = ((Date.now() - begun) / Math.max(1, ids.length)) * Math.max(0, of - ids.length);
      setProgress({ done: ids.length, of, secondsLeft: Math.ceil(left / 1000) });
    }
    setProgress(null);
    return { ids, refused, stopped: stopped.current };
  };
  return { progress, sign, stop: () => (stopped.current = true) };
}
