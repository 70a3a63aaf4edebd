import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type MailWorld, startMail } from "../microsoft/graph/testing/start-mail";
import { reportTrouble } from "../microsoft/report-trouble";
import { restMailbox } from "../microsoft/rest-mailbox";
import { sendPlanned } from "./run/send-planned";
import { giveConsent } from "./testing/give-consent";
import { standsAt } from "./testing/place-of";
import { mailKinds, type ReadyMail, seedNextReadyMail, seedReadyMail } from "./testing/seed-ready-mail";

/** What holds a whole mailbox holds all of its mails, and costs none of their contacts a place. */
let world: MailWorld;
let mail: ReadyMail;
let start: Date;
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);
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

  const planned = (at = start) => sendPlanned(mail.scope, mail, () => at);
  const trouble = async () =>
    (
      await world.db.admin`select trouble, trouble_code as code, trouble_since as since, trouble_until as until
      from sender_accounts where id = ${mail.senderAccountId}`
    )[0];
  const calls = async () => ((await world.admin("GET", "calls")) as unknown[]).length;

  test("a full mailbox holds all of its mails and ends none of them, however often it is tried", async () => {
    const mails = [mail];
    for (let more = 0; more < 5; more += 1) mails.push(await seedNextReadyMail(world.db.admin, mail, minutes(-1), more + 1));
    await fault("/messages$", 507, "", { times: null });
    for (let round = 0; round < 4; round += 1)
      for (const one of mails)
        expect(await sendPlanned(one.scope, one, () => minutes(round * 20))).toMatchObject({ kind: "again" });
    for (const one of mails) {
      const [draft] = await world.db.admin`select status::text from email_drafts where id = ${one.draftId}`;
      expect([draft?.status, (await standsAt(world.db.admin, one)).stands]).toEqual(["scheduled", "open"]);
    }
    expect(await trouble()).toMatchObject({ trouble: "full", code: "HTTP 507" });
  });

  describe.each(["seconds", "date"])("Retry-After in %s", (form) => {
    const retryAfter = () => (form === "seconds" ? "90" : new Date(Date.now() + 90_000).toUTCString());
    const rest = { trouble: "limited", code: "Retry-After" };

    test.each([
      ["/messages$", 429],
      ["/messages$", 503],
    ])(
      "rests the mailbox and not the contact (%s, %i): no other mail leaves meanwhile, and all do afterwards",
      async (path, status) => {
        await fault(path, status, "", { retryAfter: retryAfter() });
        const step = await planned();
        expect(step).toMatchObject({ kind: "again" });
        expect(await trouble()).toMatchObject(rest);
        const until = (await trouble())?.until as Date;
        expect(Math.abs(until.getTime() - start.getTime() - 90_000)).toBeLessThan(3000);
        await world.admin("DELETE", "calls");
        const next = await seedNextReadyMail(world.db.admin, mail, minutes(-1));
        expect(await sendPlanned(next.scope, next, () => minutes(1))).toEqual({ kind: "again", at: until.toISOString() });
        expect(await calls()).toBe(0);
        // By the clock alone: nobody need look at the mailbox first.
        expect(await sendPlanned(next.scope, next, () => minutes(2))).toEqual({ kind: "sent" });
      },
    );

    test("beside a 202 is a 202, and the next mail waits", async () => {
      await world.admin("POST", "faults", { kind: "202-retry-after", path: "/send$", retryAfter: retryAfter() });
      expect(await planned()).toEqual({ kind: "sent" });
      expect(await trouble()).toMatchObject(rest);
      const next = await seedNextReadyMail(world.db.admin, mail, minutes(-1));
      expect(await sendPlanned(next.scope, next, () => minutes(1))).toMatchObject({ kind: "again" });
    });

    test("is not followed where a graver trouble is known, nor shortened by the next one", async () => {
      const until = minutes(600);
      await reportTrouble(mail.scope, mail.senderAccountId, { trouble: "limited", code: "5.1.90", until }, start);
      await restMailbox(mail.scope, mail.senderAccountId, 90, start);
      expect(await trouble()).toMatchObject({ code: "5.1.90", until });
      await world.db.admin`update sender_accounts set trouble = null where id = ${mail.senderAccountId}`;
      await restMailbox(mail.scope, mail.senderAccountId, 90, start);
      await restMailbox(mail.scope, mail.senderAccountId, 5, start);
      expect(await trouble()).toMatchObject({ ...rest, until: new Date(start.getTime() + 90_000) });
    });
  });
});
