import { afterAll, beforeAll, expect, test } from "vitest";
import { listByAge } from "../../microsoft/graph/reading/list-messages";
import { type CannedGraph, cannedGraph } from "../../microsoft/graph/testing/canned-graph";
import { readAround } from "./read-around";

let graph: CannedGraph;
let inbox: string[] = [];

beforeAll(async () => {
  graph = await cannedGraph((path) => {
    const number = (name: string) => Number(new RegExp(`\\$${name}=(\\d+)`).exec(path)?.[1]);
    const end = number("skip") + number("top");
    const value = inbox.slice(number("skip"), end).map((id) => ({ id, isDraft: false }));
    return { body: { value, ...(end < inbox.length ? { "@odata.nextLink": "https://graph.microsoft.com/v1.0/next" } : {}) } };
  });
});
afterAll(() => graph.end());

test("messages that are moved away while the inbox is read by age hide no other", async () => {
  inbox = Array.from({ length: 120 }, (_, index) => `AAk${index}`);
  const all = [...inbox];
  const seen = new Set<string>();
  const scope = { teamId: crypto.randomUUID(), memberId: null };
  const work = async (items: { graphId: string }[]) => {
    for (const { graphId } of items) seen.add(graphId);
    inbox.splice(0, 5);
    return true;
  };
  const own = { senderAccountId: crypto.randomUUID(), addresses: [], connectedAt: null, trouble: null, troubleUntil: null };
  const list = (range: { skip: number; top: number }) => listByAge(graph.mailbox, "inbox", new Date(), range);
  expect(await readAround({ scope, own, now: new Date() }, { list, mayPass: true }, work)).toEqual({ isEnd: true, passed: 0 });
  expect([...seen]).toEqual(all);
});
