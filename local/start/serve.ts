import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Cluster, signalServer, stopRunningServer } from "../postgres/cluster";
import { keepCluster } from "../postgres/keep-cluster";
import { buildWhenChanged, noteServing } from "./build";
import { type Child, keepRunning, untilAnswers } from "./child";
import { connectDemoMailbox } from "./connect-demo-mailbox";
import { takeLock } from "./lock";
import { endLeftBehind } from "./noted-processes";
import { createDatabases, type Databases, runCommand } from "./prepare-databases";
import { registerFunctions } from "./register-functions";
import {
  appEnvironment,
  makeLocalFolder,
  readSettings,
  root,
  type Settings,
  startsDns,
  startsInngest,
  startsMicrosoft,
  startsPostgres,
} from "./settings";

export type Running = {
  settings: Settings;
  environment: NodeJS.ProcessEnv;
  stop: () => Promise<void>;
  /** Sends a signal to one of the programs, for tests: SIGKILL ends it without a warning. */
  signal: (name: string, signal: NodeJS.Signals) => void;
  /** Starts one more process of the app beside the first, or one that was stopped; until it answers. `more` are settings of its own. */
  startApp: (name: string, port: number, more?: Record<string, string>) => Promise<void>;
  /** Asks one of the programs to end, and keeps it so. @returns its exit code; null where it had to be killed. */
  stopOne: (name: string) => Promise<number | null>;
};

/**
 * Starts everything the environment does not name, in order; `stop` ends it in the opposite order, and what a killed launcher left
 * running is ended first.
 * @param whenBegun is given `stop` before anything is started, so that a start can be broken off.
 */
export async function serve(
  mode: "start" | "dev",
  say: (sentence: string) => void,
  whenBegun: (stop: () => Promise<void>) => void = () => {},
): Promise<Running> {
  const folder = makeLocalFolder();
  const unlock = takeLock(folder);
  const running: Child[] = [];
  let cluster: Cluster | undefined;
  let stopping: Promise<void> | undefined;
  let starting = Promise.resolve();
  let stopServing = () => {};
  const breaking = new AbortController();
  const stop = () => {
    stopping ??= (async () => {
      breaking.abort();
      // Whatever is being started at this moment is waited for, or it would be left running.
      await starting;
      for (const child of running.toReversed()) await child.stop();
      if (cluster) await cluster.stop();
      else if (startsPostgres()) await stopRunningServer(join(folder, "postgres"));
      stopServing();
      unlock();
    })();
    return stopping;
  };
  const stage = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    if (stopping) throw new Error("The start was broken off.");
    const began = Date.now();
    const doing = work();
    const over = () => {};
    starting = doing.then(over, over);
    const result = await doing;
    say(`  ${name.padEnd(24)} ${((Date.now() - began) / 1000).toFixed(1)} s`);
    return result;
  };
  whenBegun(stop);
  try {
    const left = await endLeftBehind(folder, ["app", "inngest", "microsoft365", "dns"]);
    if (left.length > 0) say(`  What a launcher that was killed had left running is ended: ${left.join(", ")}.`);
    const settings = await readSettings();
    const databases = await stage("Database", async () => {
      if (!startsPostgres()) return namedDatabases();
      cluster = await keepCluster(join(folder, "postgres"), settings.secrets.postgres, settings.ports.postgres, say);
      return createDatabases(cluster.superuserUrl, settings.secrets);
    });
    const environment = appEnvironment(settings, databases);
    await stage("Tables", () =>
      runCommand("db/migrate-command.ts", { ...environment, DATABASE_ADMIN_URL: databases.adminUrl }, breaking.signal),
    );
    if (startsMicrosoft()) await stage("Demo team", () => runCommand("db/seed/main.ts", environment, breaking.signal));
    const child = async (name: string, command: string[], env: NodeJS.ProcessEnv, url: string, limitMs?: number) => {
      const started = keepRunning(name, folder, command, { cwd: root, env }, say);
      running.push(started);
      await untilAnswers(started, url, folder, breaking.signal, limitMs);
    };
    const script = (path: string) => [process.execPath, "--import", "tsx", join(root, path)];
    if (startsMicrosoft()) {
      const own = microsoftEnvironment(settings, databases, environment);
      await stage("Microsoft 365 stand-in", () =>
        child("microsoft365", script("local/microsoft365/main.ts"), own, `http://127.0.0.1:${settings.ports.microsoft365}/`),
      );
    }
    if (startsDns()) {
      const own = { ...process.env, PORT: String(settings.ports.dns) };
      await stage("DNS stand-in", () =>
        child("dns", script("local/dns/main.ts"), own, `http://127.0.0.1:${settings.ports.dns}/`),
      );
    }
    if (startsInngest()) {
      const own = inngestEnvironment(settings, databases);
      await stage("Inngest executor", () =>
        child("inngest", script("local/inngest/main.ts"), own, `http://127.0.0.1:${settings.ports.inngest}/health`),
      );
    }
    if (mode === "start") {
      await stage("Build", () => buildWhenChanged(environment, breaking.signal));
      stopServing = noteServing(settings.port);
    }
    // The owner's address is for migrations: whoever broke into the app would find it in its environment.
    const { DATABASE_URL: _, ...appOnly } = environment;
    const app = (name: string, port: number, more: Record<string, string> = {}) => {
      const next = [process.execPath, join(root, "node_modules/next/dist/bin/next"), mode, "-H", "127.0.0.1", "-p", String(port)];
      const env = { ...appOnly, NEXT_TELEMETRY_DISABLED: "1", ...more, PORT: String(port) };
      return child(name, next, env, `http://127.0.0.1:${port}/sign-in`, 120_000);
    };
    await stage("App", () => app("app", settings.port));
    // The executor asks for our functions by itself, but perhaps a moment later, and an event before that starts nothing.
    const server = startsInngest() ? `http://127.0.0.1:${settings.ports.inngest}` : process.env.INNGEST_BASE_URL;
    if (server) {
      const endpoint = `http://127.0.0.1:${settings.port}/api/inngest`;
      await stage("Functions", () => registerFunctions(endpoint, server, breaking.signal));
    }
    const connected = join(folder, "demo-mailbox-connected");
    // Once only: whoever disconnects it later does not want it back at the next start.
    if (startsMicrosoft() && !existsSync(connected)) {
      await stage("Demo mailbox", () => connectDemoMailbox(process.env.APP_URL ?? settings.appUrl)).then(
        () => writeFileSync(connected, "", { mode: 0o600 }),
        (error: Error) => say(`  The demo's mailbox is not connected (${error.message}). Team & settings connects it.`),
      );
    }
    const named = (name: string) => running.find((one) => one.name === name);
    const signal = (name: string, sent: NodeJS.Signals) => {
      if (name === "postgres") signalServer(join(folder, "postgres"), sent);
      else named(name)?.signal(sent);
    };
    const startApp = async (name: string, port: number, more?: Record<string, string>) => {
      const stopped = named(name);
      if (!stopped) return app(name, port, more);
      stopped.start();
      await untilAnswers(stopped, `http://127.0.0.1:${port}/sign-in`, folder, breaking.signal);
    };
    const stopOne = async (name: string) => (await named(name)?.stop()) ?? null;
    return { settings, environment, stop, signal, startApp, stopOne };
  } catch (error) {
    await stop();
    throw error;
  }
}

function namedDatabases(): Databases {
  const need = (name: string) => {
    const value = process.env[name];
    if (!value) throw new Error(`DATABASE_URL is set, so ${name} must be too (see docs/settings.md).`);
    return value;
  };
  return {
    ownerUrl: need("DATABASE_URL"),
    appUrl: need("DATABASE_APP_URL"),
    systemUrl: need("DATABASE_SYSTEM_URL"),
    inngestUrl: process.env.INNGEST_DATABASE_URL ?? (startsInngest() ? need("INNGEST_DATABASE_URL") : ""),
    microsoft365Url: process.env.MICROSOFT365_DATABASE_URL ?? (startsMicrosoft() ? need("MICROSOFT365_DATABASE_URL") : ""),
  };
}

function microsoftEnvironment(settings: Settings, databases: Databases, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PORT: String(settings.ports.microsoft365),
    DATABASE_URL: databases.microsoft365Url,
    PUBLIC_URL: `http://localhost:${settings.ports.microsoft365}`,
    MICROSOFT_CLIENT_ID: environment.MICROSOFT_CLIENT_ID,
    MICROSOFT_CLIENT_SECRET: environment.MICROSOFT_CLIENT_SECRET,
  };
}

function inngestEnvironment(settings: Settings, databases: Databases): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PORT: String(settings.ports.inngest),
    DATABASE_URL: databases.inngestUrl,
    APP_ENDPOINT: `http://127.0.0.1:${settings.port}/api/inngest`,
    INNGEST_EVENT_KEY: settings.secrets.inngestEvent,
    INNGEST_SIGNING_KEY: settings.secrets.inngestSigning,
  };
}
