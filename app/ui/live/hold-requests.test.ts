import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LostAnswer, UnknownAct } from "@/app/ui/act/lost-answer";
import { holdRequests } from "./hold-requests";

const asked: string[] = [];
let up = false;

beforeEach(() => {
  asked.length = 0;
  up = false;
  vi.stubGlobal("window", {
    fetch: async (url: string) => {
      asked.push(url);
      if (!up) throw new TypeError("Failed to fetch");
      return new Response("here");
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

const router = { headers: { rsc: "1" } };

describe("requests while the server is away", () => {
  it("of the router wait and are sent again once it is back", async () => {
    const held = holdRequests();
    const answer = window.fetch("/campaigns", router);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    held.release();
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    up = true;
    held.release();
    expect(await (await answer).text()).toBe("here");
    held.end();
  });

  it("of the router that break off in the middle are asked for again, whole", async () => {
    const broken = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode("he"));
        controller.error(new TypeError("network error"));
      },
    });
    const answers = [new Response(broken), new Response("here", { headers: { "x-kind": "page" } })];
    vi.stubGlobal("window", { fetch: async () => answers.shift() });
    const held = holdRequests();
    const answer = window.fetch("/campaigns", router);
    await vi.waitFor(() => {
      held.release();
      expect(answers).toEqual([]);
    });
    const whole = await answer;
    expect([await whole.text(), whole.headers.get("x-kind"), whole.redirected]).toEqual(["here", "page", false]);
    held.end();
  });

  it("that change something fail at once and are never sent a second time", async () => {
    const held = holdRequests();
    const lost = window.fetch("/campaigns", { method: "POST", headers: { "next-action": "a" } });
    await expect(lost).rejects.toMatchObject({
      actId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      cause: new TypeError("Failed to fetch"),
    });
    await expect(window.fetch("/api/live", { method: "HEAD" })).rejects.toThrow("Failed");
    held.release();
    expect(asked).toEqual(["/campaigns", "/api/live"]);
    held.end();
  });

  it.each([
    ["what stands between answers for it", new Response("Bad gateway", { status: 502 }), LostAnswer],
    [
      "the server knows no such act",
      new Response("", { status: 404, headers: { "x-nextjs-action-not-found": "1" } }),
      UnknownAct,
    ],
  ])("that change something fail with what is known: %s", async (_, answer, kind) => {
    vi.stubGlobal("window", { fetch: async () => answer });
    const held = holdRequests();
    await expect(window.fetch("/", { method: "POST", headers: { "next-action": "a" } })).rejects.toBeInstanceOf(kind);
    held.end();
  });

  it("that change something carry the id by which is asked for them, and come through whole", async () => {
    let sent: Headers | undefined;
    const answer = new Response("done", { headers: { "content-type": "text/x-component" } });
    vi.stubGlobal("window", {
      fetch: async (_: string, init: RequestInit) => {
        sent = new Headers(init.headers);
        return answer;
      },
    });
    const held = holdRequests();
    const got = await window.fetch("/", { method: "POST", headers: { "next-action": "a" } });
    expect([await got.text(), sent?.get("next-action")]).toEqual(["done", "a"]);
    expect(sent?.get("x-countersign-act")).toMatch(/^[0-9a-f-]{36}$/);
    held.end();
  });

  it("that were given up are not held", async () => {
    const held = holdRequests();
    const signal = AbortSignal.abort();
    await expect(window.fetch("/campaigns", { ...router, signal })).rejects.toThrow("Failed");
    held.end();
  });

  it("reach the browser as before once it ends", () => {
    const plain = window.fetch;
    holdRequests().end();
    expect(window.fetch).toBe(plain);
  });
});
