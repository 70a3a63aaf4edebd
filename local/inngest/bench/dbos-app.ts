import { createServer } from "node:http";
import { pathToFileURL } from "node:url";
import { keyCount } from "./contender";

/**
 * The bench's DBOS program: workflows of four steps in one process, started as a user of DBOS may choose to: as they are, or through a queue.
 * `?way=…&tag=…&count=…` starts so many. State lies in DATABASE_URL; DBOS_MODULE is where DBOS was installed.
 */
type Queue = { globalConcurrency?: number; partitionConcurrency?: number; minPollingIntervalMs?: number };
type Start = { queueName?: string; workflowID: string; enqueueOptions?: { queuePartitionKey: string } };
type Dbos = {
  setConfig: (config: { name: string; systemDatabaseUrl: string; systemDatabasePoolSize: number; logLevel: string }) => void;
  launch: () => Promise<void>;
  shutdown: () => Promise<void>;
  registerQueue: (name: string, options: Queue) => Promise<unknown>;
  registerWorkflow: <Args extends unknown[]>(
    work: (...args: Args) => Promise<void>,
    options: { name: string },
  ) => (...args: Args) => Promise<void>;
  runStep: <T>(work: () => Promise<T>, options: { name: string }) => Promise<T>;
  startWorkflow: <Args extends unknown[]>(
    work: (...args: Args) => Promise<void>,
    options: Start,
  ) => (...args: Args) => Promise<unknown>;
};

const { DBOS } = (await import(pathToFileURL(process.env.DBOS_MODULE ?? "").href)) as { DBOS: Dbos };
DBOS.setConfig({
  name: "bench",
  systemDatabaseUrl: process.env.DATABASE_URL ?? "",
  systemDatabasePoolSize: Number(process.env.DBOS_POOL ?? 20),
  logLevel: "error",
});
const fourSteps = DBOS.registerWorkflow(
  async (id: number) => {
    for (const name of ["one", "two", "three", "four"]) await DBOS.runStep(async () => ({ id, name }), { name });
  },
  { name: "fourSteps" },
);
await DBOS.launch();
await DBOS.registerQueue("plain", { minPollingIntervalMs: 50 });
await DBOS.registerQueue("hundred", { globalConcurrency: 100, minPollingIntervalMs: 20 });
await DBOS.registerQueue("keyed", { partitionConcurrency: 2, minPollingIntervalMs: 20 });

const server = createServer(async (request, response) => {
  const query = new URL(request.url ?? "/", "http://dbos").searchParams;
  const way = query.get("way") ?? "";
  const start = (place: number) =>
    DBOS.startWorkflow(fourSteps, {
      workflowID: `${query.get("tag")}-${place}`,
      ...(way === "direct" ? {} : { queueName: way }),
      ...(way === "keyed" ? { enqueueOptions: { queuePartitionKey: `m${place % keyCount}` } } : {}),
    })(place);
  await Promise.all(Array.from({ length: Number(query.get("count")) }, (_, place) => start(place)));
  response.end();
});
server.listen(Number(process.env.PORT), "127.0.0.1", () => console.log("ready"));
process.once("SIGTERM", () => process.exit(0));
