import { createServer } from "node:http";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import { saveTogether } from "../save-together";

/**
 * The app that `npm run bench` measures the executor with: a function of four steps, without and with a concurrency key. APP_STEPS says how
 * they are saved: `alone` is a call a step, `during` while their call goes on, `together` is that with the steps of several runs in one request.
 */
const way = process.env.APP_STEPS ?? "alone";
const inngest = new Inngest({
  id: "bench",
  checkpointing: way === "alone" ? false : { maxRuntime: 1000 },
  ...(way === "together" ? { fetch: saveTogether() } : {}),
});
const fourSteps = (id: string, concurrency?: { key: string; limit: number }) =>
  inngest.createFunction(
    { id, triggers: [{ event: `bench/${id}` }], ...(concurrency ? { concurrency } : {}) },
    async ({ event, step }) => {
      for (const name of ["one", "two", "three", "four"]) await step.run(name, () => ({ id: event.data.id, name }));
    },
  );
const functions = [fourSteps("plain"), fourSteps("keyed", { key: "event.data.mailbox", limit: 2 })];
createServer(serve({ client: inngest, functions })).listen(Number(process.env.PORT), "127.0.0.1", () => console.log("ready"));
process.once("SIGTERM", () => process.exit(0));
