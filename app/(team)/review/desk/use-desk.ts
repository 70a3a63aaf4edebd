"use client";

import { useRouter } from "next/navigation";
import { useCallback, useRef, useState } from "react";
import type { ActionResult } from "@/lib/actions/create-action";
import type { QueueOf } from "@/lib/drafts/review/queue-of";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import type { ReviewQueue } from "@/lib/drafts/review/read-review-queue";
import { addAct, dropDraft, isOf } from "./acts/undo-order";
import { useMarks } from "./queue/use-marks";
import { useOpenDraft } from "./use-open-draft";

/** What was done last and can be taken back; `busy` until the server has said that it is done. */
export type Done = {
  kind: "signed" | "rejected";
  ids: string[];
  /** An order to sign all, instead of drafts one by one. */
  job?: string;
  busy: boolean;
  who: string;
  detail: string;
  hash: string | null;
};
export type Desk = ReturnType<typeof useDesk>;

const away = "Countersign does not answer, so it is not sure that this was done. What holds is shown as soon as it answers.";

/** The state of the review page, which every act of `acts/` goes through: the open draft, what was done in this moment, and what went wrong. */
export function useDesk({ queue, view, of }: { queue: ReviewQueue; view: DraftView | null; of: QueueOf }) {
  const router = useRouter();
  const { rows, mark } = useMarks(queue);
  const open = useOpenDraft({ rows, view, of });
  const [done, setDone] = useState<Done | null>(null);
  const past = useRef<Done[]>([]);
  const answered = useRef(true);
  const [problem, tell] = useState<{ sentence: string; draftId: string | null } | null>(null);

  /** Runs an action; on failure says so and leads back to the draft. @returns its data, or null when it failed. */
  const run = async <T>(action: () => Promise<ActionResult<T>>, draftId: string | null): Promise<{ data: T } | null> => {
    answered.current = false;
    try {
      const result = await action();
      answered.current = true;
      if (result.ok) return { data: result.data };
      tell({ sentence: Object.values(result.error.fields ?? {})[0] ?? result.error.message, draftId });
    } catch {
      tell({ sentence: away, draftId });
    }
    return null;
  };
  /** Shows an act with the open draft as under way, and the next draft; then the act as done. A failure is told and forgotten. */
  const perform = async (act: Done, action: () => Promise<ActionResult<unknown>>): Promise<boolean> => {
    const id = act.ids[0] ?? "";
    const isLast = (last: Done | null) => last?.ids.includes(id) ?? false;
    tell(null);
    setDone(act);
    open.show(open.next?.id ?? null);
    const ok = (await run(action, id)) !== null;
    setDone((last) => (isLast(last) ? (ok ? { ...act, busy: false } : null) : last));
    if (ok) past.current = addAct(past.current, act);
    return ok;
  };
  /** Reads anew what an act may have changed. Not while nobody answers: the router would leave the page for the browser's own. */
  const readAnew = async (id: string | null | undefined) => {
    if (id) await open.reload(id);
    if (answered.current) router.refresh();
  };

  return {
    ...open,
    rows,
    mark,
    /** Drafts whose signature is under way. */
    signing: rows.filter((row) => row.state === "signing").length,
    done,
    hideDone: useCallback(() => setDone(null), []),
    problem,
    tell,
    run,
    perform,
    readAnew,
    /** Something that can be taken back from now on, and something that is said. */
    remember: (act: Done) => {
      past.current = addAct(past.current, act);
    },
    say: (act: Done) => setDone(act),
    canTakeBack: () => past.current.length > 0,
    /** What was done last; asked once more, what was done before it. */
    takeLast: () => {
      const last = past.current.at(-1);
      past.current = past.current.slice(0, -1);
      if (last) setDone(null);
      return last;
    },
    /** An order that is taken back is said no longer, nor taken back once more. */
    dropJob: (job: string) => {
      past.current = past.current.filter((act) => act.job !== job);
      setDone((last) => (last?.job === job ? null : last));
    },
    /** What was done with this draft alone is said no longer, nor taken back. */
    outdate: (id: string) => {
      past.current = dropDraft(past.current, id);
      setDone((last) => (last && isOf(last, id) ? null : last));
    },
  };
}
