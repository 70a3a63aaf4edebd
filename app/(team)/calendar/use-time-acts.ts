"use client";

import { sentenceOf } from "@/app/ui/act/sentence-of";
import { useAct } from "@/app/ui/act/use-act";
import { toast } from "@/app/ui/toast/toast";
import { sayCount } from "@/app/ui/words/count-words";
import type { ActionResult } from "@/lib/actions/create-action";
import type { DoneToMany } from "@/lib/scheduled/acts/act-on-many";
import type { ScheduledRow } from "@/lib/scheduled/scheduled";
import {
  cancelMailAction,
  cancelManyAction,
  moveMailAction,
  moveManyAction,
  sendManyNowAction,
  sendNowAction,
  takeBackCancelAction,
  takeBackSendNowAction,
} from "./actions";

type Row = Pick<ScheduledRow, "draftId" | "name" | "at" | "campaign">;

/** What can be done to a mail's time, or to those of several: each says what it did, with the way back. */
export function useTimeActs() {
  const { act, busy, problem } = useAct();
  /** Does it, and says what came of it; a refusal stays until it is closed. */
  const run = <T>(ask: () => Promise<ActionResult<T>>, say: (done: T) => void, after?: () => void) =>
    act(async () => {
      const result = await ask();
      if (result.ok) say(result.data);
      else toast(sentenceOf(result.error), { trouble: true });
      after?.();
      // It is said already, in the toast.
      return { ok: true, data: null };
    });

  const sendNow = ({ draftId, name }: Row) => {
    const back = () =>
      run(
        () => takeBackSendNowAction({ draftId }),
        () => toast(`The mail to ${name} has the time it had before.`),
      );
    run(
      () => sendNowAction({ draftId }),
      () => toast(`The mail to ${name} leaves now.`, { back, backKey: "Z" }),
    );
  };

  const move = ({ draftId, name, at }: Row, to: string, words: string, after: () => void) => {
    const back = () =>
      run(
        () => moveMailAction({ draftId, at }),
        () => toast(`The mail to ${name} has the time it had before.`),
      );
    act(async () => {
      const result = await moveMailAction({ draftId, at: to, seen: at });
      if (result.ok) {
        toast(`The mail to ${name} leaves ${/^\d/.test(words) ? `at ${words}` : words}.`, {
          detail: "It keeps its seal.",
          back,
          backKey: "Z",
        });
        after();
      } else toast(sentenceOf(result.error), { trouble: true });
      return { ok: true, data: null };
    });
  };

  const takeBackCancel = ({ draftId, name }: Row) =>
    run(
      () => takeBackCancelAction({ draftId }),
      ({ at }) =>
        toast(at ? `The mail to ${name} has its time again.` : `The campaign goes on for ${name}, and the mail gets a time.`),
    );

  const cancel = (row: Row, after?: () => void) =>
    run(
      () => cancelMailAction({ draftId: row.draftId }),
      ({ name, campaign, was }) =>
        was
          ? toast(was)
          : toast(campaign ? `${name} gets no more mail of ${campaign}.` : `The mail to ${name} is cancelled.`, {
              back: () => takeBackCancel(row),
              backKey: "Z",
            }),
      after,
    );

  const many = (
    ask: () => Promise<ActionResult<DoneToMany>>,
    said: (count: number) => string,
    back: ((draftIds: string[]) => Promise<ActionResult<DoneToMany>>) | null,
    after?: () => void,
  ) =>
    run(
      ask,
      (done) => {
        const kept = done.filter(({ refused }) => refused !== null);
        const did = done.filter(({ refused }) => refused === null).map(({ draftId }) => draftId);
        const detail = kept.length > 0 ? { detail: sayRefused(kept) } : {};
        if (did.length === 0) return toast("None of them.", { ...detail, trouble: true });
        const undo = () =>
          back &&
          many(
            () => back(did),
            (count) => `${sayCount(count, "mail is", "mails are")} as before.`,
            null,
          );
        toast(said(did.length), { ...detail, ...(back ? { back: undo, backKey: "Z" } : {}) });
      },
      after,
    );

  const sendMany = (draftIds: string[], after: () => void) =>
    many(
      () => sendManyNowAction({ draftIds }),
      (count) => `${sayCount(count, "mail leaves", "mails leave")} now, one after another.`,
      (did) => sendManyNowAction({ draftIds: did, back: true }),
      after,
    );
  const moveMany = (draftIds: string[], minutes: number, words: string, after: () => void) =>
    many(
      () => moveManyAction({ draftIds, minutes }),
      (count) => `${sayCount(count, "mail leaves", "mails leave")} ${words}.`,
      (did) => moveManyAction({ draftIds: did, minutes: -minutes }),
      after,
    );
  const cancelMany = (draftIds: string[], after: () => void) =>
    many(
      () => cancelManyAction({ draftIds }),
      (count) => `${sayCount(count, "mail is", "mails are")} cancelled.`,
      (did) => cancelManyAction({ draftIds: did, back: true }),
      after,
    );

  return { busy, problem, sendNow, move, cancel, takeBackCancel, sendMany, moveMany, cancelMany };
}

/** "3 stay as they were: It has left at 12:42." */
function sayRefused(kept: DoneToMany): string {
  const reasons = [...new Set(kept.map(({ refused }) => refused?.replace(" Nothing was changed.", "")))];
  const first =
    reasons.length > 1
      ? `${reasons[0]} And ${reasons.length - 1} other ${reasons.length === 2 ? "reason" : "reasons"}.`
      : reasons[0];
  return `${sayCount(kept.length, "stays as it was", "stay as they were")}: ${first}`;
}
