import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type MailWorld, startMail } from "../microsoft/graph/testing/start-mail";
import { openMailbox, type PolledMailbox } from "./testing/polled-mailbox";

let world: MailWorld;
let anna: PolledMailbox;

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());
beforeEach(async () => {
  anna = await openMailbox(world);
});

describe("a report about our own account", () => {
  test.each(["5.1.8", "5.1.90", "5.2.2", "5.7.233", "5.7.705", "5.7.708"])(
    "with %s pauses the mailbox and leaves the contact alone",
    async (status) => {
      await world.admin("POST", "bounce", { id: await anna.sent(), status, own: true });
      await anna.poll();
      expect(await anna.account()).toMatchObject({ trouble: "limited", trouble_code: status });
      expect(await anna.contact()).toMatchObject({ status: "in_progress" });
      expect(await anna.count("suppressions")).toBe(0);
      expect(await anna.count("limit_lessons")).toBe(["5.1.90", "5.2.2", "5.7.233"].includes(status) ? 1 : 0);
    },
  );

  test("that is told of again does not pause it anew", async () => {
    await world.admin("POST", "bounce", { id: await anna.sent(), status: "5.7.705", own: true });
    await anna.poll();
    await world.db.admin`update sender_accounts set trouble = null, trouble_code = null where id = ${anna.mailbox}`;
    await world.db.admin`update mailbox_syncs set delta_link = null, done = '{}' where sender_account_id = ${anna.mailbox}`;
    expect(await anna.poll()).toMatchObject({ written: 0 });
    expect(await anna.account()).toMatchObject({ trouble: null });
  });

  test.each([
    ["from another server", "mailer-daemon@elsewhere.example", true],
    ["about no mail of ours", "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@contoso.com", false],
  ])("%s is anybody's word", async (_, address, isOurs) => {
    await anna.sent();
    const [mail] = await world.db.admin`select internet_message_id as id from deliveries where draft_id = ${anna.mail.draftId}`;
    const fields = "Final-Recipient: rfc822;x@y.example\r\nAction: failed\r\nStatus: 5.7.708\r\n";
    await anna.put({
      from: { emailAddress: { address, name: "x" } },
      messageClass: "REPORT.IPM.Note.NDR",
      raw: `Content-Type: text/plain\r\n\r\n${fields}`,
      ...(isOurs ? { inReplyTo: mail?.id } : {}),
    });
    // What is about no mail of ours is written down for a person to look at, and does nothing.
    expect(await anna.poll()).toMatchObject({ read: 1, written: 1 });
    expect(await anna.account()).toMatchObject({ trouble: null });
    expect(await anna.contact()).toMatchObject({ status: "in_progress" });
  });
});

test("a dead address is learnt from a report about signed mail, whose raw text Exchange cannot give", async () => {
  await world.admin("POST", "bounce", {
    id: await anna.sent(),
    status: "5.1.10",
    smime: true,
    says: "550 5.1.10 Recipient not found",
  });
  await anna.poll();
  expect(await anna.contact()).toMatchObject({ status: "bounced" });
});
