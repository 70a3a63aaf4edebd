import { NextRequest } from "next/server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "@/lib/env/testing/stub-settings";
import { clientHeader, clientWord } from "@/lib/knocks/client-header";
import { limits } from "@/lib/knocks/limits";
import { seedReadyMail } from "@/lib/sending/testing/seed-ready-mail";
import { proxy } from "@/proxy";
import { POST } from "../stop/route";
import { GET } from "./route";

let db: TestDatabase;
let headers: Record<string, string>;
beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(() => {
  headers = { [clientHeader]: `${clientWord()} ${crypto.randomUUID()}`, "accept-language": "de" };
});

const madeUp = () => crypto.randomUUID().replaceAll("-", "").repeat(2);
const post = (token: string, body: URLSearchParams | null = null) =>
  POST(new Request(`http://localhost:3000/u/${token}`, { method: "POST", headers, body }), {
    params: Promise.resolve({ token }),
  });
const open = async (token: string) => {
  const answer = await proxy(new NextRequest(`http://localhost:3000/u/${token}`, { headers }));
  const to = answer.headers.get("x-middleware-rewrite");
  if (!to) return null;
  const wait = answer.headers.get("x-middleware-request-x-countersign-wait") ?? "";
  return { to, answer: GET(new Request(to, { headers: { ...headers, "x-countersign-wait": wait } })) };
};

test("who opens too many links of nobody reads when to try again, in their language, and a real link opens all the same", async () => {
  for (let n = 0; n < limits["unknown link"].most; n++) expect(await open(madeUp())).toBeNull();
  const slowed = await open(madeUp());
  expect(slowed?.to).toMatch(/\/u\/[0-9a-f]{64}\/wait$/);
  expect(slowed?.answer.status).toBe(429);
  expect(Number(slowed?.answer.headers.get("retry-after"))).toBeGreaterThan(50);
  const page = await slowed?.answer.text();
  expect(page).toMatch(/<html lang="de">[\s\S]*Das waren zu viele Versuche[\s\S]*in \d+ s noch einmal/);
  expect(page).not.toMatch(/<script/i);
  expect(await open((await seedReadyMail(db.admin, new Date())).unsubscribeToken)).toBeNull();
});

test("so does a program that posts, and whoever has a link is unsubscribed at once", async () => {
  for (let n = 0; n < limits["unknown link"].most; n++) expect((await post(madeUp())).status).toBe(404);
  const slowed = await post(madeUp());
  expect([slowed.status, slowed.headers.get("content-language")]).toEqual([429, "en"]);
  expect(await slowed.text()).toMatch(/^This link is not known\. Try again in \d+ s; nothing was changed\.\n$/);
  const form = await post(madeUp(), new URLSearchParams({ from: "page" }));
  expect([form.status, form.headers.get("content-type")]).toEqual([429, "text/html; charset=utf-8"]);
  const mail = await seedReadyMail(db.admin, new Date());
  expect((await post(mail.unsubscribeToken)).status).toBe(200);
  const [kept] = await db.admin`select count(*)::int as n from suppressions where team_id = ${mail.scope.teamId}`;
  expect(kept?.n).toBe(1);
});

test("what it is asked to say is said as text, and no longer than a minute", async () => {
  const given = { ...headers, "x-countersign-wait": "<script>", "accept-language": "<script>" };
  const answer = GET(new Request("http://localhost:3000/u/x/wait", { headers: given }));
  expect([answer.headers.get("retry-after"), await answer.text()]).toEqual(["60", expect.not.stringContaining("<script")]);
});
