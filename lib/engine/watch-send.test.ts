import { expect, test } from "vitest";
import type { Refusal } from "./beats";
import { nameRefusal } from "./name-refusal";
import { watchSend } from "./watch-send";

const events = [{ id: "a", name: "n", data: {} }];

test("what came of the last events is told once, and the failure goes on to who sent them", async () => {
  let refuse: Error | null = new Error("Inngest API Error: 401 Event key not found");
  const sender = watchSend(async () => {
    if (refuse) throw refuse;
    return "taken";
  });
  expect(sender.takeOutcome()).toBeNull();
  await expect(sender.send(events)).rejects.toThrow("401");
  expect(sender.takeOutcome()).toEqual({ refused: "wrong key" });
  expect(sender.takeOutcome()).toBeNull();
  refuse = null;
  expect(await sender.send(events)).toBe("taken");
  expect(sender.takeOutcome()).toEqual({ refused: null });
});

test("a server that takes the connection and says nothing is given up", async () => {
  const sender = watchSend(() => new Promise(() => {}), 20);
  await expect(sender.send(events)).rejects.toThrow("No answer within 20 ms");
  expect(sender.takeOutcome()).toEqual({ refused: "too slow" });
});

const failed = (code: string) => new TypeError("fetch failed", { cause: Object.assign(new Error(), { code }) });
test.each<[Refusal, unknown]>([
  ["unreachable", failed("ECONNREFUSED")],
  ["unreachable", failed("ENOTFOUND")],
  [
    "unreachable",
    new TypeError("fetch failed", { cause: new AggregateError([Object.assign(new Error(), { code: "ECONNREFUSED" })]) }),
  ],
  ["too slow", failed("UND_ERR_CONNECT_TIMEOUT")],
  ["wrong key", new Error("Inngest API Error: 401 Event key Not Found")],
  ["wrong key", new Error("Inngest API Error: 404 Event key not found")],
  ["plan used up", new Error("Inngest API Error: 429 Too many requests")],
  ["plan used up", new Error("Inngest API Error: 402 ")],
  ["failing", new Error("Inngest API Error: 503 The executor could not reach its database; try again.")],
  ["refused", new Error("Inngest API Error: 400 Cannot process event payload")],
  ["refused", new Error("something else")],
  ["refused", "no error at all"],
])("%s: %s", (refusal, error) => {
  expect(nameRefusal(error)).toBe(refusal);
});
