import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Mailbox, openMailbox, until, wait } from "./testing/mailbox";
import { type Program, quick, startProgram } from "./testing/start-program";

let program: Program;
let anna: Mailbox;
beforeAll(async () => {
  program = await startProgram();
  anna = await openMailbox(program, "anna@contoso.com");
});
afterAll(() => program?.stop());
beforeEach(async () => {
  await program.admin("POST", "reset");
  await program.admin("POST", "settings", quick);
});

type Delivered = { id: string; source: string };
const delivered = () => program.admin("GET", "mail") as Promise<Delivered[]>;
const settled = quick.moveDelayMs + quick.deliveryDelayMs + 400;
const fault = (given: object) => program.admin("POST", "faults", { match: { path: "/send$" }, ...given });

it.each([
  ["status-before", { status: 503, retryAfter: "1" }, 503, 0],
  ["status-after", { status: 504 }, 504, 1],
  ["drop-before", {}, -1, 0],
  ["drop-after", {}, -1, 1],
  ["202-retry-after", { retryAfter: "7" }, 202, 1],
  ["delay", { ms: 120 }, 202, 1],
] as const)("%s does the work or not, and once", async (kind, more, status, mails) => {
  await fault({ kind, ...more });
  const draft = await anna.draft("zoe@outside.example");
  const answer = await anna.send(draft.id).catch(() => ({ status: -1, headers: new Headers() }));
  expect(answer.status).toBe(status);
  if ("retryAfter" in more) expect(answer.headers.get("retry-after")).toBe(more.retryAfter);
  await wait(settled);
  expect(await delivered()).toHaveLength(mails);
  expect(await program.admin("GET", "faults")).toMatchObject([{ struck: 1, times: 0 }]);
  const calls = (await program.admin("GET", "calls")) as { status: number }[];
  expect(calls.at(-1)?.status).toBe(status);
});

it("strikes the same calls in every run that has the same seed", async () => {
  const pattern = async () => {
    await program.admin("DELETE", "faults");
    await program.admin("POST", "faults", { kind: "status-before", path: "^/me$", probability: 0.5, times: null, seed: 7 });
    const statuses: number[] = [];
    for (let n = 0; n < 12; n++) statuses.push((await anna.call("GET", "/me")).status);
    return statuses;
  };
  const first = await pattern();
  expect(new Set(first)).toEqual(new Set([200, 503]));
  expect(await pattern()).toEqual(first);
});

it("writes Retry-After in seconds or as a date, and the code a fault names", async () => {
  const wait = async () => {
    await fault({ kind: "status-before", status: 429, code: "ErrorServerBusy", message: "Busy.", retryAfter: "120" });
    const answer = await anna.send("none");
    expect(answer.body.error).toMatchObject({ code: "ErrorServerBusy", message: "Busy." });
    return answer.headers.get("retry-after") ?? "";
  };
  expect(await wait()).toBe("120");
  await program.admin("POST", "settings", { retryAfterAs: "date" });
  const date = await wait();
  expect(date).toMatch(/GMT$/);
  expect(Math.abs(Date.parse(date) - Date.now() - 120_000)).toBeLessThan(10_000);
});

it("holds a call before or after the work until it is released", async () => {
  for (const [point, mails] of [
    ["before", 0],
    ["after", 1],
  ] as const) {
    const { id } = (await program.admin("POST", "hold", { point, match: { path: "/send$" } })) as { id: number };
    const draft = await anna.draft(`${point}@outside.example`);
    const sending = anna.send(draft.id);
    const [hold] = (await program.admin("GET", "holds?wait=2000")) as { waiting: string[] }[];
    expect(hold?.waiting).toHaveLength(1);
    await wait(settled);
    const there = (await delivered()).filter((one) => one.source === draft.id);
    expect(there).toHaveLength(mails);
    await program.admin("DELETE", `holds?id=${id}`);
    expect((await sending).status).toBe(202);
  }
});

it("lives on when the one who asked dies in the middle", async () => {
  await program.admin("POST", "holds", { point: "after", path: "/send$" });
  const draft = await anna.draft("zoe@outside.example");
  const { port } = new URL(program.url);
  const { connect } = await import("node:net");
  const half = connect(Number(port), "127.0.0.1");
  half.write("POST /v1.0/me/messages HTTP/1.1\r\nhost: x\r\ncontent-length: 500\r\n\r\n{");
  await wait(50);
  half.destroy();
  void anna.send(draft.id).catch(() => {});
  await program.admin("GET", "holds?wait=2000");
  await program.admin("DELETE", "holds");
  expect((await fetch(`${program.url}/v1.0/%E0%A4%A`)).status).toBe(400);
  expect((await anna.call("GET", "/me")).status).toBe(200);
});

it("follows an inbox by delta, through a crash, and forgets old tokens", async () => {
  const mail = async (count: number) => {
    await anna.send((await anna.draft("zoe@outside.example")).id);
    const mails = await until(async () => ((await delivered()).length >= count ? delivered() : null));
    await program.admin("POST", "reply", { id: mails.at(-1)?.id, text: `Answer ${count}` });
  };
  const ids: string[] = [];
  const round = async (path: string) => {
    let link = path;
    for (;;) {
      const { status, body } = await anna.call("GET", link, undefined, { prefer: 'IdType="ImmutableId", odata.maxpagesize=2' });
      if (status !== 200) return { status, code: body.error.code as string, link: "" };
      ids.push(...body.value.map((one: { id: string }) => one.id));
      expect(body["@odata.nextLink"] ?? body["@odata.deltaLink"]).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\//);
      const next = body["@odata.nextLink"] ?? body["@odata.deltaLink"];
      link = next.slice("https://graph.microsoft.com/v1.0".length);
      if (body["@odata.deltaLink"]) return { status, code: "", link };
    }
  };
  const since = "$filter=receivedDateTime ge 2020-01-01T00:00:00Z&$select=subject";
  for (const count of [1, 2, 3]) await mail(count);
  const first = await round(`/me/mailFolders('inbox')/messages/delta?${since}`);
  expect(new Set(ids).size).toBe(3);
  ids.length = 0;
  await mail(4);
  await program.restart();
  const second = await round(first.link);
  expect(ids).toHaveLength(1);
  ids.length = 0;
  await anna.call("DELETE", `/me/messages/${(await anna.call("GET", "/me/mailFolders/inbox/messages")).body.value[0].id}`);
  const third = await round(second.link);
  expect(ids).toHaveLength(1);
  const fourth = await round(third.link);
  await round(fourth.link);
  expect(await round(first.link)).toMatchObject({ status: 410, code: "SyncStateNotFound" });
  const ben = await openMailbox(program, "ben@contoso.com");
  expect((await ben.call("GET", fourth.link)).status).toBe(410);
});

it("loses no change that commits late", async () => {
  const drafts = await Promise.all(["a", "b", "c", "d"].map((name) => anna.draft(`${name}@outside.example`)));
  let link = "/me/mailFolders/drafts/messages/delta?$select=subject";
  const seen = new Set<string>();
  const read = async () => {
    for (;;) {
      const { body } = await anna.call("GET", link, undefined, { prefer: 'IdType="ImmutableId", odata.maxpagesize=50' });
      for (const one of body.value) seen.add(one.id);
      link = (body["@odata.nextLink"] ?? body["@odata.deltaLink"]).slice("https://graph.microsoft.com/v1.0".length);
      if (body["@odata.deltaLink"]) return;
    }
  };
  for (let turn = 0; turn < 8; turn++) {
    const [more] = await Promise.all([Promise.all([anna.draft("x@outside.example"), anna.draft("y@outside.example")]), read()]);
    drafts.push(...more);
  }
  await read();
  expect(drafts.every((draft) => seen.has(draft.id))).toBe(true);
});
