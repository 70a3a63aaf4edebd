import { Inngest } from "inngest";
import { log } from "../lib/log/log";

/** Each step is one signed HTTP call, on Inngest's servers and on a single machine alike; addresses and keys come from the environment. */
export const inngest = new Inngest({
  id: "countersign",
  checkpointing: false,
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
