import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Mailbox, openMailbox, until } from "../testing/mailbox";
import { type Program, quick, startProgram } from "../testing/start-program";

/** createReply on what somebody else wrote; on one's own mail it is in mail.test.ts. */
let program: Program;
let anna: Mailbox;
const lena = { emailAddress: { address: "lena@outside.example", name: "Lena" } };
const desk = { emailAddress: { address: "desk@outside.example", name: "Desk" } };

beforeAll(async () => {
  program = await startProgram();
  anna = await openMailbox(program, "anna@contoso.com");
});
afterAll(() => program?.stop());
beforeEach(async () => {
  await program.admin("POST", "reset");
  await program.admin("POST", "settings", { ...quick, lookupLagMs: 0, movedGoneMs: 0 });
});

const received = async (more: object = {}) => {
  const given = {
    mailbox: "anna@contoso.com",
    from: lena,
    subject: "AW: Hello",
    isRead: false,
    internetMessageId: "<l1@outside.example>",
    ...more,
  };
  const { id } = (await program.admin("POST", "messages", given)) as { id: string };
  return (await anna.call("GET", `/me/messages/${id}`)).body;
};
const reply = (id: string) => anna.call("POST", `/me/messages/${id}/createReply`);

it("makes a draft to who wrote, in the conversation, with a prefix of its own, and takes the message for read", async () => {
  const message = await received();
  const made = await reply(message.id);
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    ...{ isDraft: true, subject: "RE: Hello", conversationId: message.conversationId },
    toRecipients: [lena],
  });
  expect((await anna.call("GET", `/me/messages/${message.id}`)).body.isRead).toBe(true);
});

it("addresses it to where the message asks answers to go", async () => {
  const made = await reply((await received({ replyTo: [desk] })).id);
  expect(made.body.toRecipients).toEqual([desk]);
});

it("answers a message wherever it was moved, and lets it be unread again", async () => {
  const { id } = await received();
  await program.admin("POST", "move", { id, folder: "archive" });
  expect((await reply(id)).status).toBe(201);
  expect((await anna.call("PATCH", `/me/messages/${id}`, { isRead: false })).status).toBe(200);
  expect((await anna.call("GET", `/me/messages/${id}`)).body.isRead).toBe(false);
});

it("knows nothing of a message that was deleted for good", async () => {
  const { id } = await received();
  await anna.call("DELETE", `/me/messages/${id}`);
  expect((await reply(id)).status).toBe(404);
});

it("names what it answers when it leaves", async () => {
  const made = (await reply((await received()).id)).body;
  await anna.send(made.id);
  const mail = await until(async () => {
    const [first] = (await program.admin("GET", "mail?to=lena@outside.example")) as { in_reply_to: string; refs: string }[];
    return first;
  });
  expect(mail).toMatchObject({ in_reply_to: "<l1@outside.example>", refs: "<l1@outside.example>" });
});
