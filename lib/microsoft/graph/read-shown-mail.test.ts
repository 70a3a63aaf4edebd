import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { compareMails } from "../../mail/compare/compare-mails";
import type { MailRequest } from "../../mail/mail-request";
import { writeClient } from "./clients";
import { createDraft } from "./create-draft";
import { readShownMail } from "./read-shown-mail";
import { sendMessage } from "./send-message";
import { type MailWorld, startMail } from "./testing/start-mail";

let world: MailWorld;
let graphId: string;
const request: MailRequest = {
  version: 2,
  from: { senderAccountId: "s", email: "anna@contoso.com", name: "Anna Keller" },
  to: { email: "lena@hotmail.example", name: "Lena" },
  subject: "Invoices",
  html: "<p class='a'>Hi Lena</p>",
  thread: null,
  unsubscribeUrl: "http://localhost:3000/u/abc",
  headers: [],
};

beforeAll(async () => {
  world = await startMail(process.env);
  await world.admin("POST", "settings", { moveDelayMs: 1500 });
});
afterAll(() => world.end());
beforeEach(async () => {
  ({ graphId } = await createDraft(world.mailbox, request, crypto.randomUUID()));
});

const path = () => `/me/messages/${encodeURIComponent(graphId)}`;
async function read() {
  const mail = await readShownMail(world.mailbox, graphId);
  if (!mail) throw new Error("There is no mail.");
  return mail;
}

test("a draft is read as it lies there, with all that is compared", async () => {
  expect(await read()).toEqual({
    isDraft: true,
    submitted: false,
    settings: { importance: null, receipts: null, delay: null, unsubscribe: null },
    shown: {
      subject: "Invoices",
      from: { email: "anna@contoso.com", name: expect.any(String) },
      sender: { email: "anna@contoso.com", name: expect.any(String) },
      to: [{ email: "lena@hotmail.example", name: "Lena" }],
      cc: [],
      bcc: [],
      replyTo: [],
      html: expect.stringContaining('<p class="a">Hi Lena</p>'),
      attachments: [],
      changeKey: expect.any(String),
      changedAt: expect.stringMatching(/^2\d{3}-.*Z$/),
      folderId: expect.any(String),
    },
  });
});

test.each<[string, () => Promise<unknown>, string[]]>([
  [
    "a blind copy",
    () =>
      writeClient(world.mailbox)
        .api(path())
        .patch({ bccRecipients: [{ emailAddress: { address: "b@x.example" } }] }),
    ["recipients"],
  ],
  [
    "a file",
    () => writeClient(world.mailbox).api(`${path()}/attachments`).post({ name: "a.pdf", contentBytes: "YWJj" }),
    ["attachments"],
  ],
  ["being unread", () => writeClient(world.mailbox).api(path()).patch({ isRead: false }), []],
  ["another folder", () => writeClient(world.mailbox).api(`${path()}/move`).post({ destinationId: "deleteditems" }), []],
])("every change gives it another change key: %s", async (_, change, fields) => {
  const before = (await read()).shown;
  await change();
  const now = (await read()).shown;
  expect(now.changeKey).not.toBe(before.changeKey);
  expect(compareMails(before, now).map(({ field }) => field)).toEqual(fields);
});

test("one that was handed over says so, and one that is gone is none", async () => {
  await sendMessage(world.mailbox, graphId);
  expect(await read()).toMatchObject({ isDraft: true, submitted: true });
  const { graphId: other } = await createDraft(world.mailbox, request, crypto.randomUUID());
  await writeClient(world.mailbox)
    .api(`/me/messages/${encodeURIComponent(other)}/permanentDelete`)
    .post({});
  expect(await readShownMail(world.mailbox, other)).toBeNull();
});
