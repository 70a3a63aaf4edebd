"use client";

import { useEffect } from "react";
import { askAhead } from "./near";

/** Asks for what a key opens at the first key that is pressed on the page: whoever works by keys may press that one next. */
export function useNearByKeys(load: () => Promise<unknown>): void {
  useEffect(() => {
    const ask = () => askAhead(load);
    document.addEventListener("keydown", ask, { once: true });
    return () => document.removeEventListener("keydown", ask);
  }, [load]);
}
