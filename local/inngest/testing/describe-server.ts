import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Checkpointing } from "./app-functions";
import { type Scene, startScene } from "./start-scene";
import { waitUntil } from "./wait-until";

/** What Inngest's servers do, seen from the SDK alone: set INNGEST_TEST_BASE_URL (and the two keys) to ask another server the same. */
export function describeServer(checkpointing: Checkpointing) {
  let scene: Scene;
  beforeAll(async () => {
    scene = await startScene({}, undefined, checkpointing);
  });
  afterAll(async () => {
    await scene.end();
  });

  /** Until a run has ended that was begun now: what was begun before it by mistake would have been seen by then. */
  async function untilOneMore(id: string) {
    await scene.runOf(await scene.send("serial", { id: `after ${id}` }));
  }

  describe.concurrent("an Inngest server", () => {
    it("runs serial steps in order and keeps a NUL and a repeated step id", async () => {
      const sent = await scene.send("serial", { id: "s1" });
      expect((await scene.hear("serial", "s1"))[0]?.detail).toEqual({ same: true, again: 2 });
      expect((await scene.runOf(sent)).output).toEqual({ one: { text: "a\u0000b", n: 1 }, again: 2 });
    });

    it("starts one run for two events of one id", async () => {
      await scene.send("serial", { id: "twice" }, "one-id");
      await scene.send("serial", { id: "twice" }, "one-id");
      await scene.send("serial", { id: "twice" }, "other-id");
      await scene.hear("serial", "twice", 2);
      await untilOneMore("twice");
      expect(scene.seen("serial", "twice")).toHaveLength(2);
    });

    it("gives a repeated request the same ids and starts one run", async () => {
      const post = () =>
        scene.ask(`/e/${scene.eventKey}`, {
          method: "POST",
          headers: {
            "content-type": "application/json",
            "x-inngest-event-id-seed": `${Date.now() - (Date.now() % 100_000)},q1fHEOhyEYfscw==`,
          },
          body: JSON.stringify([{ name: scene.app.name("serial"), data: { id: "seeded" }, ts: Date.now() }]),
        });
      const [first, second] = [(await (await post()).json()) as { ids: string[]; status: number }, await (await post()).json()];
      expect(second).toEqual(first);
      expect(first.status).toBe(200);
      await scene.hear("serial", "seeded");
      await untilOneMore("seeded");
      expect(scene.seen("serial", "seeded")).toHaveLength(1);
    });

    it("wakes a sleep at its instant or slightly after, never before", async () => {
      await scene.send("sleeper", { id: "z1" });
      const [woken] = await scene.hear("woken", "z1");
      const late = (woken?.detail as { late: number } | undefined)?.late;
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThan(1500);
      const [slept] = await scene.hear("slept", "z1");
      expect((slept?.at ?? 0) - (woken?.at ?? 0)).toBeGreaterThanOrEqual(1000);
    });

    it("hands a matching event to the run that waits for it and null after the timeout", async () => {
      await Promise.all([scene.send("waiter", { id: "w1", timeout: "20s" }), scene.send("waiter", { id: "w2", timeout: "1s" })]);
      // Nothing tells from outside when a run has begun to wait, so the event is sent until it is heard.
      const [told] = await waitUntil("w1 to be told", async () => {
        await scene.send("told", { id: "w1", word: "yes" });
        return scene.seen("waited", "w1").length > 0 && scene.seen("waited", "w1");
      });
      expect(told?.detail).toEqual({ id: "w1", word: "yes" });
      expect((await scene.hear("waited", "w2"))[0]?.detail).toBeNull();
    });

    it("takes events from a step and starts what their condition fits", async () => {
      await Promise.all([scene.send("sender", { id: "deaf" }), scene.send("sender", { id: "e1" })]);
      await scene.hear("heard", "e1");
      await untilOneMore("deaf");
      expect(scene.seen("heard", "deaf")).toHaveLength(0);
    });

    it("retries a step after the time it asks for and counts attempts per step", async () => {
      await scene.send("retrier", { id: "r1" });
      expect((await scene.hear("retried", "r1"))[0]?.detail).toEqual({ attempt: 0 });
      const tries = scene.seen("try", "r1");
      expect(tries.map((record) => (record.detail as { attempt: number }).attempt)).toEqual([0, 1, 2]);
      expect((tries[1]?.at ?? 0) - (tries[0]?.at ?? 0)).toBeGreaterThanOrEqual(1000);
    });

    it("lets a function catch an error that must not be retried", async () => {
      const sent = await scene.send("catcher", { id: "c1" });
      expect((await scene.hear("caught", "c1"))[0]?.detail).toContain("no use");
      expect((await scene.runOf(sent)).status).toBe("Completed");
    });

    it("runs onFailure with the error and the original event", async () => {
      const sent = await scene.send("failing", { id: "f1" });
      expect((await scene.hear("failed", "f1"))[0]?.detail).toEqual({ message: "it broke", fn: `${scene.appId}-failing` });
      expect((await scene.runOf(sent)).status).toBe("Failed");
      expect(scene.seen("failed", "f1")).toHaveLength(1);
    });

    it("cancels a sleeping run by its event, and no other, and tells those who listen", async () => {
      const [gone, kept] = [await scene.send("cancelled", { id: "k1" }), await scene.send("cancelled", { id: "k2", nap: "2s" })];
      await scene.hear("effect", "k1");
      // The other began later: where it has come this far, the first one sleeps.
      await scene.hear("effect", "k2");
      await untilOneMore("k1");
      await scene.send("stop", { id: "k1" });
      await scene.hear("mourned", "k1");
      expect((await scene.runOf(gone)).status).toBe("Cancelled");
      await scene.hear("survived", "k2");
      expect((await scene.runOf(kept)).status).toBe("Completed");
      expect(scene.seen("survived", "k1")).toHaveLength(0);
    });

    it("lets a running step end when its run is cancelled, and calls no next one", async () => {
      scene.app.hold("k3");
      const sent = await scene.send("cancelled", { id: "k3", nap: "1s" });
      await scene.hear("begun", "k3");
      await scene.send("stop", { id: "k3" });
      expect((await scene.runOf(sent)).status).toBe("Cancelled");
      scene.app.open("k3");
      await scene.hear("effect", "k3");
      // Another one that naps as long, and later, has woken: this one would have before it.
      await scene.send("cancelled", { id: "k3, later", nap: "1s" });
      await scene.hear("survived", "k3, later");
      expect(scene.seen("survived", "k3")).toHaveLength(0);
    });

    it("cancels by request", async () => {
      const sent = await scene.send("cancelled", { id: "k4" });
      await scene.hear("effect", "k4");
      const run = await scene.runOf(sent, ["Running"]);
      await scene.ask(`/v1/runs/${run.run_id}`, { method: "DELETE" });
      expect((await scene.runOf(sent)).status).toBe("Cancelled");
      await scene.hear("mourned", "k4");
    });

    it("keeps to the limit of each concurrency key", async () => {
      scene.app.hold("n1");
      await Promise.all(Array.from({ length: 12 }, (_, place) => scene.send("narrow", { id: "n1", box: `box-${place % 2}` })));
      await waitUntil("both boxes to be full", () => scene.app.inside.now === 4);
      await untilOneMore("n1");
      scene.app.open("n1");
      await scene.hear("narrow", "n1", 12);
      expect(scene.app.inside.most).toBe(4);
    });

    it("refuses reserved names and unknown keys", async () => {
      const post = (key: string, name: string) =>
        scene.ask(`/e/${key}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify([{ name, data: {} }]),
        });
      expect((await post(scene.eventKey, "inngest/function.failed")).status).toBe(400);
      expect((await post("wrong", "some/event")).status).toBe(401);
    });

    it.skipIf(process.env.INNGEST_TEST_BASE_URL)("fails runs that need parallel steps or invoke, with a sentence", async () => {
      const [parallel, invoker] = await Promise.all([scene.send("parallel", { id: "p1" }), scene.send("invoker", { id: "p2" })]);
      expect((await scene.runOf(parallel)).output).toMatchObject({
        message: expect.stringContaining("Parallel steps are not supported"),
      });
      expect((await scene.runOf(invoker)).output).toMatchObject({ message: expect.stringContaining("step.invoke") });
    });

    it.skipIf(process.env.INNGEST_TEST_BASE_URL)("refuses a registration it cannot honour or that is not signed", async () => {
      const step = { id: "step", name: "step", runtime: { type: "http", url: scene.endpoint } };
      const fn = {
        id: "other-fn",
        name: "fn",
        triggers: [{ event: "a/b" }],
        steps: { step },
        throttle: { limit: 1, period: "1m" },
      };
      const register = (authorization: string) =>
        fetch(`${scene.baseUrl}/fn/register`, {
          method: "POST",
          headers: { authorization },
          body: JSON.stringify({ appName: "other", url: scene.endpoint, functions: [fn] }),
        });
      expect((await register("Bearer undefined")).status).toBe(401);
      const refused = await register(`Bearer ${scene.settings.signingKey}`);
      expect(refused.status).toBe(400);
      expect(await refused.json()).toMatchObject({
        error: 'Function "other-fn": "throttle" is not supported by the local executor.',
      });
    });

    it.skipIf(process.env.INNGEST_TEST_BASE_URL)("shows a run's history", async () => {
      const sent = await scene.send("retrier", { id: "h1" });
      const run = await scene.runOf(sent);
      const { data } = (await (await scene.ask(`/v1/runs/${run.run_id}/history`)).json()) as {
        data: { steps: { name: string; attempt: number }[]; notes: { kind: string }[] };
      };
      expect(data.steps.map(({ name, attempt }) => [name, attempt])).toEqual([
        ["flaky", 2],
        ["after", 0],
      ]);
      expect(data.notes.map((note) => note.kind)).toEqual(["step error", "step error"]);
      const listed = (await (await scene.ask(`/v1/runs?function_id=${scene.appId}-retrier`)).json()) as {
        data: { run_id: string }[];
      };
      expect(listed.data.map((each) => each.run_id)).toContain(run.run_id);
    });
  });

  it.skipIf(process.env.INNGEST_TEST_BASE_URL)("ends with nothing queued and nothing awaited", async () => {
    await waitUntil("an empty queue", async () => {
      const [left] =
        await scene.sql`select (select count(*) from runs where status = 'Running')::int as runs, (select count(*) from waits)::int as waits`;
      return left?.runs === 0 && left.waits === 0;
    });
  });
}
