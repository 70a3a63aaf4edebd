/** Whoever is told of a change reads its page anew, which costs the process. So they are told in turn. */
type Options = {
  /** The part of a core that all readings together may take. */
  share: number;
  /** How long one is waited for: its page may be of no interest any more, or be answered by another process. */
  answerMs: number;
  /** However costly readings are, the next turn comes after this. */
  longestRestMs: number;
  /** Milliseconds of processor time that this process has used. */
  used: () => number;
};

const usual: Options = { share: 0.3, answerMs: 300, longestRestMs: 250, used: () => usedMs() };

/**
 * Gives turns one after another, in the order they were asked for. After each the process rests from readings, so that they take no more than their share
 * of it: sending, typing and clicks have the rest of it, however many watch.
 */
export function takeTurns(options: Partial<Options> = {}) {
  const { share, answerMs, longestRestMs, used } = { ...usual, ...options };
  const waiting = new Map<string, () => void>();
  const answered = new Map<string, () => void>();
  let goesOn = false;
  const go = async () => {
    goesOn = true;
    for (let next = first(waiting); next; next = first(waiting)) {
      const [id, give] = next;
      waiting.delete(id);
      const before = used();
      const end = new Promise<void>((done) => {
        const late = setTimeout(done, answerMs);
        answered.set(id, () => {
          clearTimeout(late);
          done();
        });
      });
      // One that cannot be told keeps no other from its turn.
      await Promise.allSettled([(async () => give())(), end]);
      answered.delete(id);
      const restMs = Math.min((used() - before) * (1 / share - 1), longestRestMs);
      await new Promise((done) => setTimeout(done, restMs));
    }
    goesOn = false;
  };
  return {
    /** Calls `give` when it is the turn of this stream. Asked twice while it waits, it has one turn. */
    ask: (id: string, give: () => void) => {
      if (!waiting.has(id)) waiting.set(id, give);
      if (!goesOn) void go();
    },
    /** The page behind this stream has been read. */
    end: (id: string) => answered.get(id)?.(),
    leave: (id: string) => {
      waiting.delete(id);
      answered.get(id)?.();
    },
  };
}

function first(waiting: Map<string, () => void>): [string, () => void] | undefined {
  return waiting.entries().next().value;
}

function usedMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Of this process. A module may be loaded several times in one process, so they hang on globalThis. */
const key = Symbol.for("countersign.turns");
const shared = globalThis as unknown as Record<symbol, ReturnType<typeof takeTurns> | undefined>;

export function turns() {
  shared[key] ??= takeTurns();
  return shared[key];
}
