import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { contoso } from "@/db/seed/demo-world";
import { type MailWorld, startMail } from "../microsoft/graph/testing/start-mail";
import { beginConsent } from "../microsoft/tokens/begin-consent";
import { finishConsent } from "../microsoft/tokens/finish-consent";
import { keepTokenCache } from "../microsoft/tokens/mailbox-cache";
import { consentAs } from "../microsoft/tokens/testing/start-stand-in";
import { sendDraftMail } from "../sending/ledger/send-draft-mail";
import { feedCampaign } from "../sending/queue/feed-campaign";
import { sendPlanned } from "../sending/run/send-planned";
import { type ReadyMail, seedReadyMail } from "../sending/testing/seed-ready-mail";
import { pollMailbox } from "./poll-mailbox";

/** A connected mailbox of the real stand-in, one mail that left it, and what its recipient does. */
let world: MailWorld;
let mail: ReadyMail;
let mailbox: string;
let enrolled: string;
const clock = () => new Date();

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.admin("POST", "reset", {});
  await world.admin("POST", "settings", { moveDelayMs: 100, deliveryDelayMs: 20, lookupLagMs: 50, movedGoneMs: 50 });
  mail = await seedReadyMail(world.db.admin, new Date(Date.now() - 1000));
  ({ campaignContactId: enrolled, senderAccountId: mailbox } = mail);
  await connect();
});

async function connect() {
  const { url, secrets } = await beginConsent(contoso.tenantId, "anna@contoso.com");
  const back = await consentAs(url, "anna@contoso.com");
  const consented = await finishConsent(contoso.tenantId, back.searchParams.get("code") ?? "", secrets);
  await world.db
    .admin`update sender_accounts set tid = ${consented.tid}, oid = ${crypto.randomUUID()}, status = 'connected' where id = ${mailbox}`;
  await withTeam(mail.scope, (tx) => keepTokenCache(tx, mailbox, consented.cache, new Date()));
}

const planned = () => ({ campaignContactId: enrolled, senderAccountId: mailbox, draftId: mail.draftId, runId: mail.runId });
const poll = (now = new Date()) => pollMailbox(mail.scope, mailbox, now);
const contact = async () => (await world.db.admin`select status, wait_reason from campaign_contacts where id = ${enrolled}`)[0];
const accountState = async () =>
  (await world.db.admin`select status, status_reason from sender_accounts where id = ${mailbox}`)[0];
const count = async (table: string) =>
  Number(
    (await world.db.admin`select count(*)::int as n from ${world.db.admin(table)} where team_id = ${mail.scope.teamId}`)[0]?.n,
  );

/** Sends the mail, and waits until it is with its recipient. @returns its id in the stand-in. */
async function sent(): Promise<string> {
  expect(await sendPlanned(mail.scope, planned(), clock)).toEqual({ kind: "sent" });
  return delivered();
}

async function delivered(): Promise<string> {
  const [row] = await world.db.admin`select send_key from deliveries where draft_id = ${mail.draftId}`;
  return vi.waitFor(
    async () => {
      const mails = await world.delivered(String(row?.send_key));
      expect(mails).toHaveLength(1);
      return String(mails[0]?.id);
    },
    { timeout: 5000 },
  );
}

const answer = (id: string, more: Record<string, unknown> = {}) => world.admin("POST", "reply", { id, ...more });

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
    await world.db.admin`delete from sent_emails where team_id = ${mail.scope.teamId}`;
    await world.db.admin`update deliveries set state = 'submitting', accepted_at = null where draft_id = ${mail.draftId}`;
    await world.db.admin`update campaign_contacts set status = 'pending', current_sequence_step = 0 where id = ${enrolled}`;
    await answer(id);
    await poll();
    expect(await contact()).toMatchObject({ status: "replied" });
    expect(await sendDraftMail(mail.scope, mail.draftId, mail.runId, world.mailbox, clock)).toMatchObject({ kind: "sent" });
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

  test("behind a message that Exchange cannot show", async () => {
    const id = await sent();
    await answer(id, { text: "first" });
    await world.admin("POST", "faults", {
      kind: "status-before",
      status: 400,
      method: "GET",
      path: "/messages/(?!delta)[^/]+$",
      times: 1,
    });
    await answer(id, { text: "second" });
    expect(await poll()).toMatchObject({ written: 1 });
    expect(await contact()).toMatchObject({ status: "replied" });
  });

  test("while Exchange is busy, at the next look", async () => {
    await answer(await sent());
    await world.admin("POST", "faults", { kind: "status-before", status: 503, path: "delta", retryAfter: "0.1", times: 4 });
    await expect(poll()).rejects.toThrow("Trouble made on purpose.");
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
  beforeEach(() => world.admin("POST", "revoke", { person: "anna@contoso.com" }));

  test("is noticed at the next look, although the token has an hour left", async () => {
    expect(await poll()).toEqual({ read: 0, written: 0 });
    expect(await accountState()).toEqual({ status: "signed_out", status_reason: "access was withdrawn" });
  });

  test("is noticed by the next mail, which waits for the mailbox and says so", async () => {
    expect(await sendPlanned(mail.scope, planned(), clock)).toEqual({ kind: "wait" });
    expect(await accountState()).toMatchObject({ status: "signed_out" });
    await feedCampaign(mail.scope, mail.campaignId, new Date());
    expect(await contact()).toEqual({ status: "pending", wait_reason: "mailbox_signed_out" });
  });
});

test("a mailbox that is closed as a whole uses up no contact", async () => {
  const denied = { kind: "status-before", status: 403, code: "ErrorAccessDenied", times: null };
  await world.admin("POST", "faults", { ...denied, path: "/messages|/mailFolders" });
  expect(await sendPlanned(mail.scope, planned(), clock)).toEqual({ kind: "wait" });
  expect(await accountState()).toEqual({ status: "signed_out", status_reason: "Microsoft refuses access to it" });
  expect(await contact()).toMatchObject({ status: "pending" });
});

test("a mail that alone is refused is given up, and the mailbox goes on", async () => {
  const tooLarge = { kind: "status-before", status: 400, code: "ErrorMessageSizeExceeded", times: null };
  await world.admin("POST", "faults", { ...tooLarge, method: "POST", path: "/messages$" });
  expect(await sendPlanned(mail.scope, planned(), clock)).toEqual({ kind: "ended" });
  expect(await accountState()).toMatchObject({ status: "connected" });
  expect(await contact()).toMatchObject({ status: "completed" });
});
