"use client";

import { TwoTexts as Two } from "@/app/ui/two-texts/two-texts";
import type { AnswerView } from "@/lib/answers/thread-view";
import { wordsOf } from "../words-of";

type Props = { theirs: AnswerView; onTheirs: () => void; onMine: () => void };

/** The same answer was changed in another window: of two texts one is chosen, and none is lost unseen. */
export function TwoTexts({ theirs, onTheirs, onMine }: Props) {
  return (
    <Two
      mine={{ words: "Keep what stands here", onTake: onMine }}
      theirs={{ words: "Take that one", text: wordsOf(theirs.body), onTake: onTheirs }}
    >
      <strong>You changed this answer in another window</strong>, so what stands here is not kept. There it says:
    </Two>
  );
}
