"use client";

import { useReducer, useSyncExternalStore } from "react";

const mark = "#step-";

/**
 * The step that is open, as the address names it: behind a #, which the server never sees. It has no part in which step is open, and
 * a page whose query changes while it is read anew is loaded as a whole, with everything that stands on it gone.
 */
export function useChosen(campaignId: string) {
  const chosen = useSyncExternalStore(listen, named, () => null);
  const [, look] = useReducer((before: number) => before + 1, 0);
  const choose = (id: string | null) => {
    const address = `/campaigns/${campaignId}${id ? mark + id : ""}`;
    // One way back, however many are looked at.
    if (chosen !== null || id === null) window.history.replaceState(null, "", address);
    else window.history.pushState(null, "", address);
    look();
  };
  return { chosen, choose };
}

const named = () => (location.hash.startsWith(mark) ? location.hash.slice(mark.length) : null);

function listen(moved: () => void) {
  window.addEventListener("popstate", moved);
  window.addEventListener("hashchange", moved);
  return () => {
    window.removeEventListener("popstate", moved);
    window.removeEventListener("hashchange", moved);
  };
}
