import { answerOf } from "@/app/ui/act/answer-of";
import { sentenceOf } from "@/app/ui/act/sentence-of";
import { toast } from "@/app/ui/toast/toast";
import type { ActionResult } from "@/lib/actions/create-action";
import type { Removal } from "@/lib/removals/keep-removal";

type Way = {
  /** What went, as the sentences say it: "Step 2, Follow-up 1,". */
  name: string;
  removal: Removal;
  takeBack: (removal: Removal) => Promise<ActionResult<unknown>>;
  /** Once it is back, by whomever: to where it is seen, or to read the page anew. */
  onBack: () => void;
};

/** Says what was removed, at once, with the way back; also what became of it where it could not be taken back. */
export function sayRemoved(words: string, { name, removal, takeBack, onBack }: Way) {
  toast(words, {
    backKey: "Z",
    back: async () => {
      const result = await answerOf(
        () => takeBack(removal),
        (sentence) => toast(sentence, { trouble: true }),
      );
      const isBack = result.ok || result.lost === "done";
      if (isBack) toast(`${name} is back.`);
      else toast(sentenceOf(result.error), { trouble: true });
      if (isBack || result.error.code === "conflict") onBack();
    },
  });
}
