import { Inngest } from "inngest";
import { log } from "../lib/log/log";

/** Each step is one signed HTTP call, on Inngest's servers and on a single machine alike; addresses and keys come from the environment. */
export const inngest = new Inngest({
  id: "countersign",
  checkpointing: false,
  logger: {
    info: (...parts: unknown[]) => log.debug({ inngest: String(parts[0]) }, "inngest"),
    warn: (...parts: unknown[]) => log.warn({ inngest: String(parts[0]) }, "inngest"),
    error: (...parts: unknown[]) => log.error({ inngest: String(parts[0]) }, "inngest"),
    debug: () => {},
  },
});
