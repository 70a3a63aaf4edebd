import type { Said } from "./toast-card";

/** What is said at this moment; one thing at a time. */
export type Shown = { id: string; words: string; said: Said; onGone: () => void };

let shown: Shown | null = null;
const listeners = new Set<() => void>();

export const readShown = () => shown;

export function show(next: Shown | null) {
  shown = next;
  for (const listener of listeners) listener();
}

export function watchShown(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
