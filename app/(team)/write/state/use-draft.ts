"use client";

import { answerOf } from "@/app/ui/act/answer-of";
import { sentenceOf } from "@/app/ui/act/sentence-of";
import { toast } from "@/app/ui/toast/toast";
import type { Drafted, DraftOrder } from "@/lib/letters/model/draft-letter";
import { draftLetterAction, dropOwnTextAction, editOwnTextAction } from "../actions";
import type { Letter } from "./use-letter";

type Each = Extract<Drafted, { kind: "each" }>;

const notKept = "The letter could not be kept first, so nothing was drafted. Your text is still here.";

/** Has the model draft the letter. @returns what went wrong, or null. */
export function useDraft(letter: Letter, onDone: () => void) {
  return async (order: Omit<DraftOrder, "letterId">): Promise<string | null> => {
    // The model reads what is kept, and so there must be something.
    if (!letter.newest()) letter.change({});
    if (!(await letter.settled())) return notKept;
    const result = await answerOf(() => draftLetterAction({ letterId: letter.id, ...order }));
    if (!result.ok) return sentenceOf(result.error);
    onDone();
    if (result.data.kind === "all") letter.replace(result.data.text, "The model’s draft stands in place of your text");
    else sayEach(letter, result.data);
    return null;
  };
}

function sayEach(letter: Letter, { view, before, without }: Each) {
  letter.refill(view);
  const [first] = without;
  const left = first ? `not for ${first.name}${without.length > 1 ? ` and ${without.length - 1} more` : ""}: ${first.why}` : null;
  toast("One text for each now", {
    detail: left ?? "turn from one to the next and read them",
    back: () => void takeBack(letter, before),
    backKey: "Z",
  });
}

/** Gives everybody the text they had: the letter's, or one of their own. */
async function takeBack(letter: Letter, before: Each["before"]) {
  for (const { draftId, text, isOwn } of before) {
    const now = letter.newest()?.mails.find((mail) => mail.draftId === draftId);
    if (!now?.isOwn) continue;
    const asked = { letterId: letter.id, draftId };
    const result = await answerOf(() =>
      isOwn ? editOwnTextAction({ ...asked, ...text, seen: now.text }) : dropOwnTextAction(asked),
    );
    if (!result.ok) return toast(sentenceOf(result.error), { trouble: true });
    letter.refill(result.data);
  }
}
