import { log } from "../log/log";
import { lookAtEngine, type Tell } from "./look-at-engine";
import { forgetEngine } from "./read-engine";
import { sayTrouble } from "./say-trouble";
import { tellTeams } from "./tell-teams";
import type { Sender } from "./watch-send";

const everyMs = 20_000;

/**
 * Looks at the engine for as long as the process lives: an engine that lost its timers says nothing, so the app looks by itself. What begins
 * or ends is told to the log and to every open page. @returns a function that ends it.
 */
export function keepWatching(
  sender: Sender,
  look: (tell: Tell) => Promise<unknown> = (tell) => lookAtEngine(sender, undefined, undefined, tell),
  restMs = everyMs,
): () => void {
  let ended = false;
  let known: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  const tell: Tell = async ({ verdict, beats }) => {
    const trouble = verdict?.trouble ?? null;
    if (trouble === known) return;
    // Whoever is told reads anew, and would not be told again: what was read a moment ago is of before.
    forgetEngine();
    await tellTeams();
    if (verdict) log.warn({ trouble, since: verdict.since, refused: beats.refused }, sayTrouble(verdict, beats).short);
    else log.info("the job runner beats again");
    known = trouble;
  };
  const turn = async () => {
    try {
      await look(tell);
    } catch (error) {
      // The database is away: the pages say so, and the next look comes.
      log.debug({ err: error }, "the engine could not be looked at");
    } finally {
      if (!ended) timer = setTimeout(() => void turn(), restMs).unref();
    }
  };
  void turn();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
