"use client";

import { useAct } from "@/app/ui/act/use-act";
import { toast } from "@/app/ui/toast/toast";
import type { HoldChange } from "@/lib/campaigns/hold/change-hold";
import { changeHoldAction, undoHoldChangeAction } from "./actions";

/** Changes what holds a person, and says so with the way back. */
export function useHold(contactId: string) {
  const { act, busy, problem } = useAct();
  const change = (as: HoldChange, said: string, after?: () => void) =>
    act(async () => {
      const result = await changeHoldAction({ contactId, change: as });
      if (result.ok) {
        const { at } = result.data;
        toast(said, {
          backKey: "Z",
          back: () =>
            act(async () => {
              const undone = await undoHoldChangeAction({ contactId, at });
              if (undone.ok) toast("It is as it was.");
              return undone;
            }),
        });
      }
      return result;
    }, after);
  return { change, busy, problem };
}
