import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findDraftsByKey } from "../microsoft/graph/find-message";
import { type MailWorld, startMail } from "../microsoft/graph/testing/start-mail";
import { recheckTroubled } from "../microsoft/recheck-troubled";
import { sendDraftMail } from "./ledger/send-draft-mail";
import { sendPlanned } from "./run/send-planned";
import { giveConsent } from "./testing/give-consent";
import { holdBack, letGo, mailedBefore } from "./testing/place-of";
import { mailKinds, type ReadyMail, seedNextReadyMail, seedReadyMail } from "./testing/seed-ready-mail";

/** What a mailbox that may not send, is full or is none does to a mail that is signed and due. */
let world: MailWorld;
let mail: ReadyMail;
let start: Date;
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);
const anna = (change: Record<string, unknown>) => world.admin("POST", "mailboxes", { mailbox: "anna@contoso.com", ...change });
const fault = (path: string, status: number, code: string, more: object = {}) =>
  world.admin("POST", "faults", { kind: "status-before", method: "POST", path, status, code, ...more });

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());

describe.each(mailKinds)("of a %s mail", (kind) => {
  beforeEach(async () => {
    await world.admin("POST", "reset", {});
    await world.admin("POST", "settings", { moveDelayMs: 100, deliveryDelayMs: 20, lookupLagMs: 50, movedGoneMs: 50 });
    start = new Date();
    mail = await seedReadyMail(world.db.admin, new Date(start.getTime() - 1000), { kind });
    await giveConsent(world.db.admin, mail);
  });

  const once = (at = start) => sendDraftMail(mail.scope, mail.draftId, mail.runId, world.mailbox, () => at);
  /** As the run calls it. */
  const planned = (at = start) => sendPlanned(mail.scope, mail, () => at);
  /** The run goes on from an instant, each time at the one it is told. */
  async function untilSettled(from: Date) {
    for (let at = from, round = 0; round < 20; round += 1) {
      const step = await planned(at);
      if (step.kind !== "again") return step;
      at = new Date(step.at);
    }
    throw new Error("The mail was never settled.");
  }
  const recheck = (at: Date) => recheckTroubled(mail.scope, mail.senderAccountId, at);
  const trouble = async () =>
    (
      await world.db.admin`select trouble, trouble_code as code, trouble_since as since, trouble_until as until
      from sender_accounts where id = ${mail.senderAccountId}`
    )[0];
  const ledger = async () =>
    (
      await world.db
        .admin`select d.state, d.resends, d.send_key as key, d.error_code as error, case when c.status in ('pending', 'in_progress') or h.id is not null and h.ended_reason is null then 'open' else 'over' end as place, e.status::text as draft,
      (select count(*)::int from delivery_intents i where i.delivery_id = d.id) as intents
      from deliveries d left join campaign_contacts c on c.id = d.campaign_contact_id
        left join single_mails h on h.draft_id = d.draft_id join email_drafts e on e.id = d.draft_id
      where d.draft_id = ${mail.draftId}`
    )[0];
  const asked = async (path: RegExp) =>
    ((await world.admin("GET", "calls")) as { method: string; path: string }[]).filter(
      (call) => call.method === "POST" && path.test(call.path),
    ).length;
  const drafts = async () => world.admin("GET", "messages?mailbox=anna@contoso.com&folder=drafts");
  const arrived = async () => (await world.delivered(String((await ledger())?.key))).length;

  const blocks = [
    ["ErrorMessageSubmissionBlocked", "limited"],
    ["ErrorExceededMessageLimit", "limited"],
    ["ErrorSendAsDenied", "limited"],
    ["ErrorQuotaExceeded", "full"],
  ];

  describe.each(blocks)("a mailbox whose sending is refused with %s", (code, word) => {
    beforeEach(() => anna({ sending: code }));

    test("pauses, says why, and its mail waits signed, asked for once", async () => {
      expect(await once()).toEqual({ kind: "later", at: minutes(15) });
      expect(await trouble()).toEqual({ trouble: word, code, since: start, until: minutes(15) });
      expect(await ledger()).toMatchObject({ state: "drafted", resends: 0, place: "open", draft: "scheduled", intents: 1 });
      expect(await once(minutes(14))).toMatchObject({ kind: "refused", refusal: { reason: "mailbox in trouble" } });
      expect(await planned(minutes(14))).toEqual({ kind: "again", at: minutes(15).toISOString() });
      expect(await asked(/\/send$/)).toBe(1);
    });

    test("sends again once that is over, and the mail arrives once", async () => {
      await once();
      await anna({ sending: null });
      await recheck(minutes(14));
      expect(await trouble()).toMatchObject({ trouble: word });
      await recheck(minutes(16));
      expect(await trouble()).toMatchObject({ trouble: null });
      expect(await once(minutes(16))).toMatchObject({ kind: "sent" });
      await expect.poll(arrived).toBe(1);
      expect(await ledger()).toMatchObject({ resends: 0, intents: 2, place: kind === "campaign" ? "open" : "over" });
    });

    test("waits longer each time it is tried and still refused", async () => {
      await once();
      await recheck(minutes(16));
      expect(await once(minutes(16))).toEqual({ kind: "later", at: minutes(32) });
      await recheck(minutes(40));
      expect(await once(minutes(40))).toEqual({ kind: "later", at: minutes(80) });
      expect(await trouble()).toEqual({ trouble: word, code, since: start, until: minutes(80) });
      expect(await ledger()).toMatchObject({ state: "drafted", resends: 0, place: "open", intents: 3 });
      expect(await arrived()).toBe(0);
    });
  });

  describe("a mailbox that is shut to reading alone", () => {
    // Under its own id a copy is found without a list.
    beforeEach(async () => {
      await world.admin("POST", "settings", { sentId: "changes" });
      await anna({ unread: true });
    });
    afterEach(() => world.admin("POST", "settings", { sentId: process.env.STAND_IN_SENT_ID ?? "stays" }));

    test("sends, and a mail in doubt is looked for again later, and once it can be read has left once", async () => {
      await fault("/send$", 504, "UnknownError", { kind: "status-after", times: 1 });
      const later = { kind: "again", at: minutes(15).toISOString() };
      expect(await planned()).toEqual(later);
      expect(await trouble()).toMatchObject({ trouble: null });
      expect(await planned(minutes(15))).toMatchObject({ kind: "again", at: minutes(30).toISOString() });
      await anna({ unread: false });
      expect(await untilSettled(minutes(30))).toEqual({ kind: "sent" });
      await expect.poll(arrived).toBe(1);
      expect(await asked(/\/send$/)).toBe(1);
    });

    test("is at rest where sending is refused besides, though no copy can be looked for", async () => {
      await anna({ sending: "ErrorExceededMessageLimit" });
      expect(await planned()).toMatchObject({ kind: "again", at: minutes(15).toISOString() });
      expect(await trouble()).toMatchObject({ trouble: "limited", code: "ErrorExceededMessageLimit" });
      await anna({ sending: null, unread: false });
      await recheck(minutes(16));
      expect(await untilSettled(minutes(16))).toEqual({ kind: "sent" });
      await expect.poll(arrived).toBe(1);
    });

    test("is not taken for one that may not send where the draft itself cannot be looked at", async () => {
      await fault("/messages/[^/]+$", 403, "ErrorAccessDenied", { method: "GET", times: 1 });
      expect(await planned()).toEqual({ kind: "again", at: minutes(15).toISOString() });
      expect(await trouble()).toMatchObject({ trouble: null });
      await anna({ unread: false });
      expect(await untilSettled(minutes(15))).toEqual({ kind: "sent" });
      await expect.poll(arrived).toBe(1);
    });
  });

  describe("a draft that is refused", () => {
    test.each([
      ["ErrorNobodyKnows", 403, "limited"],
      ["ErrorNobodyKnows", 400, "limited"],
      ["ErrorAccessDenied", 403, "limited"],
      ["ErrorQuotaExceeded", 403, "full"],
      ["ErrorQuotaExceeded", 507, "full"],
      ["UnknownError", 507, "full"],
    ])("with %s (%i) pauses the mailbox and costs no contact its place", async (code, status, word) => {
      await fault("/messages$", status, code);
      expect(await planned()).toEqual({ kind: "again", at: minutes(15).toISOString() });
      expect(await trouble()).toMatchObject({ trouble: word, code });
      expect(await ledger()).toMatchObject({ place: "open", draft: "scheduled", intents: 0 });
      await recheck(minutes(16));
      expect(await planned(minutes(16))).toEqual({ kind: "sent" });
      await expect.poll(arrived).toBe(1);
    });

    describe("with a code nobody knows", () => {
      const unknown = (code: string, times: number | null = null) => fault("/messages$", 400, code, { times });
      beforeEach(() => unknown("ErrorInvalidArgument", 1));

      test("and again, while the mailbox takes another draft, goes back to be signed, ends nobody, and the next mail leaves", async () => {
        expect(await planned()).toEqual({ kind: "again", at: minutes(15).toISOString() });
        await recheck(minutes(16));
        await unknown("ErrorInvalidArgument", 1);
        expect(await planned(minutes(16))).toEqual({ kind: "wait" });
        expect(await ledger()).toMatchObject({ state: "queued", draft: "draft", place: "open", intents: 0 });
        const [seal] = await world.db
          .admin`select void_cause as cause from signatures where draft_id = ${mail.draftId} order by signed_at desc limit 1`;
        expect(seal).toEqual({ cause: "Exchange does not take this mail (ErrorInvalidArgument)" });
        expect(await trouble()).toMatchObject({ trouble: null });
        expect(await drafts()).toEqual([]);
        const next = await seedNextReadyMail(world.db.admin, mail, minutes(-1));
        expect(await sendPlanned(next.scope, next, () => minutes(17))).toEqual({ kind: "sent" });
      });

      test("and again, while the mailbox takes no other draft either, pauses the mailbox for longer, whatever the code", async () => {
        await planned();
        await recheck(minutes(16));
        await unknown("ErrorInvalidArgument");
        expect(await planned(minutes(16))).toEqual({ kind: "again", at: minutes(32).toISOString() });
        expect(await trouble()).toMatchObject({ trouble: "limited", code: "ErrorInvalidArgument", until: minutes(32) });
        expect(await ledger()).toMatchObject({ place: "open", draft: "scheduled" });
      });

      test("and then with another, or another mail with the same, pauses the mailbox again", async () => {
        await planned();
        await recheck(minutes(16));
        await unknown("ErrorNobodyKnows", 1);
        expect(await planned(minutes(16))).toEqual({ kind: "again", at: minutes(31).toISOString() });
        await recheck(minutes(32));
        await unknown("ErrorNobodyKnows", 1);
        const next = await seedNextReadyMail(world.db.admin, mail, minutes(-1));
        expect(await sendPlanned(next.scope, next, () => minutes(32))).toMatchObject({ kind: "again" });
        expect(await trouble()).toMatchObject({ trouble: "limited", code: "ErrorNobodyKnows" });
        expect(await ledger()).toMatchObject({ place: "open", draft: "scheduled" });
      });

      test("is not held against a mail whose mailbox does not open", async () => {
        await planned();
        await recheck(minutes(16));
        await anna({ licence: false });
        await unknown("ErrorInvalidArgument", 1);
        // Without the look for a draft of before, which would meet the shut mailbox first.
        await world.db.admin`update deliveries set state = 'queued' where draft_id = ${mail.draftId}`;
        expect(await planned(minutes(16))).toMatchObject({ kind: "again" });
        expect(await trouble()).toMatchObject({ trouble: "no_licence" });
        expect(await ledger()).toMatchObject({ place: "open", draft: "scheduled" });
      });
    });

    test("because it is too large ends its contact, and the mailbox goes on", async () => {
      await fault("/messages$", 413, "RequestEntityTooLarge");
      expect(await planned()).toEqual({ kind: "ended" });
      expect(await ledger()).toMatchObject({ state: "failed", error: "RequestEntityTooLarge", draft: "failed" });
      expect(await trouble()).toMatchObject({ trouble: null });
    });
  });

  test.each([
    ["in trouble", { status: "connected", trouble: "full" }, "mailbox in trouble"],
    ["signed out", { status: "signed_out", trouble: null }, "mailbox signed out"],
  ])("a mailbox that is %s is asked for nothing, not even a draft", async (_, { status, trouble }, reason) => {
    await world.db.admin`update sender_accounts set status = ${status}, trouble = ${trouble}, trouble_code = 'X',
    trouble_since = ${minutes(-20)}, trouble_until = ${minutes(10)} where id = ${mail.senderAccountId}`;
    await world.admin("DELETE", "calls");
    expect(await once()).toMatchObject({ kind: "refused", refusal: { reason } });
    expect(await ledger()).toMatchObject({ state: "queued", place: "open", draft: "scheduled" });
    expect(await world.admin("GET", "calls")).toEqual([]);
  });

  test("a mail whose recipient Exchange does not take is never asked for again, and no draft of it stays", async () => {
    await fault("/send$", 400, "ErrorInvalidRecipients", { times: null });
    expect(await planned()).toEqual({ kind: "ended" });
    expect(await ledger()).toMatchObject({ state: "failed", error: "ErrorInvalidRecipients", place: "over", intents: 1 });
    expect(await trouble()).toMatchObject({ trouble: null });
    await expect.poll(async () => findDraftsByKey(world.mailbox, String((await ledger())?.key))).toEqual([]);
  });

  test.each([
    [403, "ErrorMessageSubmissionBlocked"],
    [404, "ErrorNonExistentMailbox"],
  ])("a refusal (%i %s) of which the answer lies, because the mail left, is no refusal", async (status, code) => {
    await world.admin("POST", "faults", { kind: "status-after", status, code, path: "/send$" });
    expect(await once()).toMatchObject({ kind: "doubt" });
    let later = 1;
    await expect.poll(async () => (await once(minutes(later++))).kind).toBe("sent");
    expect(await ledger()).toMatchObject({ intents: 1, resends: 0 });
    // The stand-in brings a mail a moment after it answered.
    await expect.poll(arrived).toBe(1);
  });

  describe("a mailbox without a licence", () => {
    test("waits before a draft is made, and goes on when it has one again", async () => {
      await anna({ licence: false });
      expect(await planned()).toEqual({ kind: "again", at: minutes(15).toISOString() });
      expect(await trouble()).toMatchObject({ trouble: "no_licence", code: "MailboxNotEnabledForRESTAPI" });
      await recheck(minutes(16));
      expect(await trouble()).toMatchObject({ trouble: "no_licence", since: start, until: minutes(32) });
      await anna({ licence: true });
      await recheck(minutes(33));
      expect(await trouble()).toMatchObject({ trouble: null });
      expect(await planned(minutes(33))).toEqual({ kind: "sent" });
    });

    test("that loses it between draft and sending keeps the mail, which leaves once later", async () => {
      await holdBack(world.db.admin, mail);
      expect(await once()).toMatchObject({ kind: "refused" });
      await letGo(world.db.admin, mail);
      await anna({ licence: false });
      expect(await planned()).toEqual({ kind: "again", at: minutes(15).toISOString() });
      expect(await ledger()).toMatchObject({ state: "drafted", intents: 0, place: "open" });
      await anna({ licence: true });
      await recheck(minutes(16));
      expect(await untilSettled(minutes(16))).toEqual({ kind: "sent" });
      await expect.poll(arrived).toBe(1);
      expect(await ledger()).toMatchObject({ resends: 0, intents: 1 });
    });

    test("that is said to have none by the answer to a send alone is in doubt, and its mail leaves once later", async () => {
      await world.admin("POST", "faults", {
        kind: "status-before",
        status: 404,
        code: "ErrorNonExistentMailbox",
        path: "/send$",
      });
      expect(await once()).toMatchObject({ kind: "doubt" });
      expect(await ledger()).toMatchObject({ state: "reconciling", intents: 1, place: "open" });
      await recheck(minutes(16));
      // The answer alone proves nothing: the mailbox is looked into as often as after any other.
      expect(await untilSettled(minutes(16))).toEqual({ kind: "sent" });
      await expect.poll(arrived).toBe(1);
      expect(await ledger()).toMatchObject({ resends: 1, intents: 2 });
    });

    test("only in what Exchange says of a send is looked for as after any doubt, and handed over once more at most", async () => {
      await fault("/send$", 404, "ErrorNonExistentMailbox", { times: null });
      expect(await planned()).toMatchObject({ kind: "again" });
      expect(await trouble()).toMatchObject({ trouble: null });
      expect(await ledger()).toMatchObject({ state: "reconciling", intents: 1, place: "open" });
      expect(await untilSettled(start)).toEqual({ kind: "wait" });
      expect(await ledger()).toMatchObject({ state: "review", resends: 1, intents: 2 });
      expect(await asked(/\/send$/)).toBe(2);
    });

    test("is not believed to be one because Exchange says so once", async () => {
      await fault("/messages$", 404, "ErrorNonExistentMailbox");
      expect(await once()).toEqual({ kind: "later", at: new Date(start.getTime() + 5000) });
      expect(await trouble()).toMatchObject({ trouble: null });
    });
  });

  test("a mail to somebody who was mailed before waits while the mailbox is not read, and looks again in a minute", async () => {
    await mailedBefore(world.db.admin, mail);
    await world.db
      .admin`update mailbox_syncs set last_polled_at = ${minutes(-6)} where sender_account_id = ${mail.senderAccountId}`;
    expect(await planned()).toEqual({ kind: "again", at: minutes(1).toISOString() });
    expect(await ledger()).toMatchObject({ state: "queued", place: "open", intents: 0 });
  });
});
