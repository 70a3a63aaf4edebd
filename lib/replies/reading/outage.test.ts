import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
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

const hour = 60;
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const fault = (more: Record<string, unknown>) => world.admin("POST", "faults", { kind: "status-before", times: null, ...more });
const singleMessages = { status: 500, code: "ErrorInternalServerError", path: "/messages/(?!delta)[^/]+$", method: "GET" };

describe("while the list works and single messages do not", () => {
  test("three in a row are the mailbox's fault, and all are taken in when it is over", async () => {
    for (let n = 0; n < 2; n++) await anna.put({ subject: `Hello ${n}` });
    await anna.answer(await anna.sent());
    await fault(singleMessages);
    expect(await anna.poll()).toMatchObject({ failed: "ErrorInternalServerError" });
    expect(await anna.setAside()).toEqual([]);
    await anna.poll(later(6));
    expect(await anna.account()).toMatchObject({ trouble: "unreadable", trouble_code: "ErrorInternalServerError" });
    expect(await anna.place()).toMatchObject({ last_polled_at: null });
    await world.admin("DELETE", "faults");
    expect(await anna.poll(later(7))).toEqual({ read: 3, written: 1 });
    expect(await anna.contact()).toMatchObject({ status: "replied" });
    expect(await anna.account()).toMatchObject({ trouble: null });
  });

  test("those set aside before count with those that come", async () => {
    for (let n = 0; n < 2; n++) await anna.put({ subject: `Hello ${n}` });
    await fault(singleMessages);
    expect(await anna.poll()).toEqual({ read: 0, written: 0 });
    expect(await anna.setAside()).toMatchObject([{ tries: 1 }, { tries: 1 }]);
    await anna.put({ subject: "Hello again" });
    expect(await anna.poll(later(1.1))).toMatchObject({ failed: "ErrorInternalServerError" });
    expect(await anna.setAside()).toMatchObject([{ tries: 1 }, { tries: 1 }]);
  });

  test("no time to look at more is no reason to take the mailbox for sound", async () => {
    for (let n = 0; n < 3; n++) await anna.put({ subject: `Hello ${n}` });
    await fault(singleMessages);
    expect(await anna.poll(new Date(), 0)).toMatchObject({ failed: "ErrorInternalServerError" });
  });

  test("for a whole day, the messages are broken after all and no longer hide those behind them", async () => {
    const broken: string[] = [];
    for (let n = 0; n < 3; n++) broken.push(await anna.put({ subject: `Broken ${n}` }));
    for (const id of broken) await fault({ ...singleMessages, path: id.slice(-24, -6) });
    expect(await anna.poll()).toMatchObject({ failed: "ErrorInternalServerError" });
    await anna.answer(await anna.sent());
    expect(await anna.poll(later(25 * hour))).toEqual({ read: 1, written: 1 });
    expect(await anna.contact()).toMatchObject({ status: "replied" });
    expect(await anna.setAside()).toMatchObject([{ givenUp: true }, { givenUp: true }, { givenUp: true }]);
    // Tried again they are all due at once, and say nothing of the mailbox.
    expect(await anna.poll(later(26.1 * hour))).toEqual({ read: 0, written: 0 });
    expect(await anna.setAside()).toMatchObject([{ tries: 2 }, { tries: 2 }, { tries: 2 }]);
  });
});

describe("one message that may recover", () => {
  const giveUp = async () => {
    for (const minutes of [0, 2, 7, 23]) await anna.poll(later(minutes));
    expect(await anna.setAside()).toMatchObject([{ tries: 4, givenUp: true }]);
  };

  test("holds follow-ups back for ten minutes, although it is tried longer", async () => {
    await anna.put({});
    await fault(singleMessages);
    for (const minutes of [0, 9]) await anna.poll(later(minutes));
    expect(await anna.place()).toMatchObject({ last_polled_at: null });
    const eleven = later(11);
    await anna.poll(eleven);
    expect(await anna.place()).toMatchObject({ last_polled_at: eleven });
    expect(await anna.setAside()).toMatchObject([{ givenUp: false }]);
  });

  test("is an answer also hours after it was given up", async () => {
    const id = await anna.sent();
    await anna.answer(id);
    await fault(singleMessages);
    await giveUp();
    await world.admin("DELETE", "faults");
    await anna.poll(later(40));
    expect(await anna.contact()).not.toMatchObject({ status: "replied" });
    await anna.poll(later(2 * hour));
    expect(await anna.contact()).toMatchObject({ status: "replied" });
    expect(await anna.setAside()).toEqual([]);
  });

  test("is left alone after three days", async () => {
    await anna.put({});
    await fault(singleMessages);
    await giveUp();
    for (const hours of [71, 73, 75, 77]) await anna.poll(later(hours * hour));
    expect(await anna.setAside()).toMatchObject([{ tries: 6, givenUp: true }]);
  });
});

describe("a refusal of the whole mailbox", () => {
  test("that a second look does not confirm changes nothing", async () => {
    await fault({ status: 404, code: "MailboxNotEnabledForRESTAPI", path: "delta", times: 1 });
    expect(await anna.poll()).toMatchObject({ failed: "MailboxNotEnabledForRESTAPI" });
    expect(await anna.account()).toMatchObject({ trouble: null });
    expect(await anna.poll()).toEqual({ read: 0, written: 0 });
    expect(await anna.place()).toMatchObject({ error: null, last_polled_at: expect.any(Date) });
  });

  test.each([
    [403, "ErrorAccessDenied"],
    [404, "MailboxNotEnabledForRESTAPI"],
  ])("%i %s, while Microsoft is too busy for a second look, is only noted", async (status, code) => {
    await fault({ status: 500, code: "ErrorInternalServerError", path: "/mailFolders/inbox|/mailFolders\\('inbox'\\)[^/]*$" });
    await fault({ status, code, path: "delta" });
    expect(await anna.poll()).toMatchObject({ failed: code });
    expect(await anna.account()).toMatchObject({ status: "connected", trouble: null });
    expect(await anna.place()).toMatchObject({ error: code });
  });

  test("for want of room for properties is no full mailbox", async () => {
    const message = "Cannot get ID from name, quota exceeded.";
    await fault({ status: 403, code: "ErrorQuotaExceeded", message, path: "delta" });
    expect(await anna.poll()).toMatchObject({ failed: "ErrorQuotaExceeded" });
    expect(await anna.account()).toMatchObject({ trouble: "limited", trouble_code: "ErrorQuotaExceeded" });
  });
});
