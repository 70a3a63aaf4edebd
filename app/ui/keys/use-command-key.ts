"use client";
import { useSyncExternalStore } from "react";

/** The key that commands: ⌘ on Apple's machines, Ctrl elsewhere. */
export function useCommandKey(): "⌘" | "Ctrl" {
  return useSyncExternalStore(
    () => () => {},
    () => (/Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl"),
    () => "Ctrl",
  );
}
