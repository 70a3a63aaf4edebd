import { readdirSync, readFileSync } from "node:fs";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "@/lib/env/testing/stub-settings";
import { log } from "@/lib/log/log";
import { type ReadyMail, seedReadyMail } from "@/lib/sending/testing/seed-ready-mail";
import { proxy } from "@/proxy";
import page from "../page";
import * as waiting from "../wait/route";
import * as route from "./route";

vi.mock("next/headers", () => ({ headers: async () => new Headers({ "accept-language": "de" }) }));

let db: TestDatabase;
let mail: ReadyMail;
let token: string;

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedReadyMail(db.admin, new Date());
  token = mail.unsubscribeToken;
});

const post = (body: BodyInit | null, to = token, type?: string) => {
  const headers = type ? { "content-type": type } : undefined;
  const request = new Request(`http://localhost:3000/u/${to}`, { method: "POST", body, ...(headers ? { headers } : {}) });
  return route.POST(request, { params: Promise.resolve({ token: to }) });
};
/** It says how long it is; not a byte of it may be asked for. */
const postEndless = () => {
  const body = new ReadableStream({ pull: () => Promise.reject(new Error("It was read.")) }, { highWaterMark: 0 });
  const request = new Request(`http://localhost:3000/u/${token}`, {
    ...{ method: "POST", body, duplex: "half" },
    headers: { "content-length": "1000000000", "content-type": "multipart/form-data; boundary=x" },
  });
  return route.POST(request, { params: Promise.resolve({ token }) });
};
const form = (name: string, value: string) => {
  const data = new FormData();
  data.set(name, value);
  return data;
};
const suppressed = async () =>
  Number((await db.admin`select count(*)::int as n from suppressions where team_id = ${mail.scope.teamId}`)[0]?.n);

describe("one click of a mail program", () => {
  const clicks: [string, () => Promise<Response>][] = [
    ["urlencoded", () => post(new URLSearchParams({ "List-Unsubscribe": "One-Click" }))],
    ["multipart", () => post(form("List-Unsubscribe", "One-Click"))],
    ["without a body", () => post(null)],
    ["with an endless body, which is not read", () => postEndless()],
    ["with a body of no known kind", () => post("{", token, "application/json")],
  ];
  test.each(clicks)("%s unsubscribes without a redirect, and again does no harm", async (_name, click) => {
    for (const answer of [await click(), await click()]) {
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-language")).toBe("en");
      expect(await answer.text()).toBe("You will not hear from Contoso again.\n");
    }
    expect(await suppressed()).toBe(1);
  });

  test("on an unknown link is told so", async () => {
    const answer = await post(new URLSearchParams({ "List-Unsubscribe": "One-Click" }), "0".repeat(64));
    expect([answer.status, await answer.text()]).toEqual([404, "This link is not known. Nothing was changed.\n"]);
  });
});

test("the form of the page leads back to the page", async () => {
  const answer = await post(form("from", "page"));
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `/u/${token}`]);
  expect(await suppressed()).toBe(1);
});

test("the link of a mail by hand works alike: no look acts, one click does, and what is planned ends", async () => {
  mail = await seedReadyMail(db.admin, new Date(Date.now() + 60_000), { kind: "single" });
  token = mail.unsubscribeToken;
  const stands = async () =>
    (await db.admin`select coalesce(ended_reason, 'open') as stands from single_mails where draft_id = ${mail.draftId}`)[0]
      ?.stands;
  for (let n = 0; n < 20; n += 1)
    expect(await page({ params: Promise.resolve({ token }), searchParams: Promise.resolve({}) })).toBeTruthy();
  expect([await suppressed(), await stands()]).toEqual([0, "open"]);
  expect((await post(new URLSearchParams({ "List-Unsubscribe": "One-Click" }))).status).toBe(200);
  expect((await post(form("from", "page"))).headers.get("location")).toBe(`/u/${token}`);
  expect([await suppressed(), await stands()]).toEqual([1, "suppressed"]);
});

test("what could not be kept is said, to a person and to a program", async () => {
  const logged = vi.spyOn(log, "error").mockImplementation(() => {});
  await db.admin`alter table suppressions rename to suppressions_away`;
  try {
    expect((await post(form("from", "page"))).headers.get("location")).toBe(`/u/${token}?failed=1`);
    expect((await post(null)).status).toBe(503);
    expect(logged).toHaveBeenCalledTimes(2);
    expect(JSON.stringify(logged.mock.calls)).not.toContain(token);
  } finally {
    logged.mockRestore();
    await db.admin`alter table suppressions_away rename to suppressions`;
  }
});

test("nothing but a POST acts, and the page has no action of its own", async () => {
  expect(Object.keys(route)).toEqual(["POST"]);
  const files = readdirSync(new URL("../..", import.meta.url), { recursive: true, encoding: "utf8" });
  expect(files.filter((file) => /(^|\/)route\.tsx?$/.test(file)).sort()).toEqual([
    "[token]/stop/route.ts",
    "[token]/wait/route.ts",
  ]);
  expect(Object.keys(waiting)).toEqual(["GET"]);
  for (const file of files.filter((name) => /\.tsx?$/.test(name) && !name.includes(".test.")))
    expect(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8")).not.toMatch(/["']use (server|client)["']/);
});

test("a hundred looks of a link scanner change nothing, whatever stands behind the link", async () => {
  const tables = ["suppressions", "campaign_contacts", "scheduled_emails", "outbox", "activities"];
  const state = async () =>
    Promise.all(
      tables.map(async (table) => [...(await db.admin`select md5(t::text) as row from ${db.admin(table)} t order by 1`)]),
    );
  const before = await state();
  const queries = ["", "?List-Unsubscribe=One-Click", "?from=page", "?failed=1", "?_method=POST"];
  for (let n = 0; n < 100; n += 1) {
    const searchParams = Promise.resolve(Object.fromEntries(new URLSearchParams(queries[n % queries.length])));
    expect(await page({ params: Promise.resolve({ token }), searchParams })).toBeTruthy();
  }
  expect(await state()).toEqual(before);
});

test("a link works after its contact was archived, and says that it is unknown after it was deleted", async () => {
  await db.admin`update contacts set archived_at = now() where id = ${mail.contactId}`;
  expect((await post(null)).status).toBe(200);
  const gone = await seedReadyMail(db.admin, new Date());
  await db.admin.unsafe(`set session_replication_role = replica; delete from campaign_contacts where id = '${gone.campaignContactId}';
    delete from contacts where id = '${gone.contactId}'; set session_replication_role = origin`);
  expect((await post(null, gone.unsubscribeToken)).status).toBe(404);
  expect((await post(form("from", "page"), gone.unsubscribeToken)).headers.get("location")).toBe("/u/unknown");
});

describe("the address in the mail", () => {
  const rewritten = async (method: string, path: string) =>
    (await proxy(new NextRequest(`http://localhost:3000${path}`, { method }))).headers.get("x-middleware-rewrite");
  test("takes the click itself", async () => {
    expect(await rewritten("POST", `/u/${token}`)).toBe(`http://localhost:3000/u/${token}/stop`);
    expect(await rewritten("POST", `/u/${token}/`)).toBe(`http://localhost:3000/u/${token}/stop`);
  });
  test.each(["GET", "HEAD", "PUT"])("shows the page for a %s", async (method) => {
    expect(await rewritten(method, `/u/${token}`)).toBeNull();
  });
  test("is the only one that is led elsewhere", async () => {
    expect(await rewritten("POST", "/campaigns")).toBeNull();
    expect(await rewritten("POST", "/u/a/b")).toBeNull();
  });
});
