import { isPassing } from "../store/open-store";
import { createBell } from "./dispatcher";

/**
 * Does `work` again and again: at once when it returns 0, after as many milliseconds as it returns otherwise, or when woken. An error is told and
 * tried again.
 */
export function repeat(work: () => Promise<number>, warn: (sentence: string) => void) {
  const bell = createBell();
  let stopping = false;
  const loop = async () => {
    while (!stopping) {
      let napMs = 500;
      try {
        napMs = await work();
      } catch (error) {
        if (!isPassing(error)) warn(error instanceof Error ? error.message : String(error));
      }
      if (napMs > 0) await bell.wait(napMs);
    }
  };
  const done = loop();
  return {
    wake: bell.ring,
    stop: async () => {
      stopping = true;
      bell.ring();
      await done;
    },
  };
}
