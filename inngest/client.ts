import { Inngest } from "inngest";
import { savesDuringCalls } from "../lib/env/saves-during-calls";
import { log } from "../lib/log/log";
import { saveTogether } from "./save-together";

/** A call goes on for so many milliseconds; then what else is due has its turn. */
const longestTurnMs = 1000;

/**
 * Addresses and keys come from the environment. On Inngest's servers each step is one signed HTTP call; the executor of a single machine is
 * told of each step while the call goes on, and stops it there when its run was cancelled.
 */
export const inngest = new Inngest({
  id: "countersign",
  ...(savesDuringCalls()
    ? { checkpointing: { maxRuntime: longestTurnMs }, fetch: saveTogether() }
    : { checkpointing: false as const }),
  logger: {
    info: (...parts: unknown[]) => log.debug(told(parts), "inngest"),
    warn: (...parts: unknown[]) => log.warn(told(parts), "inngest"),
    error: (...parts: unknown[]) => log.error(told(parts), "inngest"),
    debug: () => {},
  },
});

/** The SDK's sentence and its error; what else it hands over may hold the data of events. */
function told(parts: unknown[]) {
  const flat = parts.flatMap((part) =>
    part && typeof part === "object" && !(part instanceof Error) ? Object.values(part) : [part],
  );
  const err = flat.find((part) => part instanceof Error);
  return { inngest: flat.find((part) => typeof part === "string") ?? "", ...(err ? { err } : {}) };
}
