import postgres from "postgres";

type Listener = (payload: string) => void;
type Hub = { client: postgres.Sql; listeners: Map<string, Set<Listener>> };

const key = Symbol.for("countersign.listen");
const shared = globalThis as unknown as Record<symbol, Hub | undefined>;

/** Opens the one connection that hears notifications; it reconnects by itself. */
export function openListener(url: string) {
  shared[key] ??= { client: postgres(url, { max: 1, onnotice: () => {} }), listeners: new Map() };
}

/** Hears `channel` until the returned function is called. After a reconnect every listener is woken with "". */
export function listen(channel: "countersign_changes" | "countersign_outbox", listener: Listener): () => void {
  const hub = shared[key];
  if (!hub) throw new Error("The listener is not open yet: call openListener first.");
  const known = hub.listeners.get(channel);
  const listeners = known ?? new Set<Listener>();
  listeners.add(listener);
  if (!known) {
    hub.listeners.set(channel, listeners);
    void subscribe(hub, channel, listeners);
  }
  return () => listeners.delete(listener);
}

async function subscribe(hub: Hub, channel: string, listeners: Set<Listener>) {
  const tell = (payload: string) => {
    for (const listener of listeners) listener(payload);
  };
  try {
    await hub.client.listen(channel, tell, () => tell(""));
  } catch {
    // Postgres is away at this moment; postgres.js only reconnects what was once connected.
    setTimeout(() => void subscribe(hub, channel, listeners), 1000).unref();
  }
}

export async function closeListener() {
  await shared[key]?.client.end({ timeout: 2 });
  shared[key] = undefined;
}
