import { AsyncLocalStorage } from "node:async_hooks";
import { expect, it } from "vitest";
import { saveTogether } from "./save-together";

type Sent = { url: string; init: RequestInit | undefined; answer: (response: Response) => void; fail: (error: Error) => void };

/** A server that answers when the test says so. */
function makeServer() {
  const sent: Sent[] = [];
  const bell: (() => void)[] = [];
  const send: typeof fetch = (url, init) =>
    new Promise((answer, fail) => {
      sent.push({ url: String(url), init, answer, fail });
      bell.shift()?.();
    });
  const next = async () => {
    if (sent.length === 0) await new Promise<void>((ring) => bell.push(ring));
    const one = sent.shift();
    if (!one) throw new Error("Nothing was sent.");
    return one;
  };
  return { send, next };
}

const save = (post: typeof fetch, run: string) =>
  post(`http://executor/v1/checkpoint/${run}/async`, {
    method: "POST",
    headers: { authorization: "Bearer key" },
    body: JSON.stringify({ run_id: run }),
  });

it("sends what runs save while a request is under way in the next one, and gives each its own answer", async () => {
  const { send, next } = makeServer();
  const post = saveTogether(send);
  const first = save(post, "a");
  const alone = await next();
  expect(alone.url).toBe("http://executor/v1/checkpoints");
  expect(alone.init).toMatchObject({ method: "POST", headers: { authorization: "Bearer key" }, body: '[{"run_id":"a"}]' });
  const [second, third] = [save(post, "b"), save(post, "c")];
  alone.answer(Response.json([204]));
  expect((await first).status).toBe(204);
  const both = await next();
  expect(both.init?.body).toBe('[{"run_id":"b"},{"run_id":"c"}]');
  both.answer(Response.json([409, 204]));
  expect([(await second).status, (await third).status]).toEqual([409, 204]);
});

it("tells each run of a refusal, of an answer that is too short, and of a lost connection", async () => {
  const { send, next } = makeServer();
  const post = saveTogether(send);
  const refused = save(post, "a");
  (await next()).answer(new Response("", { status: 401 }));
  expect((await refused).status).toBe(401);
  const forgotten = save(post, "b");
  (await next()).answer(Response.json([]));
  expect((await forgotten).status).toBe(502);
  const lost = save(post, "c");
  (await next()).fail(new Error("reset"));
  await expect(lost).rejects.toThrow("reset");
  const after = save(post, "d");
  (await next()).answer(Response.json([204]));
  expect((await after).status).toBe(204);
});

it("fetches everything else as it is", async () => {
  const { send, next } = makeServer();
  const events = saveTogether(send)("http://executor/e/key", { method: "POST", body: "[]" });
  const one = await next();
  expect([one.url, one.init?.body]).toEqual(["http://executor/e/key", "[]"]);
  one.answer(Response.json({ status: 200 }));
  expect((await events).status).toBe(200);
});

it("leaves the call that it was asked in", async () => {
  const { send, next } = makeServer();
  const call = new AsyncLocalStorage<string>();
  let found: string | undefined = "not asked";
  const post = saveTogether((url, init) => {
    found = call.getStore();
    return send(url, init);
  });
  const saved = call.run("a call", () => save(post, "a"));
  (await next()).answer(Response.json([204]));
  await saved;
  expect(found).toBeUndefined();
});
