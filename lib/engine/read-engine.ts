import { withSystem } from "@/db/access/with-system";
import { type Beats, readBeats } from "./beats";
import { judgeEngine, limits, type Verdict } from "./judge-engine";
import { processSince } from "./process-since";

export type Engine = { beats: Beats; verdict: Verdict | null };

const freshMs = 1000;
/** Whoever watches the engine and the pages are bundles of their own, each with its own copy of this module: it hangs on globalThis. */
const key = Symbol.for("countersign.engine");
const shared = globalThis as unknown as Record<symbol, { at: number; engine: Promise<Engine> } | undefined>;

/** How the engine stands, read at most once a second by this process, however many pages ask. @throws Error when the database is away. */
export function readEngine(): Promise<Engine> {
  const now = Date.now();
  const kept = shared[key];
  if (kept && now - kept.at <= freshMs) return kept.engine;
  const engine = look();
  shared[key] = { at: now, engine };
  engine.catch(() => forgetEngine());
  return engine;
}

/** The next who asks reads it. */
export function forgetEngine(): void {
  shared[key] = undefined;
}

async function look(): Promise<Engine> {
  const beats = await withSystem("watch engine", readBeats);
  return { beats, verdict: judgeEngine(beats, processSince(beats.now), limits) };
}
