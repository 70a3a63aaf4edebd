import { AsyncLocalStorage } from "node:async_hooks";

/** Marks that a scope is open, so that a second one inside it is a mistake found at once. */
const open = new AsyncLocalStorage<string>();

/** @throws Error when a scope is already open: two scopes are two transactions that can deadlock each other. */
export function runInScope<T>(name: string, fn: () => Promise<T>): Promise<T> {
  const outer = open.getStore();
  if (outer) throw new Error(`A database scope (${name}) was opened inside another (${outer}).`);
  return open.run(name, fn);
}
