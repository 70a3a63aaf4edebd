import { NextRequest } from "next/server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "@/lib/env/testing/stub-settings";
import { clientHeader, clientWord } from "@/lib/knocks/client-header";
import { limits } from "@/lib/knocks/limits";
import { GET, POST } from "./route";

const went = vi.fn(async () => new Response("on"));
vi.mock("next-auth", () => ({ default: () => went() }));

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());

const knocks = (client: string, step: "signin" | "callback" | "csrf") => {
  const headers = { [clientHeader]: `${clientWord()} ${client}` };
  const method = step === "signin" ? "POST" : "GET";
  const request = new NextRequest(`http://localhost:3000/api/auth/${step}/azure-ad`, { method, headers });
  return (method === "POST" ? POST : GET)(request, { params: Promise.resolve({ nextauth: [step, "azure-ad"] }) });
};

test("signing in is slowed down by address: leaving and coming back, and nobody else", async () => {
  const client = crypto.randomUUID();
  const all = Array.from({ length: limits["sign-in"].most }, (_, n) => knocks(client, n % 2 ? "signin" : "callback"));
  expect((await Promise.all(all)).map(({ status }) => status)).not.toContain(429);
  const before = went.mock.calls.length;

  const leaving = await knocks(client, "signin");
  expect([leaving.status, await leaving.json()]).toEqual([429, { url: "http://localhost:3000/sign-in?notice=limited" }]);
  const back = await knocks(client, "callback");
  expect([back.status, back.headers.get("content-type")]).toEqual([429, "text/html; charset=utf-8"]);
  expect(Number(back.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await back.text()).toMatch(/Too many sign-ins at once[\s\S]*Try again in \d+ min; nothing was changed/);
  expect(went.mock.calls.length).toBe(before);

  expect((await knocks(client, "csrf")).status).toBe(200);
  expect((await knocks(crypto.randomUUID(), "signin")).status).toBe(200);
});
