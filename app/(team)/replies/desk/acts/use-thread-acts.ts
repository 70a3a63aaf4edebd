"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { answerOf, type Lost } from "@/app/ui/act/answer-of";
import { sentenceOf } from "@/app/ui/act/sentence-of";
import { hushToast, toast } from "@/app/ui/toast/toast";
import { createUndoList, type Made } from "@/app/ui/undo/undo-list";
import type { ActionResult } from "@/lib/actions/create-action";
import type { ThreadView } from "@/lib/answers/thread-view";
import type { Before, Stand } from "@/lib/threads/stand";
import type { ThreadFilter } from "@/lib/threads/thread";
import {
  assignThreadAction,
  reopenThreadAction,
  restoreThreadAction,
  settleThreadAction,
  snoozeThreadAction,
} from "../../thread-actions";

type Given = {
  filter: ThreadFilter;
  me: string;
  /** It leaves the list, and the next is shown; or it is there again. */
  leave: (id: string) => void;
  comeBack: (id: string, show: boolean) => void;
  reload: (id: string) => Promise<void>;
};
/** `before`: as the server says it was, once it has answered. */
type Done = { ids: [string]; toast: string; before: Before | null; left: boolean };

/** What can be done with a thread by hand. It shows at once; what was refused says why, and everything can be taken back. */
export function useThreadActs({ filter, me, leave, comeBack, reload }: Given) {
  const router = useRouter();
  const [undo] = useState(() => createUndoList<Done>());
  const said = useRef<string | null>(null);
  // What was done on another page is taken back there.
  useEffect(() => () => void (said.current && hushToast(said.current)), []);

  const ask = async <T>(run: () => Promise<ActionResult<T>>): Promise<{ data: T } | { trouble: string; lost?: Lost }> => {
    const result = await answerOf(run, (sentence) => toast(sentence, { trouble: true }));
    if (result.ok) return { data: result.data };
    return { trouble: sentenceOf(result.error), ...(result.lost ? { lost: result.lost } : {}) };
  };
  /** What is still under way is waited for; what failed has said so, and is nothing to take back. */
  const takeBack = ({ act, came }: Made<Done>) => {
    hushToast(act.toast);
    const [id] = act.ids;
    return undo.inTurn(async () => {
      await came;
      const { before } = act;
      if (!before) return;
      const answer = await ask(() => restoreThreadAction({ threadId: id, before }));
      const isDone = !("trouble" in answer) || answer.lost === "done";
      if ("trouble" in answer) toast(answer.trouble, { trouble: !isDone });
      if (isDone && act.left) comeBack(id, true);
      await readAnew(id, "lost" in answer && answer.lost === "newer");
    });
  };
  const readAnew = async (id: string, isNewer: boolean) => {
    await reload(id);
    // Not from a newer server: the router would load the page as a whole.
    if (!isNewer) router.refresh();
  };
  /** @param doing what is said until the server has answered, and `words` from then on. */
  const perform = async (
    view: ThreadView,
    [doing, words]: [string, string],
    leaves: boolean,
    run: (seen: Stand) => Promise<ActionResult<{ before: Before }>>,
  ) => {
    const act: Done = { ids: [view.id], toast: crypto.randomUUID(), before: null, left: leaves };
    const settle = undo.join(act);
    const back = {
      back: () => {
        const made = undo.takeThis(act);
        if (made) void takeBack(made);
      },
      backKey: "Z",
    };
    said.current = act.toast;
    toast(doing, { id: act.toast, busy: true, ...back });
    if (leaves) leave(view.id);
    const answer = await ask(() => run(standOf(view)));
    const isTaken = !undo.has(act);
    if ("trouble" in answer) {
      const isDone = answer.lost === "done";
      // Done, but without the answer nobody knows how it stood before: it is opened anew, not taken back.
      settle(isDone ? "nothing" : "refused");
      hushToast(act.toast);
      if (leaves && !isDone) comeBack(view.id, true);
      toast(answer.trouble, { trouble: !isDone });
      return readAnew(view.id, answer.lost === "newer");
    }
    act.before = answer.data.before;
    settle("done");
    if (isTaken) return;
    // Unless something else is said by now.
    if (said.current === act.toast) toast(words, { id: act.toast, ...back });
    await readAnew(view.id, false);
  };

  return {
    assign: (view: ThreadView, to: { id: string; name: string } | null) => {
      const whose = to ? (to.id === me ? "yours" : `${to.name}’s`) : "nobody’s";
      const leaves = filter === "mine" && to?.id !== me;
      const words: [string, string] = [
        `Assigning the thread with ${view.contact.name}`,
        `The thread with ${view.contact.name} is ${whose}.`,
      ];
      return perform(view, words, leaves, (seen) => assignThreadAction({ threadId: view.id, to: to?.id ?? null, seen }));
    },
    snooze: (view: ThreadView, until: string, words: string) =>
      perform(
        view,
        [`Snoozing ${view.contact.name}`, `${view.contact.name} comes back ${words.replace(/^today /, "today at ")}.`],
        filter !== "snoozed",
        (seen) => snoozeThreadAction({ threadId: view.id, until, seen }),
      ),
    settle: (view: ThreadView) =>
      perform(view, [`Setting ${view.contact.name} done`, `Done with ${view.contact.name}.`], filter !== "done", (seen) =>
        settleThreadAction({ threadId: view.id, seen }),
      ),
    reopen: (view: ThreadView) =>
      perform(
        view,
        [`Opening ${view.contact.name} again`, `${view.contact.name} is to do again.`],
        filter !== "todo" && filter !== "mine",
        (seen) => reopenThreadAction({ threadId: view.id, seen }),
      ),
    /** What was done last; asked once more, what was done before it. @returns false where there is nothing. */
    takeLast: () => {
      const last = undo.take();
      if (!last) return false;
      void takeBack(last);
      return true;
    },
  };
}

function standOf({ state, assigned, snoozedUntil, version }: ThreadView): Stand {
  return { state, assignedTo: assigned?.id ?? null, snoozedUntil, version };
}
