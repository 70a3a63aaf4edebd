import { Inngest, NonRetriableError, RetryAfterError } from "inngest";

/** Functions of the shapes that the recordings were made with. */
export function makeWireApp(baseUrl: string, eventKey: string, signingKey: string) {
  const quiet = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} };
  const inngest = new Inngest({ id: "wire", isDev: false, baseUrl, eventKey, signingKey, checkpointing: false, logger: quiet });
  const tries = new Map<string, number>();
  const idOf = (event: { data: unknown }) => (event.data as { id: string }).id;
  const functions = [
    inngest.createFunction(
      { id: "serial", name: "serial", retries: 2, triggers: [{ event: "wire/serial" }] },
      async ({ event, step }) => {
        const a = await step.run("one", () => ({ id: idOf(event), n: 1 }));
        await step.sleepUntil("until", new Date(Date.now() + 1000));
        await step.sleep("short", "1s");
        await step.sendEvent("tell", { name: "wire/told", data: { id: idOf(event) } });
        return { a };
      },
    ),
    inngest.createFunction(
      { id: "retries", name: "retries", retries: 2, triggers: [{ event: "wire/retries" }] },
      async ({ runId, step, attempt }) =>
        step.run("flaky", () => {
          const count = Math.max(tries.get(runId) ?? 0, attempt) + 1;
          tries.set(runId, count);
          if (count < 3) throw new RetryAfterError("try later", "2s");
          return "third time";
        }),
    ),
    inngest.createFunction(
      {
        id: "fails",
        name: "fails",
        retries: 1,
        triggers: [{ event: "wire/fails" }],
        onFailure: ({ event, error }) => ({ saw: error.message, of: event.data.run_id }),
      },
      async ({ step }) => {
        try {
          await step.run("never", () => {
            throw new NonRetriableError("no use");
          });
        } catch (error) {
          await step.run("after", () => `caught ${error instanceof Error ? error.message : ""}`);
          throw error;
        }
      },
    ),
    inngest.createFunction(
      {
        id: "cancelled",
        name: "cancelled",
        triggers: [{ event: "wire/cancelled" }],
        concurrency: [{ key: "event.data.mailbox", limit: 1 }],
        cancelOn: [{ event: "wire/stop", match: "data.id" }],
      },
      async ({ step }) => {
        await step.sleep("long", "1h");
      },
    ),
    inngest.createFunction({ id: "waits", name: "waits", triggers: [{ event: "wire/waits" }] }, async ({ step }) => {
      const got = await step.waitForEvent("for-told", {
        event: "wire/told",
        timeout: "20s",
        if: "event.data.id == async.data.id",
      });
      const none = await step.waitForEvent("for-nothing", { event: "wire/nothing", timeout: "2s" });
      return { got: got?.data, none };
    }),
    inngest.createFunction({ id: "batched", name: "batched", triggers: [{ cron: "*/1 * * * *" }] }, async ({ event, step }) =>
      step.run("tick", () => event.name),
    ),
    inngest.createFunction({ id: "parallel", name: "parallel", triggers: [{ event: "wire/parallel" }] }, async ({ step }) =>
      Promise.all([step.run("left", () => "l"), step.run("right", () => "r")]),
    ),
  ];
  return { inngest, functions };
}
