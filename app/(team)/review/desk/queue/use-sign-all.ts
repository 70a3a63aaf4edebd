"use client";

import { useEffect, useRef, useState } from "react";
import type { QueueOf } from "@/lib/drafts/review/queue-of";
import type { ReviewQueue } from "@/lib/drafts/review/read-review-queue";
import type { Asked } from "@/lib/drafts/sign-all/ask-to-sign";
import type { Signing } from "@/lib/drafts/sign-all/read-signing";
import { askToSignAction, startSigningAction } from "../../actions";
import type { Desk, Done } from "../use-desk";
import { sayRest, saySigned } from "./signing-words";
import { openedSince, wasOpened } from "./use-opened";

type Given = { queue: ReviewQueue; signing: Signing | null; of: QueueOf };

/** Signs all that the queue shows: asks first what that would be, then leaves it to the server, and says at the end what it came to. */
export function useSignAll(desk: Desk, { queue, signing, of }: Given) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [busy, setBusy] = useState(false);
  const doing = useRef(false);
  /** One thing at a time: the second half of a double press finds the first under way. */
  const alone = async (act: () => Promise<void>) => {
    if (doing.current) return;
    doing.current = true;
    setBusy(true);
    await act();
    doing.current = false;
    setBusy(false);
  };
  const wait = useEnd(desk, signing);
  const listed = useListed(queue);
  return {
    asked,
    busy,
    ask: () =>
      alone(async () => {
        desk.tell(null);
        setAsked((await desk.run(() => askToSignAction(shownBy(queue, of, listed())), null))?.data ?? null);
      }),
    close: () => setAsked(null),
    confirm: () =>
      alone(async () => {
        if (!asked) return;
        const { jobId } = asked;
        setAsked(null);
        const { came } = await desk.make(actOf(jobId), () => startSigningAction({ jobId }));
        if (came !== "refused") wait(jobId);
        await desk.readAnew(desk.current);
      }),
  };
}

const actOf = (job: string): Done => ({ kind: "signed", ids: [], job, busy: false, who: "", detail: "", hash: null });

/** Says once what an order of one's own came to, where its end was waited for: it was confirmed here, or seen under way. */
function useEnd(desk: Pick<Desk, "say" | "readAnew" | "current" | "isTakenBack">, signing: Signing | null) {
  const waited = useRef<string | null>(null);
  useEffect(() => {
    if (!signing?.mine) return;
    if (signing.state === "running") waited.current = signing.id;
    else if (waited.current === signing.id) {
      waited.current = null;
      // What came back of it, and what had left, is said already.
      if (desk.isTakenBack(signing.id)) return;
      desk.say({ ...actOf(signing.id), who: saySigned(signing), detail: sayRest(signing) });
      void desk.readAnew(desk.current);
    }
  });
  return (jobId: string) => {
    waited.current = jobId;
  };
}

/** @returns since when the list that is shown has been shown, by the page's own clock. */
function useListed(queue: ReviewQueue): () => number {
  const since = useRef(performance.now());
  const shown = useRef(queue);
  useEffect(() => {
    if (shown.current === queue) return;
    shown.current = queue;
    since.current = performance.now();
  }, [queue]);
  return () => since.current;
}

/**
 * What the list shows, draft by draft, and whether it shows all there is. A draft that was opened after the list was read was seen as it was
 * then: whoever has just kept their own words need not wait for the list.
 */
function shownBy(queue: ReviewQueue, of: QueueOf, listedAt: number) {
  const rows = queue.rows.flatMap(({ id, version: listed }) => {
    const version = listed && (openedSince(id, listedAt) ?? listed);
    return version ? [{ id, version, opened: wasOpened(id, version) }] : [];
  });
  // Those changed in Outlook count as waiting, too, and are in no order.
  const waiting = queue.rows.filter(({ state }) => state !== "signed").length;
  return { of, readAt: queue.readAt, rows, hasMore: queue.waiting > waiting };
}
