import { afterEach, describe, expect, it } from "vitest";
import { describeServer } from "./testing/describe-server";
import { endProgram, findPort, startProgram } from "./testing/start-program";
import { eventKey, type Scene, signingKey, startScene } from "./testing/start-scene";
import { waitUntil } from "./testing/wait-until";

/** Another server is asked by behaviour.test.ts alone: none but this executor looks for a cancel between these steps. */
const here = !process.env.INNGEST_TEST_BASE_URL;

describe.runIf(here)("with steps saved while their call goes on", () => describeServer({ maxRuntime: 1000 }));

describe.runIf(here)("a step that is saved while its call goes on", () => {
  let scene: Scene;
  afterEach(() => scene.end());
  const start = async (maxRuntime = 60_000, leaseSeconds = 30) => {
    scene = await startScene({ leaseSeconds }, undefined, { maxRuntime });
  };
  const steps = async () =>
    (await scene.sql<{ name: string; seq: number }[]>`select name, seq from steps order by seq`).map((row) => row.name);
  const places = (id: string) => scene.seen("stepped", id).map((record) => record.detail);
  const run = async () =>
    (await scene.sql<{ id: string; token: string | null }[]>`select id, lease_token::text as token from runs`)[0];
  /** As the SDK does, with the token of a call. */
  const checkpoint = async (token: string, body: unknown, key = signingKey) =>
    scene.ask(`/v1/checkpoint/${(await run())?.id}/async`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}` },
      body: JSON.stringify({ run_id: (await run())?.id, qi_id: token, steps: body }),
    });
  const result = (id: string) => ({ id, op: "StepRun", name: id, displayName: id, data: 1 });

  it("is kept before the next one begins, all in one call", async () => {
    await start();
    scene.app.hold("one");
    const sent = await scene.send("stepper", { id: "one" });
    await waitUntil("the second step", () => places("one").length === 2);
    expect(await steps()).toEqual(["step-1"]);
    const token = (await run())?.token;
    expect(token).toBeTruthy();
    scene.app.open("one");
    expect((await scene.runOf(sent)).output).toBe("all");
    expect(places("one")).toEqual([1, 2, 3, 4]);
    expect(await steps()).toEqual(["step-1", "step-2", "step-3", "step-4"]);
    // Nobody took another lease in between.
    expect((await scene.sql`select last_value::text as token from lease_tokens`)[0]?.token).toBe(token);
  });

  it.each(["an event", "a request"])("is the last one of its run when %s cancels it meanwhile", async (how) => {
    await start();
    scene.app.hold("gone");
    const sent = await scene.send("stepper", { id: "gone" });
    await waitUntil("the second step", () => places("gone").length === 2);
    if (how === "an event") await scene.send("stop", { id: "gone" });
    else await scene.ask(`/v1/runs/${(await run())?.id}`, { method: "DELETE" });
    expect((await scene.runOf(sent)).status).toBe("Cancelled");
    scene.app.open("gone");
    // Another one that began later has gone all its steps: this one would have before it.
    await scene.runOf(await scene.send("stepper", { id: "later" }));
    expect(places("gone")).toEqual([1, 2]);
    expect((await scene.runOf(sent)).status).toBe("Cancelled");
    expect(await scene.sql`select 1 from steps s join runs r on r.id = s.run_id where r.status = 'Cancelled'`).toHaveLength(1);
  });

  it("leaves its turn to others after the time its app asks for", async () => {
    await start(1);
    const sent = await scene.send("stepper", { id: "turns" });
    expect((await scene.runOf(sent)).output).toBe("all");
    expect(places("turns")).toEqual([1, 2, 3, 4]);
    expect(Number((await scene.sql`select last_value::int as n from lease_tokens`)[0]?.n)).toBeGreaterThan(1);
  });

  it("is dropped, and its call stopped, when its lease was lost", async () => {
    await start();
    scene.app.hold("lost");
    const sent = await scene.send("stepper", { id: "lost" });
    await waitUntil("the second step", () => places("lost").length === 2);
    await scene.sql`update runs set lease_until = now() - interval '1 second' where lease_token is not null`;
    await waitUntil("another call", () => places("lost").length === 3);
    scene.app.letGo("lost");
    scene.app.open("lost");
    expect((await scene.runOf(sent)).output).toBe("all");
    expect(places("lost")).toEqual([1, 2, 2, 3, 4]);
  });

  it("is kept when its executor is asked to stop, and nothing is begun after it", async () => {
    await start();
    await scene.pauseExecutor();
    const executor = () =>
      startProgram("../main.ts", {
        DATABASE_URL: scene.settings.databaseUrl,
        APP_ENDPOINT: scene.endpoint,
        PORT: String(scene.settings.port),
        INNGEST_EVENT_KEY: eventKey,
        INNGEST_SIGNING_KEY: signingKey,
      });
    const first = await executor();
    scene.app.hold("stop");
    await scene.send("stepper", { id: "stop" });
    await waitUntil("the second step", () => places("stop").length === 2);
    const ended = endProgram(first);
    setTimeout(() => scene.app.open("stop"), 300);
    await ended;
    expect(await steps()).toEqual(["step-1", "step-2"]);
    expect(places("stop")).toEqual([1, 2]);
    expect((await run())?.token).toBeNull();
    const heir = await executor();
    await waitUntil("the end", async () => (await scene.sql`select 1 from runs where status = 'Completed'`).length === 1);
    expect(places("stop")).toEqual([1, 2, 3, 4]);
    await endProgram(heir);
  });

  it("may come in at another executor than the one that called", async () => {
    await start();
    await scene.pauseExecutor();
    const other = await findPort();
    const executor = (port: number, endpoint: string) =>
      startProgram("../main.ts", {
        DATABASE_URL: scene.settings.databaseUrl,
        APP_ENDPOINT: endpoint,
        PORT: String(port),
        INNGEST_EVENT_KEY: eventKey,
        INNGEST_SIGNING_KEY: signingKey,
      });
    // Both call the app, which knows the first one's address alone.
    const pair = [await executor(scene.settings.port, scene.endpoint), await executor(other, scene.endpoint)];
    const ids = Array.from({ length: 60 }, (_, place) => `pair-${place}`);
    await scene.app.inngest.send(ids.map((id) => ({ name: scene.app.name("stepper"), data: { id } })));
    await waitUntil(
      "all to end",
      async () => (await scene.sql`select 1 from runs where status = 'Completed'`).length === ids.length,
    );
    for (const id of ids) expect(places(id)).toEqual([1, 2, 3, 4]);
    await Promise.all(pair.map((program) => endProgram(program)));
  });

  it("comes in a list with those of other runs, each with an answer of its own", async () => {
    await start();
    scene.app.hold("listed");
    await scene.send("stepper", { id: "listed" });
    await waitUntil("the second step", () => places("listed").length === 2);
    const { id, token } = (await run()) ?? {};
    const list = (body: unknown, key = signingKey) =>
      scene.ask("/v1/checkpoints", {
        method: "POST",
        headers: { authorization: `Bearer ${key}` },
        body: JSON.stringify(body),
      });
    const answer = await list([
      { run_id: id, qi_id: "999999", steps: [result("stale")] },
      null,
      { run_id: id, qi_id: token, steps: [result("kept")] },
    ]);
    expect([answer.status, await answer.json()]).toEqual([200, [409, 400, 204]]);
    expect(await steps()).toEqual(["step-1", "kept"]);
    expect((await list({})).status).toBe(400);
    expect((await list([], "wrong")).status).toBe(401);
    scene.app.open("listed");
  });

  it("is refused without the key, without a call, of another kind and in numbers", async () => {
    await start();
    scene.app.hold("refused");
    await scene.send("stepper", { id: "refused" });
    await waitUntil("the second step", () => places("refused").length === 2);
    const token = (await run())?.token ?? "";
    expect((await checkpoint(token, [result("a")], "wrong")).status).toBe(401);
    expect((await checkpoint("", [result("a")])).status).toBe(400);
    expect((await checkpoint(token, [{ ...result("a"), op: "StepPlanned" }])).status).toBe(400);
    expect((await checkpoint(token, [result("a"), result("b")])).status).toBe(400);
    expect((await checkpoint("999999", [result("a")])).status).toBe(409);
    expect(await steps()).toEqual(["step-1"]);
    scene.app.open("refused");
  });
});
