import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { seedUnplaced } from "@/db/seed/seed-address";
import { seedTeam } from "@/db/seed/seed-team";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
import { openMailbox, type PolledMailbox } from "../testing/polled-mailbox";
import { readWholeText } from "./read-whole-text";

let world: MailWorld;
let anna: PolledMailbox;
let message: string;

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());
beforeEach(async () => {
  anna = await openMailbox(world);
  const graphId = await anna.put({
    from: { emailAddress: { address: "office@x.example", name: "Office" } },
    body: {
      contentType: "html",
      content: '<p>Hello Anna,</p><script>alert(1)</script><img src="https://x.example/seen.gif"><p>Thursday at two.</p>',
    },
  });
  message = await seedUnplaced(world.db.admin, anna.mailbox, { from: "office@x.example", at: new Date(), graphId });
});

test("the whole text is words alone: nothing of it runs, and no image is asked for", async () => {
  const { text } = await readWholeText(anna.mail.scope, message);
  expect(text).toMatch(/^Hello Anna,\s+Thursday at two\.$/);
});

test("a message that is gone says so", async () => {
  await world.db.admin`update mailbox_messages set graph_id = 'AAMkGone' where id = ${message}`;
  await expect(readWholeText(anna.mail.scope, message)).rejects.toMatchObject({
    code: "not_found",
    message: "It is no longer in the mailbox. This is what we kept of it.",
  });
});

test("a mailbox that cannot be read says so", async () => {
  await world.db.admin`update sender_accounts set status = 'signed_out' where id = ${anna.mailbox}`;
  await expect(readWholeText(anna.mail.scope, message)).rejects.toMatchObject({
    code: "unavailable",
    message: "Its mailbox cannot be read now. This is what we kept of it.",
  });
});

test("another team's message is not found", async () => {
  const { scope } = await seedTeam(world.db.admin);
  await expect(readWholeText(scope, message)).rejects.toMatchObject({ code: "not_found" });
});
