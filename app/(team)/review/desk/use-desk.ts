"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import type { ActionResult } from "@/lib/actions/create-action";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import type { QueueRow, ReviewQueue } from "@/lib/drafts/review/read-review-queue";
import { rejectAction, settleAction, signAction, signAllAction, takeBackAction, takeBackRejectionAction } from "../actions";
import { usePrefetch, useViews } from "./use-views";

/** What was done last and can be taken back. */
export type Done = { kind: "signed" | "rejected"; ids: string[]; title: string; detail: string; hash: string | null };
type Mark = { as: "signed" | "rejected" | "waits"; at: number };

const away = "Countersign does not answer. Nothing was changed; try again in a minute.";
/** As long as a mark of ours outlives what the server says: a page rendered before the action ended may still come. */
const markMs = 4000;
const chunk = 100;

/** The state of the review page: which draft is open, what was signed or rejected in this moment, and what can be taken back. */
export function useDesk({ queue, view, campaignId }: { queue: ReviewQueue; view: DraftView | null; campaignId: string | null }) {
  const router = useRouter();
  const [current, setCurrent] = useState<string | null>(view?.id ?? null);
  const [marks, setMarks] = useState<ReadonlyMap<string, Mark>>(new Map());
  const [done, setDone] = useState<Done | null>(null);
  const [problem, setProblem] = useState<{ sentence: string; draftId: string | null } | null>(null);
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const views = useViews(view);
  const served = useRef(queue);

  const rows = queue.rows
    .map((row): QueueRow => {
      const mark = marks.get(row.id);
      if (mark?.as === "signed" && row.state !== "signed") return { ...row, state: "signed", signedAt: "now" };
      if (mark?.as === "waits" && row.state === "signed") return { ...row, state: "waits", signedAt: null };
      return row;
    })
    .filter((row) => marks.get(row.id)?.as !== "rejected");
  const waiting = rows.filter((row) => row.state !== "signed");
  const at = rows.findIndex((row) => row.id === current);
  const next = rows.slice(at + 1).find((row) => row.state !== "signed") ?? waiting.find((row) => row.id !== current);
  usePrefetch(
    [current, next?.id, rows[at + 1]?.id, rows[at + 2]?.id, rows[at - 1]?.id].filter((id) => id !== undefined && id !== null),
    views.load,
  );

  useEffect(() => {
    if (served.current === queue) return;
    served.current = queue;
    setMarks((before) => new Map([...before].filter(([, mark]) => Date.now() - mark.at < markMs)));
  }, [queue]);
  useEffect(() => {
    // The server has chosen another draft: a link inside the page, or Back.
    if (view) setCurrent((before) => (before === null || location.pathname.endsWith(view.id) ? view.id : before));
  }, [view]);

  const show = useCallback(
    (id: string | null) => {
      setCurrent(id);
      if (id) history.replaceState(null, "", `/review/${id}${campaignId ? `?campaign=${campaignId}` : ""}`);
    },
    [campaignId],
  );
  const mark = (ids: string[], as: Mark["as"] | null) =>
    setMarks((before) => {
      const after = new Map(before);
      for (const id of ids) as ? after.set(id, { as, at: Date.now() }) : after.delete(id);
      return after;
    });

  /** Runs an action; on failure says so and leads back to the draft. @returns its data, or null when it failed. */
  const run = async <T>(action: () => Promise<ActionResult<T>>, draftId: string | null): Promise<T | null> => {
    try {
      const result = await action();
      if (result.ok) return result.data;
      setProblem({ sentence: Object.values(result.error.fields ?? {})[0] ?? result.error.message, draftId });
    } catch {
      setProblem({ sentence: away, draftId });
    }
    return null;
  };

  const sign = async (draft: DraftView) => {
    mark([draft.id], "signed");
    setProblem(null);
    setDone({
      kind: "signed",
      ids: [draft.id],
      title: `Signed for ${draft.contact.name}`,
      detail: draft.leaves ? `leaves ${draft.leaves}` : "leaves as soon as it may",
      hash: draft.hash,
    });
    show(next?.id ?? draft.id);
    const signed = await run(() => signAction({ draftId: draft.id, hash: draft.hash }), draft.id);
    if (!signed) {
      mark([draft.id], null);
      setDone((last) => (last?.ids.includes(draft.id) ? null : last));
    }
    await views.reload(draft.id);
    router.refresh();
  };

  const reject = async (draft: DraftView, reason: string) => {
    mark([draft.id], "rejected");
    setProblem(null);
    setDone({ kind: "rejected", ids: [draft.id], title: `Rejected for ${draft.contact.name}`, detail: reason, hash: null });
    show(next?.id ?? draft.id);
    if ((await run(() => rejectAction({ draftId: draft.id, reason }), draft.id)) === null) {
      mark([draft.id], null);
      setDone(null);
    }
    await views.reload(draft.id);
    router.refresh();
  };

  const signEverything = async () => {
    const of = queue.passing;
    const ids: string[] = [];
    let refused = 0;
    setProblem(null);
    setProgress({ done: 0, of });
    for (let after: string | null | undefined; after !== null; ) {
      const some = await run(() => signAllAction({ campaignId, after: after ?? null, seenAt: queue.readAt }), null);
      if (!some) break;
      ids.push(...some.signed);
      refused += some.refused;
      after = some.after;
      mark(some.signed, "signed");
      setProgress({ done: ids.length, of });
    }
    setProgress(null);
    for (const id of ids) views.forget(id);
    setDone({
      kind: "signed",
      ids,
      title: `Signed ${ids.length} ${ids.length === 1 ? "draft" : "drafts"}`,
      detail: refused > 0 ? `${refused} did not pass and wait for you` : "every one passed its checks",
      hash: null,
    });
    if (current) await views.reload(current);
    router.refresh();
  };

  const takeBack = async () => {
    if (!done) return;
    const { kind, ids } = done;
    setDone(null);
    setProblem(null);
    for (let start = 0; start < ids.length; start += chunk) {
      const draftIds = ids.slice(start, start + chunk);
      const result =
        kind === "signed"
          ? await run(() => takeBackAction({ draftIds }), null)
          : await run(async () => takeBackRejectionAction({ draftId: ids[0] ?? "" }), null);
      if (result === null) break;
      mark(draftIds, "waits");
    }
    for (const id of ids) views.forget(id);
    if (ids[0]) {
      show(ids[0]);
      await views.reload(ids[0]);
    }
    router.refresh();
  };

  /** Takes the signature of the open draft back. */
  const unsign = async (draft: DraftView) => {
    if ((await run(() => takeBackAction({ draftIds: [draft.id] }), draft.id)) !== null) mark([draft.id], "waits");
    setDone(null);
    await views.reload(draft.id);
    router.refresh();
  };
  const unreject = async (draft: DraftView) => {
    await run(() => takeBackRejectionAction({ draftId: draft.id }), draft.id);
    await views.reload(draft.id);
    router.refresh();
  };
  const settle = async (draft: DraftView, arrived: boolean) => {
    await run(() => settleAction({ draftId: draft.id, arrived }), draft.id);
    await views.reload(draft.id);
    router.refresh();
  };
  const step = (by: 1 | -1) => {
    const row = rows[at + by];
    if (row) show(row.id);
  };

  return {
    rows,
    waiting,
    current,
    view: views.of(current),
    done,
    problem,
    progress,
    next,
    show,
    step,
    sign,
    reject,
    signEverything,
    takeBack,
    unsign,
    unreject,
    say: setProblem,
    settle,
    hideDone: () => setDone(null),
    reload: views.reload,
  };
}
