import { createServer } from "node:net";
import { expect, test } from "vitest";
import { freePort, isRefusedByFetch } from "./free-port";

/** Node's own fetch says which ports it refuses; what it would send goes nowhere. */
async function isRefusedByNode(port: number): Promise<boolean> {
  const dispatcher = {
    dispatch: () => {
      throw new Error("would be sent");
    },
  };
  const error = await fetch(`http://127.0.0.1:${port}/`, { dispatcher } as unknown as RequestInit).catch((thrown) => thrown);
  return String(error.cause?.message) === "bad port";
}

test("the ports refused here are those that Node's fetch refuses, no more and no fewer", async () => {
  const refused: number[] = [];
  const listed: number[] = [];
  for (let port = 1024; port <= 11_000; port += 1) {
    if (await isRefusedByNode(port)) refused.push(port);
    if (isRefusedByFetch(port)) listed.push(port);
  }
  expect(refused.length).toBeGreaterThan(10);
  expect(listed).toEqual(refused);
});

test("a port that browsers refuse is never given, though nobody listens there", async () => {
  expect(await freePort(6665, async () => true)).toBe(6670);
});

test("a port in use is passed over", async () => {
  const taken = createServer();
  const port = await new Promise<number>((done) =>
    taken.listen(0, "127.0.0.1", () => done((taken.address() as { port: number }).port)),
  );
  expect(await freePort(port)).toBeGreaterThan(port);
  taken.close();
});
