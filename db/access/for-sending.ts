import { AsyncLocalStorage } from "node:async_hooks";

/** A module may be loaded several times in one process, so the mark hangs on globalThis. */
const key = Symbol.for("countersign.for-sending");
const shared = globalThis as unknown as Record<symbol, AsyncLocalStorage<true> | undefined>;

function mark(): AsyncLocalStorage<true> {
  shared[key] ??= new AsyncLocalStorage();
  return shared[key];
}

/** Runs the work of the job runner: what it reads and writes goes over connections that no page takes. */
export function forSending<T>(work: () => T): T {
  return mark().run(true, work);
}

export function isForSending(): boolean {
  return mark().getStore() === true;
}
