import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type MailWorld, startMail } from "../microsoft/graph/testing/start-mail";
import { sendDraftMail } from "../sending/ledger/send-draft-mail";
import { feedCampaign } from "../sending/queue/feed-campaign";
import { sendPlanned } from "../sending/run/send-planned";
import { openMailbox, type PolledMailbox } from "./testing/polled-mailbox";

let world: MailWorld;
let anna: PolledMailbox;
const clock = () => new Date();

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());
beforeEach(async () => {
  anna = await openMailbox(world);
});

const poll = (now?: Date) => anna.poll(now);
const sent = () => anna.sent();
const answer = (id: string, more?: Record<string, unknown>) => anna.answer(id, more);
const contact = () => anna.contact();
const count = (table: string) => anna.count(table);

describe("a reply is found", () => {
  test("and ends the contact", async () => {
    await answer(await sent());
    expect(await poll()).toMatchObject({ written: 1 });
    expect(await contact()).toMatchObject({ status: "replied", wait_reason: null });
  });

  test("from another address of the recipient's, by its thread", async () => {
    await answer(await sent(), { from: "assistant@elsewhere.example" });
    await poll();
    expect(await contact()).toMatchObject({ status: "replied" });
  });

  test("between the call and its record, and the record does not wake the contact again", async () => {
    const id = await sent();
    await world.db.admin`delete from sent_emails where team_id = ${anna.mail.scope.teamId}`;
    await world.db.admin`update deliveries set state = 'submitting', accepted_at = null where draft_id = ${anna.mail.draftId}`;
    await world.db
      .admin`update campaign_contacts set status = 'pending', current_sequence_step = 0 where id = ${anna.planned.campaignContactId}`;
    await answer(id);
    await poll();
    expect(await contact()).toMatchObject({ status: "replied" });
    expect(await sendDraftMail(anna.mail.scope, anna.mail.draftId, anna.mail.runId, world.mailbox, clock)).toMatchObject({
      kind: "sent",
    });
    expect(await contact()).toMatchObject({ status: "replied", wait_reason: null });
    expect(await count("sent_emails")).toBe(1);
  });

  test("after hours in which nobody looked, although Microsoft lost our place before any message came", async () => {
    await poll();
    const id = await sent();
    await answer(id);
    await world.admin("POST", "faults", { kind: "status-before", status: 410, path: "delta", times: 1 });
    await poll(new Date(Date.now() + 5 * 3_600_000));
    expect(await contact()).toMatchObject({ status: "replied" });
  });

  test("while Exchange is busy, at the next look", async () => {
    await answer(await sent());
    await world.admin("POST", "faults", { kind: "status-before", status: 503, path: "delta", retryAfter: "0.1", times: null });
    expect(await poll()).toEqual({ read: 0, written: 0, failed: "UnknownError" });
    expect(await contact()).toMatchObject({ status: "in_progress" });
    await world.admin("DELETE", "faults");
    await poll();
    expect(await contact()).toMatchObject({ status: "replied" });
  });

  test("by two readers at once, once", async () => {
    await answer(await sent());
    await Promise.all([poll(), poll(), poll()]);
    await poll();
    expect(await count("email_replies")).toBe(1);
  });
});

test("a colleague who writes on in the thread is not the contact", async () => {
  await answer(await sent(), { from: "ben@contoso.com" });
  await poll();
  expect(await contact()).toMatchObject({ status: "in_progress" });
  expect(await count("email_replies")).toBe(0);
});

test("an automatic answer and a full mailbox change nothing", async () => {
  const id = await sent();
  await world.admin("POST", "auto-reply", { id, text: "Away until Monday" });
  await world.admin("POST", "bounce", { id, status: "5.2.2" });
  expect(await poll()).toMatchObject({ written: 2 });
  expect(await contact()).toMatchObject({ status: "in_progress" });
  expect(await count("suppressions")).toBe(0);
});

test("a dead address ends and suppresses the contact", async () => {
  await world.admin("POST", "bounce", { id: await sent(), status: "5.1.1" });
  await poll();
  expect(await contact()).toMatchObject({ status: "bounced" });
  expect(await count("suppressions")).toBe(1);
});

describe("a consent that Microsoft withdrew", () => {
  beforeEach(async () => {
    await world.admin("POST", "settings", { continuousAccessEvaluation: true });
    await world.admin("POST", "revoke", { person: "anna@contoso.com" });
  });

  test("is noticed at the next look, although the token has an hour left", async () => {
    expect(await poll()).toEqual({ read: 0, written: 0 });
    expect(await anna.account()).toMatchObject({ status: "signed_out", status_reason: expect.any(String) });
  });

  test("is noticed by the next mail, which waits for the mailbox and says so", async () => {
    expect(await sendPlanned(anna.mail.scope, anna.planned, clock)).toEqual({ kind: "wait" });
    expect(await anna.account()).toMatchObject({ status: "signed_out" });
    await feedCampaign(anna.mail.scope, anna.mail.campaignId, new Date());
    expect(await contact()).toEqual({ status: "pending", wait_reason: "mailbox_signed_out" });
  });
});

test("a mailbox that is closed as a whole uses up no contact", async () => {
  const denied = { kind: "status-before", status: 403, code: "ErrorAccessDenied", times: null };
  await world.admin("POST", "faults", { ...denied, path: "/messages|/mailFolders" });
  expect(await sendPlanned(anna.mail.scope, anna.planned, clock)).toEqual({ kind: "wait" });
  expect(await anna.account()).toMatchObject({ status: "signed_out", status_reason: "Microsoft refuses access to it" });
  expect(await contact()).toMatchObject({ status: "pending" });
});

test("a mail that alone is refused is given up, and the mailbox goes on", async () => {
  const tooLarge = { kind: "status-before", status: 400, code: "ErrorMessageSizeExceeded", times: null };
  await world.admin("POST", "faults", { ...tooLarge, method: "POST", path: "/messages$" });
  expect(await sendPlanned(anna.mail.scope, anna.planned, clock)).toEqual({ kind: "ended" });
  expect(await anna.account()).toMatchObject({ status: "connected" });
  expect(await contact()).toMatchObject({ status: "completed" });
});
