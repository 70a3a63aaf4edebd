import { AsyncLocalStorage } from "node:async_hooks";

/** A process ends here: nothing after it happens. */
export class Died extends Error {}

type Item = { id: string; key: string; version: string; isDraft: boolean };
/** What Exchange does with one call. `ms`: how long it takes, or the process stands still before it. */
export type Fault = {
  kind: "none" | "die before" | "die after" | "freeze" | "slow" | "cut" | "lost" | "busy" | "throttled" | "refused" | "rest";
  ms: number;
};
type Lease = { frozenAt: number | null };
export type Answer = { status: number; code: string; retryAfterSeconds: number | null };

/** What the driver knows and decides while a call is under way. */
export type Surroundings = {
  now(): number;
  /** Lets everything else happen that falls into the next so many milliseconds. */
  pass(ms: number): Promise<void>;
  draw(call: "create" | "read" | "send" | "look"): Fault;
  /** Looks at a mail that leaves. `at`: when its intent was written. */
  leaves(key: string, version: string, at: number): void;
};

/** One mailbox in Exchange, and its lease; the same for both worlds. Every call may be the last thing its process does. */
export function openExchange(around: Surroundings) {
  const items: Item[] = [];
  let made = 0;
  let holder: Lease | null = null;
  /** Of the process that calls: it may have lost its turn to another while it stood still. */
  const leases = new AsyncLocalStorage<Lease>();
  const under = async (call: "create" | "read" | "send" | "look") => {
    const fault = around.draw(call);
    if (fault.kind === "die before") throw new Died(`before ${call}`);
    const own = leases.getStore();
    if (fault.kind === "freeze" && own) own.frozenAt = around.now();
    if (fault.kind === "freeze" || fault.kind === "slow") await around.pass(fault.ms);
    if (fault.kind === "freeze" && own) own.frozenAt = null;
    return fault;
  };
  const isHeld = () => holder !== null && (holder.frozenAt === null || around.now() - holder.frozenAt <= 15_000);
  return {
    items,
    /** As leaseMailbox: renewed while its process lives, free 15 s after that. @returns null when somebody else sends. */
    async lease<T>(fn: () => Promise<T>): Promise<{ result: T } | null> {
      if (isHeld()) return null;
      const own: Lease = { frozenAt: null };
      holder = own;
      try {
        const result = await leases.run(own, fn);
        if (holder === own) holder = null;
        return { result };
      } catch (error) {
        if (error instanceof Died) own.frozenAt = around.now();
        else if (holder === own) holder = null;
        throw error;
      }
    },
    /** @throws Died. @returns the id of the draft, or what Exchange answered instead. */
    async create(key: string, version: string): Promise<string | Answer> {
      const { kind } = await under("create");
      if (kind === "busy") return { status: 503, code: "ErrorServerBusy", retryAfterSeconds: null };
      if (kind === "throttled") return { status: 429, code: "TooManyRequests", retryAfterSeconds: 120 };
      made += 1;
      const item = { id: `item-${made}`, key, version, isDraft: true };
      items.push(item);
      if (kind === "die after") throw new Died("after create");
      if (kind === "cut") return { status: -1, code: "", retryAfterSeconds: null };
      return item.id;
    },
    async read(id: string): Promise<Item | null> {
      const { kind } = await under("read");
      if (kind === "die after") throw new Died("after read");
      return items.find((item) => item.id === id) ?? null;
    },
    /** @param isInTime asked right before the call is made. */
    async send(id: string, isInTime: () => Promise<boolean>): Promise<Answer> {
      const began = around.now();
      const { kind } = await under("send");
      if (!(await isInTime())) return { status: -1, code: "Error", retryAfterSeconds: null };
      const item = items.find((one) => one.id === id);
      if (kind === "lost") return { status: -1, code: "", retryAfterSeconds: null };
      if (kind === "busy") return { status: 503, code: "", retryAfterSeconds: null };
      if (kind === "refused") return { status: 400, code: "ErrorInvalidRecipients", retryAfterSeconds: null };
      if (!item) return { status: 404, code: "ErrorItemNotFound", retryAfterSeconds: null };
      around.leaves(item.key, item.version, began);
      item.isDraft = false;
      if (kind === "die after") throw new Died("after send");
      if (kind === "cut") return { status: 504, code: "", retryAfterSeconds: null };
      return { status: 202, code: "", retryAfterSeconds: kind === "rest" ? 90 : null };
    },
    /** Before somebody looks for a mail. */
    async looks(): Promise<void> {
      const { kind } = await under("look");
      if (kind === "die after") throw new Died("after look");
    },
    /** Somebody waits before a call. */
    stand: (ms: number) => around.pass(ms),
    discard(id: string) {
      const place = items.findIndex((item) => item.id === id);
      if (place >= 0) items.splice(place, 1);
    },
  };
}

export type Exchange = ReturnType<typeof openExchange>;
