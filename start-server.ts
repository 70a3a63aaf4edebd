import { checkRoles } from "./db/access/check-roles";
import { openPools } from "./db/access/connections";
import { openListener } from "./db/access/listen";
import { inngest } from "./inngest/client";
import { env } from "./lib/env/env";
import { keepDraining } from "./lib/events/keep-draining";
import { closeStreams } from "./lib/live/closing";
import { log } from "./lib/log/log";

/** What Postgres says of a name, a password or a database that is wrong: waiting makes none of them right. */
const wrongSetting = /^(28P01|28000|3D000|42501)$/;

/** What runs beside the pages for as long as the process lives. A wrong setting ends the process with its name. */
export async function startServer() {
  try {
    await start();
  } catch (error) {
    // Next would go on and answer every request with an error.
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

async function start() {
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

/**
 * Postgres may come up after us, however long it takes: a server that gave up here would answer every request with an error for
 * ever. A wrong role or password never becomes right.
 */
async function untilRolesAreSound() {
  for (let tries = 0; ; tries += 1) {
    try {
      return await checkRoles();
    } catch (error) {
      const { code, cause } = error as { code?: string; cause?: { code?: string } };
      const sound = error instanceof Error && !error.message.startsWith("Countersign does not start");
      if (!sound || wrongSetting.test(String(cause?.code ?? code))) throw error;
      if (tries % 60 === 0) log.warn("Postgres does not answer yet");
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}
