/** Streams that are open, so that a stopping process can end them: Next waits for them otherwise. */
const key = Symbol.for("countersign.closing");
const shared = globalThis as unknown as Record<symbol, Set<() => void> | undefined>;

/** Registers `close` to be called when the process stops. @returns a function that takes it back. */
export function onClosing(close: () => void): () => void {
  shared[key] ??= new Set();
  const open = shared[key];
  open.add(close);
  return () => open.delete(close);
}

export function closeStreams() {
  for (const close of [...(shared[key] ?? [])]) close();
  shared[key]?.clear();
}
