import { checkRoles } from "./db/access/check-roles";
import { openPools, systemConnections } from "./db/access/connections";
import { openListener } from "./db/access/listen";
import { inngest } from "./inngest/client";
import { keepFolding } from "./lib/analytics/keep-folding";
import { keepWatching } from "./lib/engine/keep-watching";
import { watchSend } from "./lib/engine/watch-send";
import { env } from "./lib/env/env";
import { keepDraining } from "./lib/events/keep-draining";
import { markClients } from "./lib/knocks/mark-clients";
import { stopInTime } from "./lib/live/stop-in-time";
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
  const { APP_URL, DATABASE_APP_URL, DATABASE_SYSTEM_URL, PAGES_CONNECTIONS, SENDING_CONNECTIONS, TRUSTED_PROXIES } = env();
  markClients(TRUSTED_PROXIES);
  // Next speaks no TLS, so somebody in front does.
  if (APP_URL.startsWith("https:") && TRUSTED_PROXIES === 0) {
    log.warn(
      "TRUSTED_PROXIES is 0: everybody seems to come from the proxy in front, so sign-ins are not slowed down (docs/settings.md)",
    );
  }
  let stopWorking = () => {};
  stopInTime(() => stopWorking());
  openPools(
    { app: DATABASE_APP_URL, system: DATABASE_SYSTEM_URL },
    {
      pages: { app: PAGES_CONNECTIONS, system: systemConnections.pages },
      sending: { app: SENDING_CONNECTIONS, system: systemConnections.sending },
    },
  );
  openListener(DATABASE_SYSTEM_URL);
  await untilRolesAreSound();
  const sender = watchSend((events) =>
    inngest.send(events.map(({ id, name, data }) => ({ id, name, data: data as Record<string, unknown> }))),
  );
  const ends = [keepDraining(sender.send), keepWatching(sender), keepFolding()];
  stopWorking = () => {
    for (const end of ends) end();
  };
}

/**
 * Postgres may come up after us, however long it takes: a server that gave up here would answer every request with an error for
 * ever. A wrong role or password never becomes right.
 */
async function untilRolesAreSound() {
  for (let tries = 0; ; tries += 1) {
    try {
      for (const sentence of await checkRoles()) log.warn(sentence);
      return;
    } catch (error) {
      const { code, cause } = error as { code?: string; cause?: { code?: string } };
      const sound = error instanceof Error && !error.message.startsWith("Countersign does not start");
      if (!sound || wrongSetting.test(String(cause?.code ?? code))) throw error;
      if (tries % 60 === 0) log.warn("Postgres does not answer yet");
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}
