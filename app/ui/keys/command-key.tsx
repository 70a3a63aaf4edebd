"use client";

import { useCommandKey } from "./use-command-key";

/** A key pressed together with the command key, named as it is on the reader's keyboard. */
export function CommandKey({ with: key }: { with: string }) {
  return <kbd>{`${useCommandKey()} ${key}`}</kbd>;
}
