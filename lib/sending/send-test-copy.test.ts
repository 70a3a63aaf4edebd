import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readClient } from "../microsoft/graph/clients";
import { type MailWorld, startMail } from "../microsoft/graph/testing/start-mail";
import { sendTestCopy } from "./send-test-copy";
import { giveConsent } from "./testing/give-consent";
import { type ReadyMail, seedReadyMail } from "./testing/seed-ready-mail";

let world: MailWorld;
let mail: ReadyMail;
let step: string;

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.admin("POST", "reset", {});
  mail = await seedReadyMail(world.db.admin, new Date());
  await giveConsent(world.db.admin, mail);
  step = String((await world.db.admin`select id from campaign_sequences where campaign_id = ${mail.campaignId}`)[0]?.id);
});

const copies = () => world.db.admin`select state, error from test_copies where team_id = ${mail.scope.teamId}`;

test("a test copy goes to whoever asks, and to nobody else", async () => {
  const to = await sendTestCopy(mail.scope, step, 0);
  const [member] = await world.db.admin`select email from members where id = ${mail.scope.memberId}`;
  expect(to).toBe(member?.email);
  expect(await copies()).toMatchObject([{ state: "sent" }]);
});

test("a mailbox that may not send says so, and leaves no draft", async () => {
  await world.admin("POST", "mailboxes", { mailbox: "anna@contoso.com", sending: "ErrorMessageSubmissionBlocked" });
  await expect(sendTestCopy(mail.scope, step, 0)).rejects.toThrow(/refuses to send from anna@contoso\.com.*No copy was sent/);
  expect(await copies()).toMatchObject([{ state: "failed", error: "ErrorMessageSubmissionBlocked" }]);
  const drafts = (await readClient(world.mailbox).api("/me/mailFolders/drafts/messages").get()) as { value: unknown[] };
  expect(drafts.value).toEqual([]);
});
