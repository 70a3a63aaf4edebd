import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stubSettings } from "../../env/testing/stub-settings";
import { readSamples, type Sample } from "../samples/read-samples";
import { readClient, writeClient } from "./clients";
import { findByMessageId } from "./find-message";
import { answerOf } from "./graph-answer";
import { type Verdict, verdictOf } from "./graph-codes";
import { sendMessage } from "./send-message";

type GraphError = Sample<"graph-errors">;
const samples = readSamples("graph-errors");
const mailbox = { token: async () => "t" };

let answer: GraphError["answer"] = { status: 200, headers: {}, body: {} };
const server = createServer((_, response) => {
  const { status, headers, body } = answer;
  const text = body === null ? "" : typeof body === "string" ? body : JSON.stringify(body);
  response.writeHead(status, headers).end(text);
});
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  stubSettings({ MICROSOFT_STANDIN_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** The call of a sample, through the client that makes it, but asked once. */
async function ask({ request }: GraphError) {
  const [method = "GET", path = ""] = request.split(" ");
  if (path.endsWith("/send")) return sendMessage(mailbox, "AAk");
  if (answer.status === 200) return answerOf(await thrown(findByMessageId(mailbox, "<x@x.example>")));
  const call = writeClient(mailbox).api(path.replace("{id}", "AAk"));
  return answerOf(await thrown(method === "GET" ? call.get() : method === "PATCH" ? call.patch({}) : call.post({})));
}
const thrown = (call: Promise<unknown>) =>
  call.then(
    () => new Error("Nothing was thrown."),
    (error: unknown) => error,
  );

const meanings: Record<GraphError["expected"]["meaning"], Verdict> = {
  gone: "missing",
  retry: "later",
  throttled: "throttled",
  // Whether a fresh token helps is found out with a fresh token.
  fresh_token: "signed out",
  signed_out: "signed out",
  mailbox_missing: "no licence",
  sending_blocked: "limited",
  unreadable: "unreadable",
  refused: "refused",
  conflict: "conflict",
  access_denied: "denied",
  resync: "resync",
};
/** Where the product tells more apart than the meaning does: these alone are about one mail, and this one about room. */
const finer: Record<string, Verdict> = {
  "invalid-recipients": "unsendable",
  "message-size": "unsendable",
  "entity-too-large-json": "unsendable",
  "entity-too-large-html": "unsendable",
  "mailbox-full-on-read": "full",
};

describe("an answer of Graph is understood by its code", () => {
  test.each(samples.map((sample) => [sample.id, sample] as const))("%s", async (id, sample) => {
    answer = sample.answer;
    const { verdict, code, retryAfterSeconds } = await ask(sample);
    expect(verdict).toBe(finer[id] ?? meanings[sample.expected.meaning]);
    expect(retryAfterSeconds).toBe(sample.expected.retryAfterSeconds);
    const known = (sample.answer.body as { error?: { code?: string } } | null)?.error?.code;
    if (known) expect(code).toBe(known);
  });
});

test("a code that no list names is judged by its status, and is never laid to one mail's charge", () => {
  for (const status of [400, 403, 405]) expect(verdictOf(status, "ErrorNobodyKnows")).toBe("refused");
  expect(verdictOf(500, "ErrorNobodyKnows")).toBe("later");
  expect(verdictOf(404, "ErrorNobodyKnows")).toBe("missing");
});

test("an answer that was cut in the middle is told by its status", async () => {
  answer = { status: 403, headers: { "content-type": "application/json" }, body: '{"error":{"co' };
  expect(await sendMessage(mailbox, "AAk")).toMatchObject({ verdict: "refused", status: 403, code: "" });
  answer = { ...answer, status: 200 };
  expect(answerOf(await thrown(readClient(mailbox).api("/me").get())).verdict).toBe("later");
});

test("what is denied to a call that only reads is another thing than what is denied to one that writes", async () => {
  const body = { error: { code: "ErrorAccessDenied", message: "Access is denied. Check credentials and try again." } };
  answer = { status: 403, headers: { "content-type": "application/json" }, body };
  const denied = { status: 403, code: "ErrorAccessDenied" };
  expect(answerOf(await thrown(readClient(mailbox).api("/me/messages").get()))).toMatchObject({ ...denied, verdict: "unread" });
  expect(answerOf(await thrown(writeClient(mailbox).api("/me/messages").post({})))).toMatchObject({
    ...denied,
    verdict: "denied",
  });
});
