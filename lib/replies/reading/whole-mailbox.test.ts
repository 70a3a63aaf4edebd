import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
import { readLooks } from "../listening/read-looks";
import { openMailbox, type PolledMailbox } from "../testing/polled-mailbox";
import { reconcileMailbox } from "./reconcile-mailbox";

let world: MailWorld;
let anna: PolledMailbox;
const mailbox = "anna@contoso.com";

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());
beforeEach(async () => {
  anna = await openMailbox(world);
  await world.admin("POST", "settings", { lookupLagMs: 0, movedGoneMs: 60 });
});

const rules = (...all: Record<string, unknown>[]) =>
  world.admin("POST", "settings", { rules: all.map((rule) => ({ mailbox, ...rule })) });
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const replied = () => expect.poll(() => anna.contact()).toMatchObject({ status: "replied" });
const looks = () => readLooks(anna.mail.scope, anna.mailbox, new Date());
/** Whatever was asked of the mailbox since. */
const calls = async () => (await world.admin("GET", "calls")) as { path: string; query: string }[];

describe("an answer is found by the next look", () => {
  test.each(["Clients", "junkemail", "archive", "deleteditems"])("that a rule put into %s as it came", async (folder) => {
    await anna.poll();
    const id = await anna.sent();
    await rules({ folder, read: true });
    await anna.answer(id);
    expect(await anna.poll()).toMatchObject({ written: 1 });
    await replied();
  });

  test("that somebody read on a phone and filed before anybody looked", async () => {
    await anna.poll();
    const { id } = (await anna.answer(await anna.sent())) as { id: string };
    await world.admin("POST", "move", { id, folder: "Clients", read: true });
    await expect.poll(() => anna.poll()).toMatchObject({ written: 1 });
    await replied();
  });

  test("that is filed while the inbox tells of it: between two folders it has no place, and it is not forgotten", async () => {
    await anna.poll();
    const { id } = (await anna.answer(await anna.sent())) as { id: string };
    await world.admin("POST", "holds", { point: "after", path: "inbox.*delta" });
    const look = anna.poll();
    await world.admin("GET", "holds?wait=10000");
    await world.admin("POST", "settings", { movedGoneMs: 60_000 });
    await world.admin("POST", "move", { id, folder: "archive" });
    await world.admin("DELETE", "holds");
    expect(await look).toMatchObject({ read: 0 });
    await world.admin("POST", "settings", { movedGoneMs: 0 });
    await world.admin("POST", "move", { id, folder: "Clients" });
    await anna.poll();
    await replied();
  });

  test("that a look-up did not tell of for a while", async () => {
    await anna.poll();
    const id = await anna.sent();
    await world.admin("POST", "settings", { lookupLagMs: 60_000 });
    await rules({ folder: "Clients" });
    await anna.answer(id);
    // Later mail is listed meanwhile and moves the window on.
    expect(await anna.poll()).toMatchObject({ written: 0 });
    await world.admin("POST", "settings", { lookupLagMs: 0, rules: [] });
    await anna.put({ subject: "Hello" });
    expect(await anna.poll()).toMatchObject({ written: 1 });
    await replied();
  });
});

test("each message is read once, however many folders and looks tell of it; what we sent is not read", async () => {
  await anna.poll();
  await anna.sent();
  for (const folder of ["inbox", "junkemail", "Clients", "deleteditems"]) await anna.put({ folder, subject: folder });
  await world.admin("DELETE", "calls");
  expect(await anna.poll()).toEqual({ read: 4, written: 0 });
  for (let n = 0; n < 3; n++) expect(await anna.poll()).toEqual({ read: 0, written: 0 });
  const asked = await calls();
  expect(asked.filter(({ query }) => query.includes("uniqueBody"))).toHaveLength(4);
  // Three lists a look, and once the folder of sent mail.
  expect(asked.filter(({ path }) => /delta$|^\/me\/messages$/.test(path))).toHaveLength(12);
});

test("a mailbox of the release before goes on behind its link, and its other folders are taken in back to its connection", async () => {
  await anna.poll();
  const [before] = await world.db
    .admin`select delta_link as link from mailbox_syncs where sender_account_id = ${anna.mailbox} and folder = 'inbox'`;
  // As the migration leaves it: one row, of the inbox.
  await world.db.admin`delete from mailbox_syncs where sender_account_id = ${anna.mailbox} and folder <> 'inbox'`;
  await world.db.admin`update sender_accounts set connected_at = now() - interval '9 days' where id = ${anna.mailbox}`;
  const at = new Date(Date.now() - 8 * 86_400_000).toISOString();
  await anna.put({ folder: "junkemail", receivedDateTime: at });
  await anna.put({ folder: "Clients", receivedDateTime: at });
  await world.admin("DELETE", "calls");
  expect(await anna.poll()).toEqual({ read: 2, written: 0 });
  const first = (await calls()).find(({ path }) => path.includes("inbox"));
  expect(`https://graph.microsoft.com/v1.0${first?.path}${first?.query}`).toBe(decodeURIComponent(String(before?.link)));
});

test("a mailbox without a folder for Junk is read all the same", async () => {
  await world.admin("POST", "faults", {
    kind: "status-before",
    status: 404,
    code: "ErrorItemNotFound",
    path: "junkemail",
    times: null,
  });
  await anna.answer(await anna.sent());
  expect(await anna.poll()).toMatchObject({ written: 1 });
  expect(await looks()).toMatchObject({ unreadSince: null });
});

describe("an item over the whole mailbox that cannot be listed", () => {
  test("is passed by after three looks, and what lies behind it is found", async () => {
    await anna.poll();
    await anna.put({ folder: "Clients", unreadable: "ErrorCorruptData" });
    const id = await anna.sent();
    await rules({ folder: "Clients" });
    await anna.answer(id);
    for (const pass of [0, 120, 120]) {
      await anna.pass(pass);
      expect(await anna.poll()).toMatchObject({ failed: "InternalServerError" });
    }
    expect(await anna.poll()).toEqual({ read: 1, written: 1 });
    await replied();
    // It stands in the list still, and is no reason to begin anew.
    expect(await anna.poll()).toEqual({ read: 0, written: 0 });
    expect(await looks()).toMatchObject({ givenUp: 1, unreadSince: null });
  });
});

describe("the night's reading of the last days", () => {
  const night = () => reconcileMailbox(anna.mail.scope, anna.mailbox, later(10), null);

  test("takes in what no look had, once, and counts it", async () => {
    await anna.poll();
    const { id } = (await anna.answer(await anna.sent(), { text: "Yes" })) as { id: string };
    await anna.put({ folder: "junkemail" });
    // Nobody has told of it: the place in the list is behind it, and the window too.
    await world.admin("POST", "move", { id, folder: "Clients" });
    await world.db
      .admin`update mailbox_syncs set delta_link = ${later(1).toISOString()} where sender_account_id = ${anna.mailbox} and folder = 'everywhere'`;
    expect(await anna.poll()).toMatchObject({ written: 0 });
    expect(await night()).toEqual({ found: 1, next: null });
    await replied();
    expect(await looks()).toMatchObject({ differences: 1, reconciledAt: expect.any(Date) });
    expect(await night()).toEqual({ found: 0, next: null });
    expect(await looks()).toMatchObject({ differences: 0 });
  });

  test("goes on where a turn ended, however short, and leaves what came just now to the next look", async () => {
    for (let n = 0; n < 3; n++) await anna.put({ subject: `Hello ${n}`, folder: "Clients" });
    await world.admin("DELETE", "calls");
    const turn = (at: Date, from: string | null) => reconcileMailbox(anna.mail.scope, anna.mailbox, at, from, 0);
    expect(await turn(new Date(), null)).toEqual({ found: 0, next: null });
    let next: string | null = null;
    let turns = 0;
    do {
      ({ next } = await turn(later(10), next));
      turns += 1;
    } while (next !== null && turns < 9);
    expect({ turns, next }).toEqual({ turns: 3, next: null });
    expect((await calls()).filter(({ query }) => query.includes("uniqueBody"))).toHaveLength(3);
  });
});

describe("a page says of a mailbox", () => {
  test("when each folder was read, how late, and since when it is not", async () => {
    const now = new Date();
    await anna.put({ receivedDateTime: new Date(now.getTime() - 7000).toISOString() });
    await anna.poll(now);
    const read = await looks();
    expect(read).toMatchObject({ lookBeganAt: now, unreadSince: null, givenUp: 0, tried: 0, differences: 0 });
    expect(read.folders).toMatchObject(["inbox", "junkemail", "everywhere"].map((folder) => ({ folder, at: now, error: null })));
    expect(read.lagMs).toBeGreaterThanOrEqual(7000);
    expect(read.lagMs).toBeLessThan(60_000);
    await world.admin("POST", "faults", {
      kind: "status-before",
      status: 503,
      code: "ErrorServerBusy",
      path: "junkemail",
      retryAfter: "60",
      times: null,
    });
    await anna.poll(later(6));
    expect(await readLooks(anna.mail.scope, anna.mailbox, later(6))).toMatchObject({ unreadSince: now });
    expect((await looks()).folders[1]).toMatchObject({ error: "ErrorServerBusy", at: now });
  });
});
