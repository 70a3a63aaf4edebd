"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import type { ActionResult } from "@/lib/actions/create-action";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import type { ReviewQueue } from "@/lib/drafts/review/read-review-queue";
import { rejectAction, settleAction, signAction, takeBackAction, takeBackRejectionAction } from "../actions";
import { useMarks } from "./queue/use-marks";
import { useSignAll } from "./queue/use-sign-all";
import { usePrefetch, useViews } from "./use-views";

/** What was done last and can be taken back; `busy` until the server has said that it is done. */
export type Done = {
  kind: "signed" | "rejected";
  ids: string[];
  busy: boolean;
  who: string;
  detail: string;
  hash: string | null;
};

const away = "Countersign does not answer, so it is not sure that this was done. What holds is shown as soon as it answers.";
/** How many drafts after the open one are read ahead. */
const ahead = 4;
/** How many acts ⌘Z goes back. */
const mostPast = 50;
const chunk = 100;

/** The state of the review page: which draft is open, what was signed or rejected in this moment, and what can be taken back. */
export function useDesk({ queue, view, campaignId }: { queue: ReviewQueue; view: DraftView | null; campaignId: string | null }) {
  const router = useRouter();
  const [current, setCurrent] = useState<string | null>(view?.id ?? null);
  const { rows, mark } = useMarks(queue);
  const [done, setDone] = useState<Done | null>(null);
  const past = useRef<Done[]>([]);
  const answered = useRef(true);
  const [problem, setProblem] = useState<{ sentence: string; draftId: string | null } | null>(null);
  const views = useViews(view);

  const waiting = rows.filter((row) => row.state === "waits" || row.state === "warns");
  const at = rows.findIndex((row) => row.id === current);
  const next = waiting.find((row) => rows.indexOf(row) > at) ?? waiting.find((row) => row.id !== current);
  const nearby = [current, next?.id, ...rows.slice(at + 1, at + 1 + ahead).map((row) => row.id), rows[at - 1]?.id];
  usePrefetch(
    nearby.filter((id) => id !== undefined && id !== null),
    views.load,
  );

  const show = useCallback(
    (id: string | null) => {
      setCurrent(id);
      history.replaceState(null, "", `/review${id ? `/${id}` : ""}${campaignId ? `?campaign=${campaignId}` : ""}`);
    },
    [campaignId],
  );

  const isWaiting = waiting.some((row) => row.id === view?.id);
  useEffect(() => {
    if (!view) return;
    // The server has chosen: a link inside the page, or Back; or no draft was named, and this one is due first.
    if (location.pathname.endsWith(view.id)) setCurrent(view.id);
    else if (location.pathname === "/review" && isWaiting) show(view.id);
  }, [view, isWaiting, show]);

  /** Runs an action; on failure says so and leads back to the draft. @returns its data, or null when it failed. */
  const run = async <T>(action: () => Promise<ActionResult<T>>, draftId: string | null): Promise<{ data: T } | null> => {
    answered.current = false;
    try {
      const result = await action();
      answered.current = true;
      if (result.ok) return { data: result.data };
      setProblem({ sentence: Object.values(result.error.fields ?? {})[0] ?? result.error.message, draftId });
    } catch {
      setProblem({ sentence: away, draftId });
    }
    return null;
  };
  /** Shows what was done as under way, then as done; a failure is told and forgotten. */
  const perform = async (act: Done, action: () => Promise<ActionResult<unknown>>): Promise<boolean> => {
    const id = act.ids[0] ?? "";
    const isLast = (last: Done | null) => last?.ids.includes(id) ?? false;
    setProblem(null);
    setDone(act);
    show(next?.id ?? null);
    const ok = (await run(action, id)) !== null;
    setDone((last) => (isLast(last) ? (ok ? { ...act, busy: false } : null) : last));
    if (ok) past.current = [...past.current, act].slice(-mostPast);
    return ok;
  };
  /** Reads anew what an act may have changed. Not while nobody answers: the router would leave the page for the browser's own. */
  const settled = async (id: string | null | undefined) => {
    if (id) await views.reload(id);
    if (answered.current) router.refresh();
  };

  const sign = async (draft: DraftView) => {
    mark([draft.id], "signing");
    const detail = draft.leaves ? `leaves ${draft.leaves}` : "leaves as soon as it may";
    const act: Done = { kind: "signed", ids: [draft.id], busy: true, who: `for ${draft.contact.name}`, detail, hash: draft.hash };
    const ok = await perform(act, () => signAction({ draftId: draft.id, hash: draft.hash }));
    mark([draft.id], ok ? "signed" : null);
    await settled(draft.id);
  };

  const reject = async (draft: DraftView, reason: string) => {
    mark([draft.id], "rejected");
    const act: Done = {
      kind: "rejected",
      ids: [draft.id],
      busy: true,
      who: `for ${draft.contact.name}`,
      detail: reason,
      hash: null,
    };
    const ok = await perform(act, () => rejectAction({ draftId: draft.id, reason }));
    if (!ok) mark([draft.id], null);
    await settled(draft.id);
  };

  const all = useSignAll({ queue, campaignId, run, mark });
  const signEverything = async () => {
    setProblem(null);
    const { ids, refused, stopped } = await all.sign();
    for (const id of ids) views.forget(id);
    const detail = stopped
      ? "stopped; the others wait as before"
      : refused > 0
        ? `${refused} did not pass and ${refused === 1 ? "waits" : "wait"} for you`
        : "every one passed its checks";
    const act: Done = {
      kind: "signed",
      ids,
      busy: false,
      who: `${ids.length} ${ids.length === 1 ? "draft" : "drafts"}`,
      detail,
      hash: null,
    };
    if (ids.length > 0) {
      past.current = [...past.current, act].slice(-mostPast);
      setDone(act);
    }
    await settled(current);
  };

  const takeBack = async () => {
    const last = past.current.at(-1);
    if (!last) return;
    past.current = past.current.slice(0, -1);
    const { kind, ids } = last;
    setDone(null);
    setProblem(null);
    let left = 0;
    for (let start = 0; start < ids.length; start += chunk) {
      const draftIds = ids.slice(start, start + chunk);
      const done = await (kind === "signed"
        ? run(() => takeBackAction({ draftIds }), null)
        : run(() => takeBackRejectionAction({ draftId: ids[0] ?? "" }), null));
      if (done === null) break;
      const taken = Array.isArray(done) ? done : draftIds;
      mark(taken, "waits");
      left += draftIds.length - taken.length;
    }
    if (left > 0)
      setProblem({
        sentence: `${ids.length - left} taken back. ${left} had left already and ${left === 1 ? "stays" : "stay"} signed.`,
        draftId: null,
      });
    for (const id of ids) views.forget(id);
    if (ids[0]) show(ids[0]);
    await settled(ids[0]);
  };

  /** A new text was kept: it voids the signature, so neither the word of that nor the way back from it holds. */
  const rewritten = async (id: string) => {
    const isOf = (act: Done) => act.ids.length === 1 && act.ids[0] === id;
    mark([id], "waits");
    past.current = past.current.filter((act) => !isOf(act));
    setDone((last) => (last && isOf(last) ? null : last));
    await settled(id);
  };
  /** Takes the signature of the open draft back. */
  const unsign = async (draft: DraftView) => {
    if ((await run(() => takeBackAction({ draftIds: [draft.id] }), draft.id)) !== null) mark([draft.id], "waits");
    past.current = past.current.filter((act) => !(act.ids.length === 1 && act.ids[0] === draft.id));
    setDone(null);
    await settled(draft.id);
  };
  const unreject = async (draft: DraftView) => {
    if ((await run(() => takeBackRejectionAction({ draftId: draft.id }), draft.id)) !== null) mark([draft.id], null);
    await settled(draft.id);
  };
  const settle = async (draft: DraftView, arrived: boolean) => {
    await run(() => settleAction({ draftId: draft.id, arrived }), draft.id);
    await settled(draft.id);
  };
  /** The draft before or after the open one. */
  const beside = (by: 1 | -1) => (at < 0 && by < 0 ? rows.at(-1) : rows[at + by])?.id;

  return {
    rows,
    waiting,
    /** Drafts whose signature is under way. */
    signing: rows.filter((row) => row.state === "signing").length,
    current,
    view: views.of(current),
    trouble: views.troubleOf(current),
    done,
    problem,
    progress: all.progress,
    stopSigning: all.stop,
    next,
    show,
    beside,
    sign,
    reject,
    signEverything,
    takeBack,
    canTakeBack: () => past.current.length > 0,
    unsign,
    unreject,
    settle,
    hideDone: useCallback(() => setDone(null), []),
    rewritten,
  };
}
