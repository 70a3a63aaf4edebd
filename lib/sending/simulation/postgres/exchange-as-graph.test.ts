import { expect, test } from "vitest";
import { Died, openExchange } from "../runs/exchange";
import { asProcess, current, graph } from "./exchange-as-graph";

test("a process that died keeps its lease, whatever production makes of the call it died in", async () => {
  let now = 0;
  current.exchange = openExchange({
    ...{ now: () => now, pass: async () => {}, leaves: () => {} },
    draw: () => ({ kind: "die before", ms: 0 }),
  });
  const caught = () =>
    graph.readShownMail(null, "item-1").then(
      () => "read",
      () => "nothing was read",
    );
  const lease = (fn: () => Promise<string>) => graph.leaseMailbox(null, "", null, fn);
  await expect(asProcess(() => lease(caught))).rejects.toThrow(Died);
  now = 14_000;
  expect(await lease(async () => "free")).toBeNull();
  now = 16_000;
  expect(await lease(async () => "free")).toEqual({ result: "free" });
});
