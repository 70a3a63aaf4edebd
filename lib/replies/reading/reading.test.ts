import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
import { readSetAsides } from "../listening/read-set-asides";
import { openMailbox, type PolledMailbox } from "../testing/polled-mailbox";

let world: MailWorld;
let anna: PolledMailbox;

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());
beforeEach(async () => {
  anna = await openMailbox(world);
});

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const fault = (more: Record<string, unknown>) => world.admin("POST", "faults", { kind: "status-before", times: null, ...more });

describe("a message that Exchange cannot show", () => {
  test("still ends the contact who wrote it, without its words", async () => {
    const { id } = (await anna.answer(await anna.sent())) as { id: string };
    await world.admin("POST", "unreadable", { id, code: "ErrorContentConversionFailed" });
    expect(await anna.poll()).toEqual({ read: 1, written: 1 });
    expect(await anna.contact()).toMatchObject({ status: "replied" });
    expect(await anna.setAside()).toEqual([]);
  });

  test("is looked at three times, given up and counted, and does not hide the answer behind it", async () => {
    const broken = await anna.put({ subject: "Broken" });
    await fault({ status: 500, code: "ErrorCorruptData", path: broken.slice(-24, -6), method: "GET" });
    expect(await anna.poll()).toEqual({ read: 0, written: 0 });
    expect(await anna.setAside()).toEqual([{ code: "ErrorCorruptData", tries: 1, givenUp: false }]);
    await anna.answer(await anna.sent());
    for (const tries of [2, 3]) {
      await anna.pass(120);
      await anna.poll();
      expect(await anna.setAside()).toEqual([{ code: "ErrorCorruptData", tries, givenUp: tries === 3 }]);
    }
    expect(await anna.contact()).toMatchObject({ status: "replied" });
    expect(await readSetAsides(anna.mail.scope, anna.mailbox)).toMatchObject([
      { says: "Exchange says that its data is damaged", tries: 3, givenUp: true, nextTryAt: null },
    ]);
  });

  test("holds follow-ups back while it is tried, and no longer", async () => {
    await anna.put({});
    await fault({ status: 500, code: "ErrorCorruptData", path: "/messages/(?!delta)[^/]+$", method: "GET" });
    await anna.poll();
    expect(await anna.place()).toMatchObject({ last_polled_at: null });
    for (let look = 0; look < 2; look++) {
      await anna.pass(120);
      await anna.poll();
    }
    expect(await anna.place()).toMatchObject({ last_polled_at: expect.any(Date) });
  });

  test("and that recovers is taken in", async () => {
    const id = await anna.sent();
    await fault({ status: 500, code: "ErrorInternalServerError", path: "/messages/(?!delta)[^/]+$", method: "GET", times: 2 });
    await anna.answer(id);
    await anna.poll();
    expect(await anna.setAside()).toMatchObject([{ code: "ErrorInternalServerError", givenUp: false }]);
    await anna.pass(60);
    await anna.poll();
    expect(await anna.contact()).toMatchObject({ status: "replied" });
    expect(await anna.setAside()).toEqual([]);
  });
});

describe("an entry that spoils its page", () => {
  const corrupt = (minutes: number) => anna.put({ unreadable: "ErrorCorruptData", receivedDateTime: minutesAgo(minutes) });

  test("is passed by after three looks, and everything around it is read once", async () => {
    await anna.poll();
    await anna.put({ receivedDateTime: minutesAgo(12) });
    await corrupt(11);
    await anna.put({ receivedDateTime: minutesAgo(10) });
    await corrupt(9);
    await anna.answer(await anna.sent());
    expect(await anna.poll()).toMatchObject({ failed: "InternalServerError" });
    expect(await anna.poll()).toMatchObject({ failed: "InternalServerError" });
    await anna.pass(120);
    expect(await anna.poll()).toMatchObject({ failed: "InternalServerError" });
    await anna.pass(120);
    expect(await anna.poll()).toMatchObject({ written: 1 });
    expect(await anna.contact()).toMatchObject({ status: "replied" });
    const givenUp = { says: "Exchange answers with an error (InternalServerError)", givenUp: true };
    expect(await readSetAsides(anna.mail.scope, anna.mailbox)).toMatchObject([givenUp, givenUp]);
    expect(await anna.poll()).toEqual({ read: 0, written: 0 });
    expect(await anna.place()).toMatchObject({ error: null, last_polled_at: expect.any(Date) });
  });

  test("is no reason to wait for what lies before it", async () => {
    await anna.poll();
    const id = await anna.sent();
    await anna.answer(id);
    await corrupt(9);
    expect(await anna.poll()).toMatchObject({ failed: "InternalServerError" });
    expect(await anna.contact()).toMatchObject({ status: "replied" });
  });
});

test("a mailbox that never answers to a large page is read in small ones, and remembers", async () => {
  await fault({ status: 504, code: "UnknownError", path: "inbox.*delta", times: 3 });
  await anna.answer(await anna.sent());
  expect(await anna.poll()).toMatchObject({ written: 1 });
  expect(await anna.place()).toMatchObject({ page_size: 10 });
});

test("a backlog is read a while at a time, each message once, and is at its end only then", async () => {
  for (let n = 0; n < 4; n++) await anna.put({ subject: `Hello ${n}` });
  await world.admin("DELETE", "calls");
  // No time at all: a look still takes in one message, so that a slow list never stops reading.
  for (let look = 0; look < 3; look++) {
    expect(await anna.poll(new Date(), 0)).toEqual({ read: 1, written: 0, unfinished: true });
    expect(await anna.place()).toMatchObject({ last_polled_at: null });
  }
  expect(await anna.poll(new Date(), 0)).toEqual({ read: 1, written: 0 });
  expect(await anna.place()).toMatchObject({ last_polled_at: expect.any(Date), done: [] });
  const calls = (await world.admin("GET", "calls")) as { path: string }[];
  expect(calls.filter(({ path }) => /\/messages\/(?!delta)[^/]+$/.test(path))).toHaveLength(4);
});

describe("trouble", () => {
  test("is told when reading fails for more than five minutes, and lifted by the next look that reaches the end", async () => {
    await fault({ status: 503, code: "ErrorMailboxStoreUnavailable", path: "delta", retryAfter: "60" });
    expect(await anna.poll()).toMatchObject({ failed: "ErrorMailboxStoreUnavailable" });
    expect(await anna.account()).toMatchObject({ trouble: null });
    await anna.poll(later(4));
    expect(await anna.account()).toMatchObject({ trouble: null });
    await anna.poll(later(6));
    expect(await anna.account()).toMatchObject({ trouble: "unreadable", trouble_code: "ErrorMailboxStoreUnavailable" });
    await world.admin("DELETE", "faults");
    await anna.poll(later(7));
    expect(await anna.account()).toMatchObject({ trouble: null });
    expect(await anna.place()).toMatchObject({ error: null });
  });

  test("is a list that is refused although the mailbox opens", async () => {
    await fault({ status: 403, code: "ErrorAccessDenied", path: "delta" });
    expect(await anna.poll()).toMatchObject({ failed: "ErrorAccessDenied" });
    await anna.poll(later(6));
    expect(await anna.account()).toMatchObject({ status: "connected", trouble: "unreadable", trouble_code: "ErrorAccessDenied" });
    expect(await anna.setAside()).toEqual([]);
  });

  test("is a mailbox that is full", async () => {
    await fault({ status: 403, code: "ErrorQuotaExceeded", path: "delta" });
    expect(await anna.poll()).toMatchObject({ failed: "ErrorQuotaExceeded" });
    expect(await anna.account()).toMatchObject({ trouble: "full", trouble_code: "ErrorQuotaExceeded" });
  });

  test("of sending is not covered by one of reading", async () => {
    await world.db.admin`update sender_accounts set trouble = 'limited', trouble_code = '5.1.90' where id = ${anna.mailbox}`;
    await fault({ status: 503, code: "ErrorMailboxStoreUnavailable", path: "delta", retryAfter: "60" });
    await anna.poll();
    await anna.poll(later(6));
    await world.admin("DELETE", "faults");
    await anna.poll(later(7));
    expect(await anna.account()).toMatchObject({ trouble: "limited", trouble_code: "5.1.90" });
  });

  test("is a licence that is gone, which is asked for again later and not at every look", async () => {
    await world.admin("POST", "mailboxes", { mailbox: "anna@contoso.com", licence: false });
    expect(await anna.poll()).toMatchObject({ failed: "MailboxNotEnabledForRESTAPI" });
    expect(await anna.account()).toMatchObject({
      status: "connected",
      trouble: "no_licence",
      trouble_code: "MailboxNotEnabledForRESTAPI",
    });
    await world.admin("POST", "mailboxes", { mailbox: "anna@contoso.com", licence: true });
    expect(await anna.poll(later(5))).toEqual({ read: 0, written: 0 });
    expect(await anna.account()).toMatchObject({ trouble: "no_licence" });
    await anna.poll(later(16));
    expect(await anna.account()).toMatchObject({ trouble: null });
  });
});

describe("what is missing in a message", () => {
  test("stops nothing", async () => {
    const nothing = { from: null, sender: null, subject: null, bodyPreview: null, internetMessageId: null, conversationId: null };
    const headers = [
      { name: null, value: "x" },
      { name: "In-Reply-To", value: null },
    ];
    await anna.put({ ...nothing, receivedDateTime: null, internetMessageHeaders: headers });
    await anna.answer(await anna.sent());
    expect(await anna.poll()).toEqual({ read: 2, written: 1 });
  });
});

test("mail to many from a contact is no answer", async () => {
  await anna.sent();
  const from = { emailAddress: { address: anna.mail.email, name: "x" } };
  const internetMessageHeaders = [{ name: "List-Unsubscribe", value: "<https://x.example/u>" }];
  await anna.put({ from, subject: "", internetMessageHeaders });
  expect(await anna.poll()).toEqual({ read: 1, written: 0 });
  expect(await anna.contact()).toMatchObject({ status: "in_progress" });
});

test("what another address of the mailbox writes in the thread is ours", async () => {
  await anna.answer(await anna.sent(), { from: "anna@contoso-group.com" });
  expect(await anna.poll()).toEqual({ read: 1, written: 0 });
  expect(await anna.contact()).toMatchObject({ status: "in_progress" });
});
