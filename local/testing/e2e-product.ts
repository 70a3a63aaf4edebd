import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { freePort } from "../start/free-port";
import { serve } from "../start/serve";
import { clearPlace, placeForTests } from "./place-for-tests";

export type Product = {
  /** What the journeys that run against it find in their environment. */
  environment: Record<string, string>;
  /** @returns where its logs are, if they are to be kept. */
  stop: (keepLogs: boolean) => Promise<string>;
};

/**
 * Starts the whole product as `npm start` does it, in a folder of its own that is thrown away. One at a time: the launcher reads where it
 * is to start from the environment of this process.
 */
export async function startProduct(say: (sentence: string) => void): Promise<Product> {
  const folder = placeForTests("countersign-e2e-");
  process.env.COUNTERSIGN_LOCAL_DIR = folder;
  process.env.PORT = String(await freePort(3100 + Math.floor(Math.random() * 400)));
  const running = await serve("start", say);
  const { settings } = running;
  const control = createServer(async (request, response) => {
    await answer(running, request.url ?? "").then(
      (told) => response.end(JSON.stringify(told ?? null)),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  await new Promise<void>((done) => control.listen(0, "127.0.0.1", done));
  const { port } = control.address() as AddressInfo;
  return {
    environment: {
      COUNTERSIGN_LOCAL_DIR: folder,
      PORT: String(settings.port),
      E2E_URL: settings.appUrl,
      E2E_MAIL_URL: `http://localhost:${settings.ports.microsoft365}`,
      E2E_DNS_URL: `http://127.0.0.1:${settings.ports.dns}`,
      E2E_ADMIN_KEY: settings.secrets.admin,
      E2E_CONTROL_URL: `http://127.0.0.1:${port}`,
      E2E_DATABASE_URL: `postgres://postgres:${settings.secrets.postgres}@127.0.0.1:${settings.ports.postgres}/countersign`,
    },
    stop: async (keepLogs) => {
      control.close();
      await running.stop();
      return clearPlace(folder, keepLogs);
    },
  };
}

/** Tests tell which program gets which signal: POST /SIGKILL/app; and start and stop further processes of the app: POST /start/app-2?port=4001. */
async function answer(running: Awaited<ReturnType<typeof serve>>, address: string): Promise<unknown> {
  const { pathname, searchParams } = new URL(address, "http://control");
  const [, verb = "", name = ""] = pathname.split("/");
  const { port, ...more } = Object.fromEntries(searchParams);
  if (verb === "start") return running.startApp(name, Number(port), more);
  if (verb === "stop") return running.stopOne(name);
  if (verb === "environment") return running.environment;
  return running.signal(name, verb as NodeJS.Signals);
}
