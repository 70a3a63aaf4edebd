import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startCluster } from "../postgres/cluster";
import { buildWhenChanged } from "./build";
import { type Child, keepRunning, untilAnswers } from "./child";
import { connectDemoMailbox } from "./connect-demo-mailbox";
import { takeLock } from "./lock";
import { createDatabases, type Databases, runCommand } from "./prepare-databases";
import { appEnvironment, readSettings, root, type Settings, startsInngest, startsMicrosoft, startsPostgres } from "./settings";

export type Running = {
  settings: Settings;
  environment: NodeJS.ProcessEnv;
  stop: () => Promise<void>;
  /** Kills one of the programs without a warning. */
  crash: (name: string) => void;
};

/** Starts everything the environment does not name, in order; `stop` ends it in the opposite order. */
export async function serve(mode: "start" | "dev", say: (sentence: string) => void): Promise<Running> {
  const settings = await readSettings();
  const unlock = takeLock(settings.folder);
  const running: Child[] = [];
  let stopCluster = async () => {};
  const stop = async () => {
    for (const child of running.reverse()) await child.stop();
    await stopCluster();
    unlock();
  };
  try {
    const databases = await stage("Database", say, async () => {
      if (!startsPostgres()) return namedDatabases();
      const cluster = await startCluster(join(settings.folder, "postgres"), settings.secrets.postgres, settings.ports.postgres);
      stopCluster = cluster.stop;
      return createDatabases(cluster.superuserUrl, settings.secrets);
    });
    const environment = appEnvironment(settings, databases);
    await stage("Tables", say, async () => runCommand("db/migrate-command.ts", environment));
    if (startsMicrosoft()) await stage("Demo team", say, async () => runCommand("db/seed/main.ts", environment));
    const child = (name: string, command: string[], env: NodeJS.ProcessEnv) =>
      running.push(keepRunning(name, settings.folder, command, { cwd: root, env }, say));
    const script = (path: string) => [process.execPath, "--import", "tsx", join(root, path)];
    if (startsMicrosoft()) {
      await stage("Microsoft 365 stand-in", say, async () => {
        child("microsoft365", script("local/microsoft365/main.ts"), microsoftEnvironment(settings, databases, environment));
        await untilAnswers("microsoft365", `http://127.0.0.1:${settings.ports.microsoft365}/`, settings.folder);
      });
    }
    if (startsInngest()) {
      await stage("Inngest executor", say, async () => {
        child("inngest", script("local/inngest/main.ts"), inngestEnvironment(settings, databases));
        await untilAnswers("inngest", `http://127.0.0.1:${settings.ports.inngest}/health`, settings.folder);
      });
    }
    if (mode === "start") await stage("Build", say, () => buildWhenChanged(environment));
    await stage("App", say, async () => {
      const next = [
        process.execPath,
        join(root, "node_modules/next/dist/bin/next"),
        mode,
        "-H",
        "127.0.0.1",
        "-p",
        String(settings.port),
      ];
      child("app", next, { ...environment, NEXT_TELEMETRY_DISABLED: "1" });
      await untilAnswers("app", `http://127.0.0.1:${settings.port}/sign-in`, settings.folder, 120_000);
    });
    const connected = join(settings.folder, "demo-mailbox-connected");
    // Once only: whoever disconnects it later does not want it back at the next start.
    if (startsMicrosoft() && !existsSync(connected)) {
      await stage("Demo mailbox", say, () => connectDemoMailbox(process.env.APP_URL ?? settings.appUrl)).then(
        () => writeFileSync(connected, ""),
        (error: Error) => say(`  The demo's mailbox is not connected (${error.message}). Team & settings connects it.`),
      );
    }
    const crash = (name: string) => running.find((one) => one.name === name)?.crash();
    return { settings, environment, stop, crash };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function stage<T>(name: string, say: (sentence: string) => void, work: () => Promise<T>): Promise<T> {
  const started = Date.now();
  const result = await work();
  say(`  ${name.padEnd(24)} ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return result;
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
