import { afterAll, beforeAll, expect, it } from "vitest";
import { type Mailbox, openMailbox, sendKey, until, wait } from "../testing/mailbox";
import { type Program, quick, startProgram } from "../testing/start-program";

let program: Program;
let anna: Mailbox;
beforeAll(async () => {
  program = await startProgram({ STAND_IN_SENT_ID: "changes" });
  await program.admin("POST", "reset");
  anna = await openMailbox(program, "anna@contoso.com");
});
afterAll(() => program?.stop());

const settings = () => program.admin("GET", "settings") as Promise<{ sentId: string }>;
const { sentId: _, ...times } = quick;

it("gives a sent mail another id where the process was started so; it is found by Message-ID and by key", async () => {
  expect((await settings()).sentId).toBe("changes");
  await program.admin("POST", "settings", times);
  const draft = await anna.draft("zoe@outside.example", { singleValueExtendedProperties: [{ id: sendKey, value: "k1" }] });
  await anna.send(draft.id);
  await anna.arrived("zoe@outside.example");
  await wait(quick.movedGoneMs + quick.lookupLagMs);
  const old = await anna.call("GET", `/me/messages/${draft.id}`);
  expect([old.status, old.body.error.code]).toEqual([404, "ErrorItemNotFound"]);
  expect((await anna.call("POST", `/me/messages/${draft.id}/createReply`)).status).toBe(404);
  expect((await anna.send(draft.id)).status).toBe(404);
  const [byId] = await anna.find(`internetMessageId eq '${draft.internetMessageId}'`);
  const [byKey] = await anna.find(`singleValueExtendedProperties/Any(ep: ep/id eq '${sendKey}' and ep/value eq 'k1')`);
  expect(byId).toMatchObject({ id: byKey.id, isDraft: false, conversationId: draft.conversationId });
  expect(byId.id).not.toBe(draft.id);
  const reply = await anna.call("POST", `/me/messages/${byId.id}/createReply`);
  expect(reply.body).toMatchObject({ conversationId: draft.conversationId, subject: "RE: Invoices" });
});

it("tells delta of both ids, and look-ups know the old one for a while", async () => {
  // The item moves before a look-up knows it at all, so that the first thing a look-up shows is out of date.
  await program.admin("POST", "settings", { ...times, moveDelayMs: 2000, lookupLagMs: 2500 });
  const draft = await anna.draft("yan@outside.example");
  await anna.send(draft.id);
  const first = await until(async () => (await anna.find(`internetMessageId eq '${draft.internetMessageId}'`))[0]);
  expect(first).toMatchObject({ id: draft.id, isDraft: true });
  expect((await anna.call("GET", `/me/messages/${draft.id}`)).status).toBe(404);
  const sent = (await anna.call("GET", "/me/mailFolders/sentitems/messages/delta?$select=internetMessageId")).body.value;
  const copy = sent.find((one: { internetMessageId: string }) => one.internetMessageId === draft.internetMessageId);
  expect(copy.id).not.toBe(draft.id);
  await until(async () => (await anna.find(`internetMessageId eq '${draft.internetMessageId}'`))[0]?.id === copy.id);
});

it("delivers twice what is sent twice before the move, under either id", async () => {
  await program.admin("POST", "settings", times);
  const draft = await anna.draft("xan@outside.example");
  await anna.send(draft.id);
  expect((await anna.send(draft.id)).status).toBe(202);
  await anna.arrived("xan@outside.example", 2);
});

it("keeps the id where it is switched to stay, and knows no third way", async () => {
  await program.admin("POST", "settings", { ...times, sentId: "stays" });
  const draft = await anna.draft("wim@outside.example");
  await anna.send(draft.id);
  await anna.arrived("wim@outside.example");
  await wait(quick.movedGoneMs);
  expect((await anna.call("GET", `/me/messages/${draft.id}`)).body).toMatchObject({ id: draft.id, isDraft: false });
  expect(await program.admin("POST", "settings", { sentId: "perhaps" })).toHaveProperty("error");
  expect((await settings()).sentId).toBe("stays");
});
