import { AsyncLocalStorage } from "node:async_hooks";

/** Marks that a scope is open, so that a second one inside it is a mistake found at once. */
const open = new AsyncLocalStorage<string>();

/** @throws Error when a scope is already open: two scopes are two transactions that can deadlock each other. */
export function runInScope<T>(name: string, fn: () => Promise<T>): Promise<T> {
  const outer = open.getStore();
  if (outer) throw new Error(`A database scope (${name}) was opened inside another (${outer}).`);
  return open.run(name, () => fn().catch((error: unknown) => Promise.reject(withoutValues(error))));
}

/**
 * The same error without the values of its statement: they are texts of mails, tokens and addresses, and whoever logs an
 * error logs its message. Code, constraint and statement stay.
 */
export function withoutValues(error: unknown): unknown {
  // Known by its shape: a bundled module is loaded several times in one process, so its class is not one class.
  if (!(error instanceof Error && "query" in error && "params" in error)) return error;
  const message = `Failed query: ${error.query}`;
  error.stack = error.stack?.replace(error.message, message);
  error.message = message;
  error.params = [];
  const { cause } = error;
  // Postgres repeats values where a constraint fails: "Failing row contains (…)".
  // So does the message of a value that is none of its type: invalid input syntax for type uuid: "…".
  if (cause instanceof Error) {
    const told = cause.message;
    cause.message = told.replace(/: ".*$/s, "");
    cause.stack = cause.stack?.replace(told, cause.message);
  }
  if (cause) for (const name of ["detail", "where", "parameters", "args"]) Reflect.deleteProperty(cause, name);
  return error;
}
