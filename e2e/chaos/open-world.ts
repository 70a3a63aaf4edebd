import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "@playwright/test";
import postgres from "postgres";
import { keepRunning } from "../../local/start/child";
import { freePort } from "../../local/start/free-port";
import { openFront, type Upstream } from "../support/front";
import { readEnvironment, signalProgram, startApp, stopApp } from "../support/programs";
import { standIn } from "../support/stand-in";
import type { Target } from "./draw-strikes";
import { patiently } from "./patiently";

const root = fileURLToPath(new URL("../..", import.meta.url));

export type World = Awaited<ReturnType<typeof openWorld>>;

/**
 * The product as several machines run it: two processes of the app behind one address, and two executors on one database behind another. The
 * product's own first process rests meanwhile.
 */
export async function openWorld() {
  const address = Number(new URL(process.env.E2E_URL ?? "").port);
  const environment = await readEnvironment();
  const sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 2, onnotice: () => {} });
  await stopApp("app");
  const apps: Upstream[] = [];
  const front = await openFront(address, apps);

  const executors: Upstream[] = [{ name: "executor-1", port: Number(new URL(environment.INNGEST_BASE_URL ?? "").port) }];
  const secondPort = await freePort(address + 8000);
  const second = keepRunning(
    "inngest-2",
    process.env.COUNTERSIGN_LOCAL_DIR ?? "",
    [process.execPath, "--import", "tsx", join(root, "local/inngest/main.ts")],
    { cwd: root, env: { ...process.env, ...executorSettings(environment, address), PORT: String(secondPort) } },
    () => {},
  );
  executors.push({ name: "executor-2", port: secondPort });
  const executorAddress = await freePort(address + 9000);
  const executorFront = await openFront(executorAddress, executors);

  const more = { TRUSTED_PROXIES: "1", INNGEST_BASE_URL: `http://127.0.0.1:${executorAddress}` };
  for (const [place, name] of (["app-1", "app-2"] as const).entries()) {
    const port = await freePort(address + 6000 + place);
    await startApp(name, port, more);
    apps.push({ name, port });
  }

  const answers = (port: number | undefined, path: string) =>
    fetch(`http://127.0.0.1:${port}${path}`, { redirect: "manual", signal: AbortSignal.timeout(5000) }).then(
      ({ status }) => status < 500,
      () => false,
    );
  const isBack = (target: Target): Promise<boolean> => {
    const port = [...apps, ...executors].find(({ name }) => name === target)?.port;
    if (target === "postgres")
      return sql`select 1`.then(
        () => answers(Number(new URL(standIn.address).port), "/"),
        () => false,
      );
    if (target === "microsoft365") return answers(Number(new URL(standIn.address).port), "/");
    return answers(port, target.startsWith("app") ? "/sign-in" : "/health");
  };
  const untilBack = (target: Target) =>
    expect.poll(() => isBack(target), { message: `${target} is back`, timeout: 120_000, intervals: [200] }).toBe(true);
  await untilBack("executor-2");

  return {
    sql,
    /** Every request to the app goes to this process; to each in turn where null. */
    leadTo: front.leadTo,
    /** Who was asked so far to do a step, or took an event. */
    asked: () => countBy([...front.passed, ...executorFront.passed].map(({ by }) => by)),
    kill: async (target: Target) => {
      if (target === "executor-2") second.signal("SIGKILL");
      else await signalProgram(target === "executor-1" ? "inngest" : target, "SIGKILL");
    },
    untilBack,
    close: async () => {
      await patiently(() => standIn.calm());
      for (const { name } of apps) await stopApp(name as `app-${number}`);
      await second.stop();
      await executorFront.close();
      await front.close();
      await startApp("app", address);
      await sql.end({ timeout: 2 });
    },
  };
}

function executorSettings(environment: Record<string, string>, appPort: number) {
  const database = new URL(process.env.E2E_DATABASE_URL ?? "");
  database.pathname = "/countersign_inngest";
  const { INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY } = environment;
  return {
    DATABASE_URL: database.toString(),
    APP_ENDPOINT: `http://127.0.0.1:${appPort}/api/inngest`,
    ...{ INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY },
  };
}

function countBy(names: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
