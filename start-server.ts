import { checkRoles } from "./db/access/check-roles";
import { openPools } from "./db/access/connections";
import { openListener } from "./db/access/listen";
import { inngest } from "./inngest/client";
import { env } from "./lib/env/env";
import { keepDraining } from "./lib/events/keep-draining";
import { closeStreams } from "./lib/live/closing";
import { log } from "./lib/log/log";

const rolesPatienceMs = 30_000;

/** What runs beside the pages for as long as the process lives. @throws Error naming a wrong setting. */
export async function startServer() {
  const { DATABASE_APP_URL, DATABASE_SYSTEM_URL } = env();
  openPools({ app: DATABASE_APP_URL, system: DATABASE_SYSTEM_URL });
  openListener(DATABASE_SYSTEM_URL);
  await untilRolesAreSound();
  const stopDraining = keepDraining((events) =>
    inngest.send(events.map(({ id, name, data }) => ({ id, name, data: data as Record<string, unknown> }))),
  );
  // Next waits for open streams when it stops; pages would keep it for minutes.
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      stopDraining();
      closeStreams();
    });
  }
}

/** Postgres may come up after us; a wrong role never becomes right. */
async function untilRolesAreSound() {
  const giveUp = Date.now() + rolesPatienceMs;
  for (;;) {
    try {
      return await checkRoles();
    } catch (error) {
      const away = error instanceof Error && !error.message.startsWith("Countersign does not start");
      if (!away || Date.now() > giveUp) throw error;
      log.warn("Postgres does not answer yet");
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}
