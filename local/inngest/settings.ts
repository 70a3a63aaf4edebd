export type Settings = {
  host: string;
  port: number;
  databaseUrl: string;
  /** The app's serve URL; without it apps must register themselves. */
  appEndpoint?: string;
  eventKey: string;
  signingKey: string;
  /** How many calls run at the same time. */
  capacity: number;
  leaseSeconds: number;
  /** Replaces the backoff table, as the real server's --retry-interval does. */
  retrySeconds?: number;
  /** How long a call waits that did not reach the app. */
  transportRetrySeconds: number;
  syncSeconds: number;
};

/** @throws Error naming the first setting that is missing. */
export function readSettings(from: NodeJS.ProcessEnv): Settings {
  const need = (name: string) => from[name] || fail(`${name} is not set; the Inngest executor needs it.`);
  const count = (name: string, otherwise: number) => {
    const value = Number(from[name] ?? otherwise);
    return value > 0 ? value : fail(`${name} must be a number above zero.`);
  };
  return {
    host: from.HOST ?? "127.0.0.1",
    port: Number(from.PORT ?? 8288),
    databaseUrl: need("DATABASE_URL"),
    appEndpoint: from.APP_ENDPOINT || undefined,
    eventKey: need("INNGEST_EVENT_KEY"),
    signingKey: need("INNGEST_SIGNING_KEY"),
    capacity: count("EXECUTOR_CAPACITY", 32),
    leaseSeconds: count("EXECUTOR_LEASE_SECONDS", 30),
    retrySeconds: from.EXECUTOR_RETRY_SECONDS ? count("EXECUTOR_RETRY_SECONDS", 1) : undefined,
    transportRetrySeconds: count("EXECUTOR_TRANSPORT_RETRY_SECONDS", 5),
    syncSeconds: count("EXECUTOR_SYNC_SECONDS", 5),
  };
}

function fail(sentence: string): never {
  throw new Error(sentence);
}
