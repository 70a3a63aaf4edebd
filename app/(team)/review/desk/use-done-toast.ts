"use client";

import { useEffect, useRef } from "react";
import { hushToast, toast } from "@/app/ui/toast/toast";
import type { Done } from "./use-desk";

const words = {
  signed: ["Signing", "Signed"],
  rejected: ["Rejecting", "Rejected"],
  edited: ["Keeping the text", "Text kept"],
} as const;
type Ways = {
  onTakeBack: (done: Done) => void;
  onTakeBackLast: () => void;
  onGone: () => void;
  isNewest: (done: Done) => boolean;
};

/** Says what was done last on this page, for as long as the page is open. Its button takes back what it says; the key, what was done last. */
export function useDoneToast(done: Done | null, ways: Ways) {
  const doing = useRef(ways);
  doing.current = ways;
  const id = useRef("");
  useEffect(() => {
    if (!done) return hushToast(id.current);
    id.current = done.job ?? done.ids.join();
    toast(`${words[done.kind][done.busy ? 0 : 1]} ${done.who}`, {
      id: id.current,
      detail: done.detail,
      seal: done.hash,
      busy: done.busy,
      back: () => doing.current.onTakeBack(done),
      // Another act may have been done since, and this word of it not be gone yet.
      ...(doing.current.isNewest(done) ? { backKey: "Z", byKey: () => doing.current.onTakeBackLast() } : {}),
      onGone: () => doing.current.onGone(),
    });
  }, [done]);
  useEffect(() => () => hushToast(id.current), []);
}
