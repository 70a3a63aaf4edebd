import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startCluster } from "../postgres/cluster";
import { findPort } from "./testing/start-program";
import { startScene } from "./testing/start-scene";
import { waitUntil } from "./testing/wait-until";

it("goes on by itself when Postgres was gone for a while", { timeout: 90_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "executor-outage-"));
  chmodSync(folder, 0o755);
  const port = await findPort();
  const start = () => startCluster(join(folder, "data"), "postgres", port);
  let cluster = await start();
  const scene = await startScene({ leaseSeconds: 5 }, cluster.superuserUrl);
  try {
    const ids = Array.from({ length: 30 }, (_, place) => `outage-${place}`);
    await scene.app.inngest.send(ids.map((id) => ({ name: scene.app.name("sleeper"), data: { id } })));
    scene.app.hold("busy");
    await scene.send("cancelled", { id: "busy", nap: "1s" });
    await scene.hear("begun", "busy");
    await cluster.stop();
    await waitUntil("the outage to be noticed", async () => (await scene.ask("/v1/runs")).status === 503);
    // Its answer comes while nothing can be kept.
    scene.app.open("busy");
    await scene.hear("effect", "busy");
    cluster = await start();
    for (const id of ids) await scene.hear("slept", id);
    await scene.hear("survived", "busy");
    await waitUntil(
      "all to end",
      async () =>
        Number((await scene.sql`select count(*)::int as n from runs where status = 'Completed'`)[0]?.n) === ids.length + 1,
    );
    const steps = await scene.sql<{ n: number }[]>`select count(*)::int as n from steps group by run_id`;
    expect(steps.map((row) => row.n).sort()).toEqual([3, ...ids.map(() => 5)]);
  } finally {
    await scene.end();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
