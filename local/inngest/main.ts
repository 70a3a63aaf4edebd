import { startExecutor } from "./executor";
import { readSettings } from "./settings";
import { isPassing } from "./store/open-store";

const longestStopMs = 2800;
const quietMs = 10_000;

/** Prints a sentence, the same one at most every ten seconds. */
function createTeller() {
  const told = new Map<string, number>();
  return (sentence: string) => {
    const now = Date.now();
    if (now - (told.get(sentence) ?? 0) < quietMs) return;
    if (told.size > 500) told.clear();
    told.set(sentence, now);
    console.warn(`${new Date(now).toISOString()} ${sentence}`);
  };
}

// The driver rejects a promise that nobody holds when the connection of a transaction is cut; the work itself is tried again.
process.on("unhandledRejection", (error) => {
  if (isPassing(error)) return;
  console.error(error);
  process.exit(1);
});

try {
  const settings = readSettings(process.env);
  const executor = await startExecutor(settings, createTeller());
  console.log("ready");
  const stop = async () => {
    setTimeout(() => process.exit(1), longestStopMs).unref();
    await executor.stop();
    process.exit(0);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
