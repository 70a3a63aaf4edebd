"use client";

import { useEffect, useRef } from "react";
import { hushToast, toast } from "@/app/ui/toast/toast";
import type { Done } from "./use-desk";

const words = { signed: ["Signing", "Signed"], rejected: ["Rejecting", "Rejected"] } as const;

/** Says what was done last on this page, for as long as the page is open. */
export function useDoneToast(done: Done | null, onTakeBack: () => void, onGone: () => void) {
  const doing = useRef({ onTakeBack, onGone });
  doing.current = { onTakeBack, onGone };
  const id = useRef("");
  useEffect(() => {
    if (!done) return hushToast(id.current);
    id.current = done.job ?? done.ids.join();
    toast(`${words[done.kind][done.busy ? 0 : 1]} ${done.who}`, {
      id: id.current,
      detail: done.detail,
      seal: done.hash,
      busy: done.busy,
      back: () => doing.current.onTakeBack(),
      backKey: "Z",
      onGone: () => doing.current.onGone(),
    });
  }, [done]);
  useEffect(() => () => hushToast(id.current), []);
}
