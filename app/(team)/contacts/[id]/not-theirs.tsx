"use client";

import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import { toast } from "@/app/ui/toast/toast";
import { putBackAddressAction, removeAddressAction } from "../actions";
import classes from "./contact.module.css";

/** Takes an address from a person; it can be put back. */
export function NotTheirs({ addressId, address }: { addressId: string; address: string }) {
  const { act, busy, problem } = useAct();
  const remove = () =>
    act(async () => {
      const result = await removeAddressAction({ addressId });
      if (result.ok) {
        const removed = result.data;
        toast(`${address} is not theirs.`, { back: () => act(() => putBackAddressAction(removed)), backKey: "Z" });
      }
      return result;
    });
  return (
    <>
      <button
        type="button"
        className={classes.notTheirs}
        disabled={busy}
        aria-busy={busy}
        onClick={remove}
        aria-label={`${address} is not theirs`}
      >
        Not theirs
      </button>
      <Problem>{problem}</Problem>
    </>
  );
}
