"use client";

import { useLayoutEffect } from "react";

let coming = 0;

/** Whether something was opened that has yet to come: what is typed meanwhile is meant for it, and not for the page. */
export const isComing = () => coming > 0;

export function useComing(active: boolean): void {
  useLayoutEffect(() => {
    if (!active) return;
    coming += 1;
    return () => {
      coming -= 1;
    };
  }, [active]);
}
