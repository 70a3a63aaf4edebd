"use client";

import { useRouter } from "next/navigation";
import { useCallback, useRef, useState } from "react";
import { answerOf } from "@/app/ui/act/answer-of";
import { sentenceOf } from "@/app/ui/act/sentence-of";
import { type Came, createUndoList, isOf } from "@/app/ui/undo/undo-list";
import type { ActionResult } from "@/lib/actions/create-action";
import type { QueueOf } from "@/lib/drafts/review/queue-of";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import type { ReviewQueue } from "@/lib/drafts/review/read-review-queue";
import { useMarks } from "./queue/use-marks";
import { useOpenDraft } from "./use-open-draft";

type Text = { subject: string; body: string };
/** What was done last and can be taken back; `busy` until the server has said that it is done. */
export type Done = {
  kind: "signed" | "rejected" | "edited";
  ids: string[];
  /** An order to sign all, instead of drafts one by one. */
  job?: string;
  /** Of an edit: what stood there before, and what was kept. */
  texts?: { before: Text; kept: Text };
  busy: boolean;
  who: string;
  detail: string;
  hash: string | null;
};
export type Desk = ReturnType<typeof useDesk>;
type How<T> = {
  /** The draft stays open, instead of the next one. */
  stays?: boolean;
  /** Whether what the server answers says that there was nothing to do, and so nothing to take back. */
  isNothing?: (data: T) => boolean;
};

/** The state of the review page, which every act of `acts/` goes through: the open draft, what was done in this moment, and what went wrong. */
export function useDesk({ queue, view, of }: { queue: ReviewQueue; view: DraftView | null; of: QueueOf }) {
  const router = useRouter();
  const { rows, mark, isUnderWay } = useMarks(queue);
  const open = useOpenDraft({ rows, view, of });
  const [done, setDone] = useState<Done | null>(null);
  const [undo] = useState(() => createUndoList<Done>());
  const answered = useRef(true);
  const [problem, tell] = useState<{ sentence: string; draftId: string | null } | null>(null);

  const ask = async <T>(
    action: () => Promise<ActionResult<T>>,
    draftId: string | null,
  ): Promise<{ data: T } | { came: Came }> => {
    answered.current = false;
    const result = await answerOf(action, (sentence) => tell({ sentence, draftId }));
    answered.current = result.ok || result.lost !== "newer";
    if (result.ok) return { data: result.data };
    tell({ sentence: sentenceOf(result.error), draftId });
    // Done without its answer, or perhaps done: either is taken back like what was done.
    return { came: result.lost === "done" || result.lost === "unknown" ? "unsure" : "refused" };
  };
  /** Runs an action; on failure says so and leads back to the draft. @returns its data, or null when it failed. */
  const run = async <T>(action: () => Promise<ActionResult<T>>, draftId: string | null): Promise<{ data: T } | null> => {
    const result = await ask(action, draftId);
    return "data" in result ? result : null;
  };
  /** Runs an act that can be taken back from the key press on. */
  const make = async <T>(act: Done, action: () => Promise<ActionResult<T>>, isNothing?: How<T>["isNothing"]) => {
    const settle = undo.join(act);
    const result = await ask(action, act.ids[0] ?? null);
    const came = "came" in result ? result.came : isNothing?.(result.data) ? "nothing" : "done";
    // Before the list knows: whoever takes it back already has marked it so.
    const isTaken = !undo.has(act);
    settle(came);
    return { came, isTaken, data: "data" in result ? result.data : null };
  };
  /** Shows an act with one draft as under way, and the next draft; then the act as done. A failure is told and forgotten. */
  const perform = async <T>(act: Done, action: () => Promise<ActionResult<T>>, { stays, isNothing }: How<T> = {}) => {
    const id = act.ids[0] ?? "";
    const isLast = (last: Done | null) => last?.ids.includes(id) ?? false;
    tell(null);
    setDone(act);
    mark([id], act.kind === "rejected" ? "rejected" : "signing");
    if (!stays) open.show(open.next?.id ?? null);
    const made = await make(act, action, isNothing);
    const isDone = made.came === "done";
    if (!made.isTaken) {
      setDone((last) => (isLast(last) ? (isDone ? { ...act, busy: false } : null) : last));
      mark([id], isDone ? (act.kind === "rejected" ? "rejected" : "signed") : null);
    }
    return made;
  };
  /** Reads anew what an act may have changed. Not from a newer server: the router would load the page as a whole. */
  const readAnew = async (id: string | null | undefined) => {
    if (id) await open.reload(id);
    if (answered.current) router.refresh();
  };

  return {
    ...open,
    rows,
    mark,
    /** Whether a draft is being signed or taken back in this moment: nothing else is done with it meanwhile. */
    isUnderWay,
    /** Drafts whose signature is under way. */
    signing: rows.filter((row) => row.state === "signing").length,
    done,
    hideDone: useCallback(() => setDone(null), []),
    problem,
    tell,
    run,
    make,
    perform,
    readAnew,
    /** Something that was done already and can be taken back from now on, and something that is said. */
    remember: (act: Done) => undo.join(act)("done"),
    say: (act: Done) => setDone(act),
    canTakeBack: () => !undo.isEmpty(),
    /** What was done last, asked once more what was done before it; or this act, wherever it stands. */
    take: (act?: Done) => {
      const made = undo.take(act);
      if (made) setDone(null);
      return made;
    },
    isNewest: undo.isNewest,
    inTurn: undo.inTurn,
    /** An order that is taken back is said no longer, nor taken back once more. @returns what ends that; null where it is under way. */
    beginJob: (job: string) => {
      undo.dropJob(job);
      setDone((last) => (last?.job === job ? null : last));
      return undo.beginJob(job);
    },
    isTakenBack: undo.isTakenBack,
    /** What was done with this draft alone is said no longer, nor taken back. */
    outdate: (id: string) => {
      undo.dropDraft(id);
      setDone((last) => (last && isOf(last, id) ? null : last));
    },
  };
}
