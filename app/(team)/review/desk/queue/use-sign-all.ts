"use client";

import { useRef, useState } from "react";
import type { ReviewQueue } from "@/lib/drafts/review/read-review-queue";
import { signAllAction } from "../../actions";
import type { Desk } from "../use-desk";

export type Progress = { done: number; of: number; secondsLeft: number | null };
type Signed = { ids: string[]; refused: number; stopped: boolean };

/** Signs all that pass, a batch after the other, until none is left or the person stops it; each batch that was signed stays signed. */
export function useSignAll(desk: Desk, queue: ReviewQueue, campaignId: string | null) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const stopped = useRef(false);
  const signBatches = async (): Promise<Signed> => {
    const of = queue.passing;
    const begun = Date.now();
    const ids: string[] = [];
    let refused = 0;
    for (let after: string | null | undefined; after !== null && !stopped.current; ) {
      const some = await desk.run(() => signAllAction({ campaignId, after: after ?? null, seenAt: queue.readAt }), null);
      if (!some) {
        stopped.current = true;
        break;
      }
      ids.push(...some.data.signed);
      refused += some.data.refused;
      after = some.data.after;
      desk.mark(some.data.signed, "signed");
      const left = ((Date.now() - begun) / Math.max(1, ids.length)) * Math.max(0, of - ids.length);
      setProgress({ done: ids.length, of, secondsLeft: Math.ceil(left / 1000) });
    }
    return { ids, refused, stopped: stopped.current };
  };
  const sign = async () => {
    desk.tell(null);
    stopped.current = false;
    setProgress({ done: 0, of: queue.passing, secondsLeft: null });
    const signed = await signBatches();
    setProgress(null);
    const { ids } = signed;
    for (const id of ids) desk.forget(id);
    const who = `${ids.length} ${ids.length === 1 ? "draft" : "drafts"}`;
    if (ids.length > 0) desk.remember({ kind: "signed", ids, busy: false, who, detail: sayRest(signed), hash: null });
    await desk.readAnew(desk.current);
  };
  return { progress, sign, stop: () => (stopped.current = true) };
}

function sayRest({ refused, stopped }: Signed): string {
  if (stopped) return "stopped; the others wait as before";
  if (refused > 0) return `${refused} did not pass and ${refused === 1 ? "waits" : "wait"} for you`;
  return "every one passed its checks";
}
