import { Inngest } from "inngest";
import { endProgram, findPort, startProgram } from "../testing/start-program";
import { waitUntil } from "../testing/wait-until";
import { type Contender, keyCount } from "./contender";

const keys = {
  INNGEST_EVENT_KEY: "bench",
  INNGEST_SIGNING_KEY: `signkey-bench-${"0123456789abcdef".repeat(2)}`,
  INNGEST_DEV: "0",
};

/** The executor with an app in a process of its own, by its path from `testing/`; `env` is the app's, `node` are arguments for both programs. */
export function executorWith(name: string, app: string, env: Record<string, string>, node: string[]): Contender {
  return {
    name,
    start: async (databaseUrl, sql) => {
      const [executorPort, appPort] = [await findPort(), await findPort()];
      const baseUrl = `http://127.0.0.1:${executorPort}`;
      const appEnv = { ...keys, ...env, PORT: String(appPort), INNGEST_BASE_URL: baseUrl };
      const appProgram = await startProgram(app, appEnv, node);
      const executor = await startProgram(
        "../main.ts",
        {
          ...keys,
          PORT: String(executorPort),
          DATABASE_URL: databaseUrl,
          APP_ENDPOINT: `http://127.0.0.1:${appPort}/api/inngest`,
        },
        node,
      );
      await waitUntil("the sync", async () => (await sql`select 1 from functions`).length === 2);
      const inngest = new Inngest({ id: "bench-sender", isDev: false, baseUrl, eventKey: keys.INNGEST_EVENT_KEY });
      return {
        processes: { app: appProgram.pid ?? 0, executor: executor.pid ?? 0 },
        begin: async (shape, tag, count) => {
          await inngest.send(
            Array.from({ length: count }, (_, place) => ({
              name: `bench/${shape}`,
              id: `${tag}-${place}`,
              data: { id: place, mailbox: `m${place % keyCount}` },
            })),
          );
        },
        countOpen: async () => {
          const [row] = await sql<{ open: number }[]>`
            select (select count(*) from runs where status = 'Running')::int + (select count(*) from events where pending)::int as open`;
          return row?.open ?? 1;
        },
        countSteps: async () => Number((await sql`select count(*)::int as steps from steps`)[0]?.steps),
        stop: async () => {
          await endProgram(executor);
          await endProgram(appProgram);
        },
      };
    },
  };
}
