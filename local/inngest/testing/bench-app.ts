import cluster from "node:cluster";
import { createServer } from "node:http";
import { Inngest } from "inngest";
import { serve } from "inngest/node";

/** A plain SDK app with a function of four steps, without and with a concurrency key, in APP_PROCESSES processes on one port. */
const inngest = new Inngest({ id: "bench", checkpointing: false });
const fourSteps = (id: string, concurrency?: { key: string; limit: number }) =>
  inngest.createFunction(
    { id, triggers: [{ event: `bench/${id}` }], ...(concurrency ? { concurrency } : {}) },
    async ({ event, step }) => {
      for (const name of ["one", "two", "three", "four"]) await step.run(name, () => ({ id: event.data.id, name }));
    },
  );
const functions = [fourSteps("plain"), fourSteps("keyed", { key: "event.data.mailbox", limit: 2 })];
const processes = Number(process.env.APP_PROCESSES ?? 1);
if (cluster.isPrimary && processes > 1) {
  let listening = 0;
  for (let made = 0; made < processes; made++) cluster.fork();
  cluster.on("listening", () => ++listening === processes && console.log("ready"));
} else {
  const server = createServer(serve({ client: inngest, functions }));
  server.listen(Number(process.env.PORT), "127.0.0.1", () => cluster.isPrimary && console.log("ready"));
}
