"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};
const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** A key pressed together with the command key, named as it is on the reader's keyboard: ⌘ on Apple's, Ctrl on others. */
export function CommandKey({ with: key }: { with: string }) {
  const apple = useSyncExternalStore(never, isApple, () => false);
  return <kbd>{`${apple ? "⌘" : "Ctrl"} ${key}`}</kbd>;
}
