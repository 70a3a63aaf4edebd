import { createDispatcher } from "./dispatch/dispatcher";
import { repeat } from "./dispatch/repeat";
import { createWriters } from "./dispatch/writers";
import { serve } from "./http/serve";
import { closeConnections } from "./protocol/post";
import { pullSync } from "./protocol/pull-sync";
import type { Settings } from "./settings";
import { openStore, prepareStore } from "./store/open-store";
import { routeEvents } from "./store/route-events";
import { tickCrons } from "./store/tick-crons";
import { tidy } from "./store/tidy";

const stopGraceMs = 1500;
const routeCount = 200;

/**
 * The single-machine Inngest executor: takes events, keeps them and every run's state in its own database, and calls the app step by step
 * over Inngest's own signed HTTP protocol.
 * @throws Error when the database or the port cannot be had.
 */
export async function startExecutor(settings: Settings, warn: (sentence: string) => void) {
  const sql = openStore(settings.databaseUrl);
  await prepareStore(sql);
  const writers = createWriters(sql);
  const dispatcher = createDispatcher(sql, settings, writers, warn);
  const router = repeat(async () => {
    const routed = await routeEvents(sql, new Date(), routeCount);
    if (routed > 0) dispatcher.wake();
    return routed === routeCount ? 0 : 1000;
  }, warn);
  const crons = repeat(async () => Math.min((await tickCrons(sql, new Date())) ?? 10_000, 10_000) + 1, warn);
  const tidier = repeat(async () => {
    await tidy(sql);
    return 3_600_000;
  }, warn);
  const wake = () => {
    router.wake();
    dispatcher.wake();
  };
  const sync = keepSynced(settings, warn, async (endpoint) => {
    if (await pullSync(sql, settings, endpoint, new Date())) {
      crons.wake();
      wake();
    }
  });
  const listening = sql.listen("inngest_executor", wake, wake);
  listening.catch(() => warn("The executor cannot listen for notices yet; it looks every second."));
  const server = await serve({ settings, sql, wake, warn, saveStep: writers.saveStep, isStopping: dispatcher.isStopping });
  return {
    stop: async () => {
      // Until the calls have ended their steps come in here.
      await Promise.all([sync.stop(), router.stop(), crons.stop(), tidier.stop(), dispatcher.stop(stopGraceMs)]);
      server.close();
      server.closeAllConnections();
      closeConnections();
      await sql.end({ timeout: 0.5 });
    },
  };
}

/** Asks the app for its functions: every second until it answers, then every few seconds. A trouble is told once, until it changes. */
function keepSynced(settings: Settings, warn: (sentence: string) => void, pull: (endpoint: string) => Promise<void>) {
  let told = "";
  return repeat(async () => {
    if (!settings.appEndpoint) return 3_600_000;
    try {
      await pull(settings.appEndpoint);
      if (told) warn("The app's functions are synced.");
      told = "";
      return settings.syncSeconds * 1000;
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error);
      if (sentence !== told) warn(`Not synced yet: ${sentence}`);
      told = sentence;
      return 1000;
    }
  }, warn);
}
