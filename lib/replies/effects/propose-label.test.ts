import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { seedReadyMail } from "../../sending/testing/seed-ready-mail";
import { recordMessage } from "../record-message";
import { asking, findingOf, human, type Mailed, seedMailed } from "../testing/seed-mailed";
import { decideWish } from "./decide-wish";
import { proposeLabel } from "./propose-label";

let db: TestDatabase;
let server: Server;
let mail: Mailed;
let answer: { wish: string; sentence: string } | null;
let asked: string[] = [];
const sentAt = new Date("2026-11-23T15:00:00Z");
const now = new Date("2026-11-24T15:00:00Z");
const words = "Thanks. Please write to Vera in purchasing. Regards";

beforeAll(async () => {
  db = await testDatabase();
  server = createServer(async (request, response) => {
    asked.push(await text(request));
    response.writeHead(answer ? 200 : 401, { "content-type": "application/json" });
    const message = { role: "assistant", content: JSON.stringify(answer) };
    const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
    const choices = [{ index: 0, finish_reason: "stop", message }];
    response.end(JSON.stringify({ id: "c", object: "chat.completion", created: 1, model: "m", choices, usage }));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  await db.close();
});
beforeEach(async () => {
  withModel();
  asked = [];
  mail = await seedMailed(db.admin, await seedReadyMail(db.admin, sentAt), sentAt);
});

const withModel = () =>
  stubSettings({ OPENAI_API_KEY: "key-1", OPENAI_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1` });
const text = async (request: IncomingMessage) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
};
const record = (what = human) => recordMessage(mail.scope.teamId, findingOf(mail, what, now, { snippet: words }), now);
const message = async () =>
  (await db.admin`select id, wish, wish_by, wish_sentence from mailbox_messages where team_id = ${mail.scope.teamId}`)[0];
const thread = async () =>
  (await db.admin`select label, label_by, labelled_by from reply_threads where team_id = ${mail.scope.teamId}`)[0];
const told = () =>
  db.admin`select data->>'messageId' as id from outbox where team_id = ${mail.scope.teamId} and name = 'mailbox/answered'`;

describe("a model that is configured", () => {
  test("proposes what the words did not say, and nothing else happens", async () => {
    await record();
    const id = String((await message())?.id);
    expect(await told()).toEqual([{ id }]);
    answer = { wish: "remove", sentence: "Please write to Vera in purchasing." };
    await proposeLabel(mail.scope, id);
    expect(await message()).toMatchObject({ wish: "remove", wish_by: "model", wish_sentence: answer.sentence });
    expect(await db.admin`select 1 from suppressions where team_id = ${mail.scope.teamId}`).toEqual([]);
    const [contact] = await db.admin`select ended_reason from campaign_contacts where id = ${mail.campaignContactId}`;
    expect(contact).toEqual({ ended_reason: "replied" });
  });

  test.each([
    ["none", { wish: "none", sentence: "" }],
    ["one whose sentence does not stand there", { wish: "remove", sentence: "Stop writing to me." }],
    ["one without its sentence", { wish: "remove", sentence: "" }],
  ])("that finds %s proposes nothing", async (_, found) => {
    await record();
    answer = found;
    await proposeLabel(mail.scope, String((await message())?.id));
    expect(await message()).toMatchObject({ wish: null, wish_by: null });
  });

  test.each(["interested", "not interested", "later", "wrong person"])("labels the thread as %s, as a proposal", async (wish) => {
    await record();
    answer = { wish, sentence: "Please write to Vera in purchasing." };
    await proposeLabel(mail.scope, String((await message())?.id));
    expect(await thread()).toMatchObject({ label: wish, label_by: "model", labelled_by: null });
    const asks = wish === "later" || wish === "wrong person";
    expect(await message()).toMatchObject({ wish: asks ? wish : null, wish_by: asks ? "model" : null });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain(words);
  });

  test("labels no thread that somebody labelled, nor one whose label was taken away since", async () => {
    await record();
    const id = String((await message())?.id);
    answer = { wish: "interested", sentence: "Thanks." };
    await db.admin`update reply_threads set label = 'later', label_by = 'person' where team_id = ${mail.scope.teamId}`;
    await proposeLabel(mail.scope, id);
    expect(await thread()).toMatchObject({ label: "later", label_by: "person" });
    await db.admin`update reply_threads set label = null, label_by = null, labelled_at = now() + interval '1 day' where team_id = ${mail.scope.teamId}`;
    await proposeLabel(mail.scope, id);
    expect(await thread()).toMatchObject({ label: null, label_by: null });
  });

  test("is not asked where the words said it, nor after a person did", async () => {
    await record(asking("later"));
    expect(await told()).toEqual([]);
    const id = String((await message())?.id);
    await decideWish(mail.scope, id, null, now);
    await proposeLabel(mail.scope, id);
    expect(asked).toEqual([]);
    expect(await message()).toMatchObject({ wish: null, wish_by: "person" });
  });

  test("that refuses leaves the answer as it is", async () => {
    await record();
    answer = null;
    await proposeLabel(mail.scope, String((await message())?.id));
    expect(await message()).toMatchObject({ wish: null, wish_by: null });
  });
});
