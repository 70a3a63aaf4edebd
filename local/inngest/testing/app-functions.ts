import { Inngest, NonRetriableError, RetryAfterError, referenceFunction } from "inngest";

type Data = { id: string; timeout: string; nap?: string; box?: string };
/** The data of this suite's events. */
const about = (event: { data: unknown }) => event.data as Data;

/** What the SDK's client takes: off is a call a step; on, steps are saved while their call goes on, for `maxRuntime` ms. */
export type Checkpointing = false | { maxRuntime: number };
type Seen = { at: number; what: string; id: string; detail?: unknown };

/** The functions of the behaviour suite. They write what they do into `seen`, so that the suite needs nothing of the server but its address. */
export function makeApp(appId: string, baseUrl: string, eventKey: string, signingKey: string, checkpointing: Checkpointing) {
  const inngest = new Inngest({ id: appId, isDev: false, baseUrl, eventKey, signingKey, checkpointing, logger: silent });
  const seen: Seen[] = [];
  const note = (what: string, id: string, detail?: unknown) => seen.push({ at: Date.now(), what, id, detail });
  const inside = { now: 0, most: 0 };
  const held = new Map<string, (() => void)[]>();
  /** Where the steps of an id stand still while the test holds it. */
  const pass = (id: string) => new Promise<void>((go) => held.get(id)?.push(go) ?? go());
  const tries = new Map<string, number>();
  const nextTry = (key: string) => {
    const count = (tries.get(key) ?? 0) + 1;
    tries.set(key, count);
    return count;
  };
  const name = (kind: string) => `${appId}/${kind}`;
  const on = (kind: string) => [{ event: name(kind) }];
  const functions = [
    inngest.createFunction({ id: "serial", triggers: on("serial") }, async ({ event, step }) => {
      const one = await step.run("one", () => ({ text: "a\u0000b", n: 1 }));
      const again = await step.run("one", () => 2);
      const same = one.text === "a\u0000b";
      await step.run("note", () => void note("serial", about(event).id, { same, again }));
      return { one, again };
    }),
    inngest.createFunction({ id: "sleeper", triggers: on("sleeper") }, async ({ event, step }) => {
      const until = await step.run("until", () => new Date(Date.now() + 1200).toISOString());
      await step.sleepUntil("to-instant", until);
      await step.run("woken", () => void note("woken", about(event).id, { late: Date.now() - new Date(until).getTime() }));
      await step.sleep("second", "1s");
      await step.run("slept", () => void note("slept", about(event).id));
    }),
    inngest.createFunction({ id: "waiter", triggers: on("waiter") }, async ({ event, step }) => {
      await step.run("ready", () => void note("waiting", about(event).id));
      const got = await step.waitForEvent("told", {
        event: name("told"),
        timeout: about(event).timeout,
        if: "event.data.id == async.data.id",
      });
      await step.run("note", () => void note("waited", about(event).id, got?.data ?? null));
    }),
    inngest.createFunction({ id: "sender", triggers: on("sender") }, async ({ event, step }) => {
      await step.sendEvent("tell", { name: name("heard"), id: `heard-${about(event).id}`, data: { id: about(event).id } });
    }),
    inngest.createFunction(
      { id: "hearer", triggers: [{ event: name("heard"), if: "event.data.id != 'deaf'" }] },
      async ({ event, step }) => {
        await step.run("hear", () => void note("heard", about(event).id));
      },
    ),
    inngest.createFunction({ id: "retrier", retries: 2, triggers: on("retrier") }, async ({ event, step, attempt }) => {
      await step.run("flaky", () => {
        note("try", about(event).id, { attempt });
        if (nextTry(about(event).id) < 3) throw new RetryAfterError("later", "1s");
      });
      await step.run("after", () => void note("retried", about(event).id, { attempt }));
    }),
    inngest.createFunction({ id: "catcher", triggers: on("catcher") }, async ({ event, step }) => {
      const caught = await step
        .run("never", () => {
          throw new NonRetriableError("no use");
        })
        .catch((error: Error) => `${error.name}: ${error.message}`);
      await step.run("note", () => void note("caught", about(event).id, caught));
    }),
    inngest.createFunction(
      {
        id: "failing",
        retries: 0,
        triggers: on("failing"),
        onFailure: async ({ event, error, step }) => {
          await step.run(
            "note",
            () => void note("failed", event.data.event.data.id, { message: error.message, fn: event.data.function_id }),
          );
        },
      },
      async ({ step }) => {
        await step.run("breaks", () => {
          throw new Error("it broke");
        });
      },
    ),
    inngest.createFunction(
      { id: "cancelled", triggers: on("cancelled"), cancelOn: [{ event: name("stop"), match: "data.id" }] },
      async ({ event, step }) => {
        await step.run("begin", async () => {
          note("begun", about(event).id);
          await pass(about(event).id);
          note("effect", about(event).id);
        });
        await step.sleep("long", about(event).nap ?? "1h");
        await step.run("end", () => void note("survived", about(event).id));
      },
    ),
    inngest.createFunction(
      {
        id: "mourner",
        triggers: [{ event: "inngest/function.cancelled", if: `event.data.function_id == '${appId}-cancelled'` }],
      },
      async ({ event, step }) => {
        await step.run("note", () => void note("mourned", event.data.event.data.id));
      },
    ),
    inngest.createFunction(
      { id: "narrow", triggers: on("narrow"), concurrency: [{ key: "event.data.box", limit: 2 }, { limit: 50 }] },
      async ({ event, step }) => {
        await step.run("inside", async () => {
          inside.most = Math.max(inside.most, ++inside.now);
          await pass(about(event).id);
          inside.now--;
          note("narrow", about(event).id, { box: about(event).box });
        });
      },
    ),
    inngest.createFunction(
      { id: "stepper", triggers: on("stepper"), cancelOn: [{ event: name("stop"), match: "data.id" }] },
      async ({ event, step }) => {
        for (const place of [1, 2, 3, 4]) {
          await step.run(`step-${place}`, async () => {
            note("stepped", about(event).id, place);
            if (place === 2) await pass(about(event).id);
            return place;
          });
        }
        return "all";
      },
    ),
    inngest.createFunction({ id: "napper", triggers: on("napper") }, async ({ step }) => {
      await step.sleep("long", "1h");
    }),
    inngest.createFunction({ id: "parallel", triggers: on("parallel"), retries: 0 }, async ({ step }) => {
      await Promise.all([step.run("left", () => 1), step.run("right", () => 2)]);
    }),
    inngest.createFunction({ id: "invoker", triggers: on("invoker"), retries: 0 }, async ({ step }) => {
      await step.invoke("call", { function: referenceFunction({ functionId: "serial" }), data: {} });
    }),
  ];
  return {
    ...{ inngest, functions, seen, inside, name },
    /** Steps that note "begun" or "narrow" for this id do not end before they are let go. */
    hold: (id: string) => void held.set(id, []),
    /** Lets the call go that has stood still the longest. */
    letGo: (id: string) => held.get(id)?.shift()?.(),
    /** Lets all go, and holds none any more. */
    open: (id: string) => {
      const waiting = held.get(id) ?? [];
      held.delete(id);
      for (const go of waiting) go();
    },
  };
}

const nothing = () => {};
const silent = { info: nothing, warn: nothing, error: nothing, debug: nothing };
