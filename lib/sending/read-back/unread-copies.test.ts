import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readBackAfterMinutes } from "../../mail/read-back-limits";
import { writeClient } from "../../microsoft/graph/clients";
import { openSentCopies, type SentCopies } from "../testing/open-sent-copies";
import { type ReadyMail, seedNextReadyMail } from "../testing/seed-ready-mail";

let copies: SentCopies;
let mail: ReadyMail;

beforeAll(async () => {
  copies = await openSentCopies(process.env);
});
afterAll(() => copies.end());
beforeEach(async () => {
  mail = await copies.begin();
});

describe("a copy that cannot be read", () => {
  test("is read again later, and compared then", async () => {
    await copies.leaveUnread();
    const code = "ErrorCorruptData";
    await copies.world.admin("POST", "faults", {
      kind: "status-before",
      method: "GET",
      path: "^/me/messages/[^/?]+$",
      status: 500,
      code,
    });
    await copies.sweep(copies.minutes(1));
    expect(await copies.ledger()).toMatchObject({ verdict: null, tries: 1 });
    await copies.sweep(copies.minutes(1.5));
    expect(await copies.ledger()).toMatchObject({ verdict: null, tries: 1 });
    await copies.sweep(copies.minutes(3));
    expect(await copies.ledger()).toMatchObject({ verdict: "equal" });
  });

  test("stays uncompared after so many times, and is not asked for again; others are compared meanwhile", async () => {
    const sentGraphId = await copies.leaveUnread();
    await copies.world.admin("POST", "unreadable", { id: sentGraphId, code: "ErrorCorruptData" });
    const next = await seedNextReadyMail(copies.world.db.admin, mail, copies.minutes(-1));
    await copies.leave(next);
    for (const after of [...readBackAfterMinutes, 300, 600]) await copies.sweep(copies.minutes(1 + after));
    expect(await copies.ledger()).toMatchObject({ verdict: null, tries: readBackAfterMinutes.length });
    expect(await copies.ledger(next)).toMatchObject({ verdict: "equal" });
    const calls = (await copies.world.admin("GET", "calls")) as { path: string; query: string; status: number }[];
    const reads = calls.filter(({ path, status }) => path.includes(encodeURIComponent(sentGraphId)) && status === 500);
    expect(reads).toHaveLength(readBackAfterMinutes.length);
    expect(await copies.campaign()).toMatchObject({ status: "active" });
  });

  test("because it was deleted from the sent items stays uncompared", async () => {
    const sentGraphId = await copies.leaveUnread();
    await writeClient(copies.world.mailbox)
      .api(`/me/messages/${encodeURIComponent(sentGraphId)}/permanentDelete`)
      .post({});
    for (const after of readBackAfterMinutes) await copies.sweep(copies.minutes(1 + after));
    expect(await copies.ledger()).toMatchObject({ verdict: null, tries: readBackAfterMinutes.length });
    expect(await copies.campaign()).toMatchObject({ status: "active", pauses: 0 });
  });

  test("because its mailbox is shut for a moment costs it no try", async () => {
    await copies.leaveUnread();
    const code = "ErrorMailboxStoreUnavailable";
    await copies.world.admin("POST", "faults", {
      kind: "status-before",
      method: "GET",
      path: "^/me/messages/",
      status: 500,
      code,
    });
    await expect(copies.sweep(copies.minutes(1))).rejects.toMatchObject({ code });
    expect(await copies.ledger()).toMatchObject({ verdict: null, tries: 0 });
    await copies.sweep(copies.minutes(2));
    expect(await copies.ledger()).toMatchObject({ verdict: "equal" });
  });
});

test("what left more than a day ago is not read at all: an upgrade reads no old copies", async () => {
  await copies.alters({ kind: "words" });
  await copies.leaveUnread(copies.minutes(-24 * 60));
  await copies.sweep(copies.minutes(1));
  expect(await copies.ledger()).toMatchObject({ verdict: null, tries: 0 });
  await copies.world.db.admin`update deliveries set confirmed_at = ${copies.minutes(-23 * 60)} where draft_id = ${mail.draftId}`;
  await copies.sweep(copies.minutes(1));
  expect(await copies.ledger()).toMatchObject({ verdict: "different" });
});

test("what was signed and cannot be told any more is not compared", async () => {
  await copies.leave();
  await copies.world.db.admin`update email_drafts set request = jsonb_set(request, '{version}', '9') where id = ${mail.draftId}`;
  await copies.sweep(copies.minutes(1));
  expect(await copies.ledger()).toMatchObject({ state: "confirmed", verdict: null, tries: readBackAfterMinutes.length });
});

test("no more than fifteen copies of a mailbox are read in one go, those that were seen first before others", async () => {
  const first = await copies.earlier(15, { verdict: null, confirmedAt: copies.minutes(-20) });
  const later = await copies.earlier(5, { verdict: null, confirmedAt: copies.minutes(-10) });
  const tried = async (campaignId: string) => {
    const [row] = await copies.world.db
      .admin`select sum(read_back_tries)::int as tries from deliveries where campaign_id = ${campaignId}`;
    return row?.tries;
  };
  await copies.sweep(copies.minutes(0));
  expect([await tried(first), await tried(later)]).toEqual([15, 0]);
});

test("what its owner sent from Outlook is told elsewhere, and not compared once more", async () => {
  await copies.alters({ kind: "words" });
  await copies.leaveUnread();
  await copies.world.db
    .admin`insert into mail_differences (team_id, delivery_id, place, found_at, found, differences, settled_at, settled_as)
    select team_id, id, 'by hand', now(), '{}', '[]', now(), 'accepted' from deliveries where draft_id = ${mail.draftId}`;
  await copies.sweep(copies.minutes(1));
  expect(await copies.ledger()).toMatchObject({ verdict: null, tries: 0 });
  expect(await copies.campaign()).toMatchObject({ status: "active" });
});
