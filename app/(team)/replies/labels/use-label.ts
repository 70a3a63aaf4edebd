"use client";

import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { toast } from "@/app/ui/toast/toast";
import type { ActionResult } from "@/lib/actions/create-action";
import type { LabelBefore } from "@/lib/answers/labels/label-thread";
import type { LabelView, ThreadView } from "@/lib/answers/thread-view";
import { labelThreadAction, restoreLabelAction } from "../label-actions";
import { labelWords } from "../label-words";

export type Label = NonNullable<LabelView["label"]>;
export type Changed = (what: "changed" | "moveOn") => void;
type Shown = Pick<LabelView, "label" | "by">;

/** The label of a thread as it stands, at once what was chosen, and the way to give another, with its way back. */
export function useLabel(view: ThreadView, onChanged: Changed) {
  const { act, busy, problem } = useAct();
  const { label, by } = view.label;
  // What was chosen here shows until the thread is read anew; then what stands there counts, whoever gave it.
  const read = `${view.id} ${label} ${by}`;
  const [chosen, setChosen] = useState<{ over: string; shown: Shown } | null>(null);
  const run = (what: () => Promise<ActionResult<unknown>>, after?: () => void) =>
    act(async () => {
      const result = await what();
      onChanged("changed");
      return result;
    }, after);
  const takeBack = (before: LabelBefore) =>
    run(async () => {
      const result = await restoreLabelAction({ threadId: view.id, before });
      setChosen(null);
      toast(result.ok ? "The label is as it was." : result.error.message, { trouble: !result.ok });
      return result;
    });
  const give = (to: Label | null) => {
    setChosen({ over: read, shown: { label: to, by: to && "person" } });
    run(async () => {
      const result = await labelThreadAction({ threadId: view.id, label: to, laterOn: null }).catch((error: unknown) => {
        setChosen(null);
        throw error;
      });
      if (result.ok) {
        const { before } = result.data;
        toast(to ? `Labelled “${labelWords[to]}”.` : "The label is taken away.", { back: () => takeBack(before), backKey: "Z" });
      } else setChosen(null);
      return result;
    });
  };
  const shown: Shown = chosen?.over === read ? chosen.shown : { label, by };
  return { shown, give, run, takeBack, busy, problem };
}
