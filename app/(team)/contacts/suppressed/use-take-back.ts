"use client";

import { useAct } from "@/app/ui/act/use-act";
import { toast } from "@/app/ui/toast/toast";
import { sayCount } from "@/app/ui/words/count-words";
import { takeBackSuppressionAction } from "./actions";

/** Says what was suppressed, with the way back; what was in the list before has none. What cannot be taken back says why. */
export function useTakeBack() {
  const { act } = useAct();
  const takeBack = (entryIds: string[], contactId: string | null) =>
    act(async () => {
      const result = await takeBackSuppressionAction({ entryIds, contactId });
      if (!result.ok) {
        toast(result.error.message, { trouble: true });
        return { ok: true, data: null };
      }
      const { entry, open, mails, ended } = result.data;
      toast(`${entry} is taken back.`, { detail: sayGoesOn(open, mails, ended) });
      return result;
    });
  return (words: string, detail: string, entryIds: string[], contactId: string | null = null) =>
    toast(words, {
      ...(detail ? { detail } : {}),
      ...(entryIds.length > 0 ? { back: () => takeBack(entryIds, contactId), backKey: "Z", backSeconds: 25 } : {}),
    });
}

function sayGoesOn(open: number, mails: number, ended: number): string {
  const parts = [
    ...(open === 0 ? [] : [`${sayCount(open, "sequence goes", "sequences go")} on.`]),
    ...(mails === 0 ? [] : [`${sayCount(mails, "mail by hand is", "mails by hand are")} there again.`]),
  ];
  const goes = parts.length === 0 ? "No mail was planned." : parts.join(" ");
  const stays =
    ended === 0
      ? ""
      : ` ${sayCount(ended, "stays", "stay")} ended: they answered, asked for no more mail, or a mail was on its way.`;
  return parts.length === 0 && ended > 0 ? stays.trim() : goes + stays;
}
