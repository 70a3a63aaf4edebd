"use client";

import { useRouter } from "next/navigation";
import { answerOf } from "@/app/ui/act/answer-of";
import { sentenceOf } from "@/app/ui/act/sentence-of";
import { useAct } from "@/app/ui/act/use-act";
import { toast } from "@/app/ui/toast/toast";
import { stopContactAction, takeBackStopAction } from "./actions";

/** Ends a campaign for one person and offers to take it back, unless something had ended or left before. */
export function useStop({ campaignContactId, name, campaign }: { campaignContactId: string; name: string; campaign: string }) {
  const router = useRouter();
  const { act, busy, problem } = useAct();
  // The row, and with it the button, may be gone by then: what came of it is said where everybody sees it.
  const takeBack = async () => {
    const result = await answerOf(
      () => takeBackStopAction({ campaignContactId }),
      (sentence) => toast(sentence, { trouble: true }),
    );
    if (result.ok || result.lost === "done") toast(`${campaign} goes on for ${name}.`);
    else toast(sentenceOf(result.error), { trouble: true });
    router.refresh();
  };
  const stop = () =>
    act(async () => {
      const result = await stopContactAction({ campaignContactId });
      if (!result.ok) return result;
      const { was } = result.data;
      toast(`${name} gets no further mail of ${campaign}.`, was ? { detail: was } : { back: takeBack, backKey: "Z" });
      return result;
    });
  return { stop, busy, problem };
}
