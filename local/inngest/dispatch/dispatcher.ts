import type { Leased } from "../protocol/call";
import { makeUlid } from "../protocol/ulid";
import type { Settings } from "../settings";
import { isPassing, type Sql } from "../store/open-store";
import { msToNextRun, pickRuns, releaseLeases, renewLeases } from "../store/pick-runs";
import { reach } from "./kill-points";
import { runCalls } from "./run-calls";
import type { Writers } from "./writers";

const longestNapMs = 1000;

/** Leases due runs and calls the app for them, `settings.capacity` at a time, until stopped. */
export function createDispatcher(sql: Sql, settings: Settings, writers: Writers, warn: (sentence: string) => void) {
  const owner = makeUlid(new Date());
  const active = new Map<string, Leased>();
  const bell = createBell();
  let stopping = false;
  let quiet = true;
  const turn = { settings, writers, warn, isStopping: () => stopping, isQuiet: () => quiet };

  const work = async (run: Leased) => {
    active.set(run.token, run);
    try {
      await runCalls(run, turn);
    } catch (error) {
      // The answer could not be saved: the lease runs out and the step is called again.
      warn(`${run.functionId}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      active.delete(run.token);
      bell.ring();
    }
  };

  const loop = async () => {
    while (!stopping) {
      let napMs = longestNapMs;
      try {
        const room = settings.capacity - active.size;
        const picked = room > 0 ? await pickRuns(sql, owner, room, settings.leaseSeconds) : [];
        if (picked.length > 0) reach("after-lease");
        for (const run of picked) void work(run);
        if (room > 0) quiet = picked.length < room;
        if (picked.length === 0 && room > 0) napMs = Math.min(napMs, (await msToNextRun(sql)) ?? napMs);
        else if (picked.length === room) napMs = longestNapMs;
        else napMs = 20;
      } catch (error) {
        if (!isPassing(error)) warn(error instanceof Error ? error.message : String(error));
        napMs = 200;
      }
      await bell.wait(Math.max(1, Math.ceil(napMs)));
    }
  };

  const heartbeat = setInterval(
    () => {
      if (active.size > 0)
        renewLeases(sql, [...active.keys()], settings.leaseSeconds).catch(() =>
          warn("The leases could not be renewed; they are tried again."),
        );
    },
    (settings.leaseSeconds * 1000) / 3,
  );
  const done = loop();

  return {
    wake: bell.ring,
    isStopping: () => stopping,
    /** Lets running calls end for up to `graceMs`, then gives back what is left. */
    stop: async (graceMs: number) => {
      stopping = true;
      bell.ring();
      clearInterval(heartbeat);
      const until = Date.now() + graceMs;
      await Promise.race([done, pause(graceMs)]);
      while (active.size > 0 && Date.now() < until) await pause(20);
      await Promise.race([
        releaseLeases(sql, owner).catch(() => warn("The leases could not be given back; they run out by themselves.")),
        pause(500),
      ]);
    },
  };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Waits for a time or a ring; a ring that nobody waits for is kept. */
export function createBell() {
  let rung = false;
  let wakeUp: (() => void) | undefined;
  return {
    ring: () => {
      rung = true;
      wakeUp?.();
    },
    wait: async (ms: number) => {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wakeUp = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      rung = false;
      wakeUp = undefined;
    },
  };
}
