import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seedCampaign } from "@/db/seed/seed-campaign";
import { seedEnrolment } from "@/db/seed/seed-enrolment";
import { resumeCampaign } from "../../campaigns/resume-campaign";
import { readBackAfterMinutes } from "../../mail/read-back-limits";
import { writeClient } from "../../microsoft/graph/clients";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
import { feedCampaign } from "../queue/feed-campaign";
import { sendPlanned } from "../run/send-planned";
import { settleMailbox } from "../sweep/settle-mailbox";
import { giveConsent } from "../testing/give-consent";
import { type ReadyMail, seedFollowUp, seedNextReadyMail, seedReadyMail } from "../testing/seed-ready-mail";
import { knownAfter } from "./judge-copy";
import { settleCopy } from "./settle-copy";

let world: MailWorld;
let start: Date;
let mail: ReadyMail;
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.admin("POST", "reset", {});
  await world.admin("POST", "settings", {
    ...{ moveDelayMs: 50, deliveryDelayMs: 10, lookupLagMs: 0, movedGoneMs: 0, replySettlesMs: 0 },
  });
  start = new Date();
  mail = await seedReadyMail(world.db.admin, minutes(-1), { to: "finn@fabrikam.com", followUps: 1 });
  await giveConsent(world.db.admin, mail);
});

const alters = (...list: object[]) => world.admin("POST", "settings", { alters: list });
const sweep = (at: Date) => settleMailbox(mail.scope, mail.senderAccountId, world.mailbox, at);
const ledger = async (of = mail) => {
  const [row] = await world.db.admin`select state, read_back as verdict, read_back_changes as changes, read_back_tries as tries,
      sent_graph_id as "sentGraphId" from deliveries where draft_id = ${of.draftId}`;
  return row as { state: string; verdict: string | null; changes: string[] | null; tries: number; sentGraphId: string };
};
const differences = async (of = mail) => {
  const rows = await world.db
    .admin`select x.id, x.place, x.found, x.differences, x.settled_as as "settledAs", x.settled_by as "settledBy"
      from mail_differences x join deliveries v on v.id = x.delivery_id where v.draft_id = ${of.draftId}`;
  return rows as unknown as {
    id: string;
    place: string;
    found: { html: string };
    differences: { field: string; after: string }[];
    settledAs: string | null;
    settledBy: string | null;
  }[];
};
const campaign = async () => {
  const [row] = await world.db
    .admin`select k.status, (select count(*)::int from campaign_pauses p where p.campaign_id = k.id) as pauses,
      (select p.paused_by from campaign_pauses p where p.campaign_id = k.id limit 1) as by from campaigns k where k.id = ${mail.campaignId}`;
  return row as { status: string; pauses: number; by: string | null };
};
const told = async (verb: string) =>
  (
    await world.db.admin`select member_id as by, detail from activities where verb = ${verb} and campaign_id = ${mail.campaignId}`
  ).map((row) => ({ ...row }));
/** How the contact of the first mail waits, once the campaign is looked over. */
const standing = async (at: Date) => {
  await feedCampaign(mail.scope, mail.campaignId, at);
  const [row] = await world.db.admin`select wait_reason as reason,
      (select count(*)::int from scheduled_emails e where e.campaign_contact_id = c.id and e.status = 'pending') as slots
      from campaign_contacts c where c.id = ${mail.campaignContactId}`;
  return { ...row };
};

/** Sends it and waits until it stands among the sent items, without looking at its copy. */
async function leave(of = mail) {
  await expect.poll(() => sendPlanned(of.scope, of, () => new Date()), { timeout: 15_000 }).toEqual({ kind: "sent" });
  const [row] = await world.db.admin`select send_key as key from deliveries where draft_id = ${of.draftId}`;
  await expect.poll(() => world.delivered(row?.key), { timeout: 5000 }).not.toEqual([]);
}
async function leaveAndRead(of = mail) {
  await leave(of);
  await sweep(minutes(1));
  return ledger(of);
}
/** Mails of the same mailbox that left before, with what was found of their copies. */
async function earlier(count: number, copy: { verdict: string | null; confirmedAt: Date }) {
  const { admin } = world.db;
  const { scope, senderAccountId, contactId } = mail;
  const steps = Array.from({ length: count }, (_, index) => ({ name: `Step ${index}`, subject: "s", body: "b" }));
  const { campaignId } = await seedCampaign(admin, scope.teamId, { name: "Before", status: "completed", senderAccountId, steps });
  const enrolled = await seedEnrolment(admin, campaignId, contactId);
  await admin`insert into email_drafts (team_id, contact_id, draft_type, subject, body, campaign_id, campaign_contact_id, sequence_id, sender_account_id, request, request_hash)
    select s.team_id, ${contactId}, 'first_outreach', 's', 'b', ${campaignId}, ${enrolled}, s.id, ${senderAccountId}, d.request, d.request_hash
    from campaign_sequences s, email_drafts d where s.campaign_id = ${campaignId} and d.id = ${mail.draftId}`;
  await admin`insert into deliveries (team_id, draft_id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, send_key, request_hash,
      state, accepted_at, confirmed_at, sent_graph_id, read_back)
    select team_id, id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, id::text, request_hash,
      'confirmed', ${copy.confirmedAt}, ${copy.confirmedAt}, 'gone', ${copy.verdict}
    from email_drafts where campaign_id = ${campaignId}`;
  return campaignId;
}
/** Copies of this mailbox that were as signed, and some that were not. */
async function known(count: number) {
  await earlier(count - 3, { verdict: "equal", confirmedAt: minutes(-600) });
  await earlier(3, { verdict: "explained", confirmedAt: minutes(-600) });
  await earlier(9, { verdict: "asked", confirmedAt: minutes(-600) });
}
/** It left and was seen among the sent items just now. @returns the id of its copy. */
async function leaveUnread(confirmedAt = minutes(1)) {
  await leave();
  await world.db
    .admin`update deliveries set state = 'confirmed', confirmed_at = ${confirmedAt}, sent_graph_id = graph_id where draft_id = ${mail.draftId}`;
  return (await ledger()).sentGraphId;
}

test("a mail that nobody touched is as it was signed, though Exchange wrote its HTML anew", async () => {
  expect(await leaveAndRead()).toMatchObject({ state: "confirmed", verdict: "equal", changes: null });
  expect(await differences()).toEqual([]);
  expect(await campaign()).toMatchObject({ status: "active", pauses: 0 });
});

describe("a copy that differs", () => {
  test.each([
    ["words", "words", "Call me today."],
    ["disclaimer", "words", "This message is confidential."],
    ["links", "links", "links.example"],
    ["recipients", "recipients", "copy@outside.example"],
    ["subject", "subject", "[External] Hello"],
    ["sender", "from", "ben@contoso.com"],
  ])(
    "in %s pauses the campaign, tells of it once, and holds the contact until somebody has seen it",
    async (kind, field, after) => {
      await alters({ kind, times: 1 });
      expect(await leaveAndRead()).toMatchObject({ verdict: "different" });
      await sweep(minutes(2));
      await sweep(minutes(200));
      const [found, ...more] = await differences();
      expect(more).toEqual([]);
      expect(found).toMatchObject({ place: "sent", settledAs: null, found: { html: expect.any(String) } });
      expect(found?.differences).toContainEqual(expect.objectContaining({ field, after: expect.stringContaining(after) }));
      expect(await campaign()).toEqual({ status: "paused", pauses: 1, by: null });
      expect(await told("found a copy that differs")).toEqual([{ by: null, detail: { draftId: mail.draftId } }]);

      // Resumed without having looked: others go on, this contact waits.
      await seedFollowUp(world.db.admin, mail, 2, minutes(-1));
      await world.db
        .admin`update scheduled_emails set status = 'cancelled' where campaign_contact_id = ${mail.campaignContactId} and status = 'pending'`;
      await world.db
        .admin`update email_drafts set status = 'approved' where campaign_contact_id = ${mail.campaignContactId} and status = 'scheduled'`;
      const next = await seedNextReadyMail(world.db.admin, mail, minutes(-1));
      await resumeCampaign(mail.scope, mail.campaignId, minutes(3));
      expect(await standing(minutes(3))).toEqual({ reason: "left_otherwise", slots: 0 });
      expect(
        await world.db.admin`select wait_reason from campaign_contacts where id = ${next.campaignContactId}`,
      ).not.toMatchObject([{ wait_reason: "left_otherwise" }]);

      await settleCopy(mail.scope, found?.id ?? "", minutes(4));
      expect(await standing(minutes(4))).toMatchObject({ slots: 1 });
      expect(await ledger()).toMatchObject({ verdict: "different" });
      expect(await campaign()).toMatchObject({ status: "active", pauses: 1 });
    },
  );

  test.each(["markup", "attachment", "name"])(
    "in %s alone is asked about while the mailbox is little known, and nothing waits",
    async (kind) => {
      await known(knownAfter - 1);
      await alters({ kind, times: 1 });
      expect(await leaveAndRead()).toMatchObject({ verdict: "asked" });
      expect(await differences()).toMatchObject([{ place: "sent", settledAs: null }]);
      expect(await campaign()).toMatchObject({ status: "active", pauses: 0 });
      await seedFollowUp(world.db.admin, mail, 2, minutes(-1));
      expect(await standing(minutes(2))).toMatchObject({ slots: 1 });
      expect(await told("found a copy that differs")).toEqual([]);
    },
  );

  test.each(["markup", "attachment", "name"])(
    "in %s alone pauses once so many copies of the mailbox were as signed",
    async (kind) => {
      await known(knownAfter);
      await alters({ kind, times: 1 });
      expect(await leaveAndRead()).toMatchObject({ verdict: "different" });
      expect(await campaign()).toMatchObject({ status: "paused", pauses: 1 });
    },
  );

  test("is found to be fine by a person, counts as explained from then on, and the same is not asked about again", async () => {
    await alters({ kind: "attachment" });
    await leaveAndRead();
    const [found] = await differences();
    await settleCopy(mail.scope, found?.id ?? "", minutes(2));
    expect(await ledger()).toMatchObject({ verdict: "explained" });
    expect(await differences()).toMatchObject([{ settledAs: "accepted", settledBy: mail.scope.memberId }]);
    expect(await told("settled a changed mail")).toEqual([
      { by: mail.scope.memberId, detail: { draftId: mail.draftId, as: "accepted" } },
    ]);
    const next = await seedNextReadyMail(world.db.admin, mail, minutes(-1));
    expect(await leaveAndRead(next)).toMatchObject({
      verdict: "explained",
      changes: [expect.stringContaining("found to be fine")],
    });
    expect(await differences(next)).toEqual([]);
  });

  test("is settled by one of two people who press at once, and the other is told by whom", async () => {
    await alters({ kind: "words", times: 1 });
    await leaveAndRead();
    const [found] = await differences();
    const both = await Promise.allSettled([1, 2].map(() => settleCopy(mail.scope, found?.id ?? "", minutes(2))));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(settleCopy(mail.scope, found?.id ?? "", minutes(3))).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/has settled this already/),
    });
    expect(await told("settled a changed mail")).toHaveLength(1);
    const other = await seedReadyMail(world.db.admin, start);
    await expect(settleCopy(other.scope, found?.id ?? "", minutes(3))).rejects.toMatchObject({ code: "not_found" });
  });

  test("of a campaign that has ended is told of all the same, and of a paused one pauses nothing anew", async () => {
    await alters({ kind: "words" });
    await leave();
    await world.db.admin`update campaigns set status = 'completed' where id = ${mail.campaignId}`;
    await sweep(minutes(1));
    expect(await ledger()).toMatchObject({ verdict: "different" });
    expect(await campaign()).toMatchObject({ status: "completed", pauses: 0 });
    expect(await told("found a copy that differs")).toHaveLength(1);
  });
});

describe("a copy that cannot be read", () => {
  test("is read again later, and compared then", async () => {
    await leaveUnread();
    const code = "ErrorCorruptData";
    await world.admin("POST", "faults", {
      kind: "status-before",
      method: "GET",
      path: "^/me/messages/[^/?]+$",
      status: 500,
      code,
    });
    await sweep(minutes(1));
    expect(await ledger()).toMatchObject({ verdict: null, tries: 1 });
    await sweep(minutes(1.5));
    expect(await ledger()).toMatchObject({ verdict: null, tries: 1 });
    await sweep(minutes(3));
    expect(await ledger()).toMatchObject({ verdict: "equal" });
  });

  test("stays uncompared after so many times, and is not asked for again; others are compared meanwhile", async () => {
    const sentGraphId = await leaveUnread();
    await world.admin("POST", "unreadable", { id: sentGraphId, code: "ErrorCorruptData" });
    const next = await seedNextReadyMail(world.db.admin, mail, minutes(-1));
    await leave(next);
    for (const after of [...readBackAfterMinutes, 300, 600]) await sweep(minutes(1 + after));
    expect(await ledger()).toMatchObject({ verdict: null, tries: readBackAfterMinutes.length });
    expect(await ledger(next)).toMatchObject({ verdict: "equal" });
    const calls = (await world.admin("GET", "calls")) as { path: string; query: string; status: number }[];
    const reads = calls.filter(({ path, status }) => path.includes(encodeURIComponent(sentGraphId)) && status === 500);
    expect(reads).toHaveLength(readBackAfterMinutes.length);
    expect(await campaign()).toMatchObject({ status: "active" });
  });

  test("because it was deleted from the sent items stays uncompared", async () => {
    const sentGraphId = await leaveUnread();
    await writeClient(world.mailbox)
      .api(`/me/messages/${encodeURIComponent(sentGraphId)}/permanentDelete`)
      .post({});
    for (const after of readBackAfterMinutes) await sweep(minutes(1 + after));
    expect(await ledger()).toMatchObject({ verdict: null, tries: readBackAfterMinutes.length });
    expect(await campaign()).toMatchObject({ status: "active", pauses: 0 });
  });

  test("because its mailbox is shut for a moment costs it no try", async () => {
    await leaveUnread();
    const code = "ErrorMailboxStoreUnavailable";
    await world.admin("POST", "faults", { kind: "status-before", method: "GET", path: "^/me/messages/", status: 500, code });
    await expect(sweep(minutes(1))).rejects.toMatchObject({ code });
    expect(await ledger()).toMatchObject({ verdict: null, tries: 0 });
    await sweep(minutes(2));
    expect(await ledger()).toMatchObject({ verdict: "equal" });
  });
});

test("what left more than a day ago is not read at all: an upgrade reads no old copies", async () => {
  await alters({ kind: "words" });
  await leaveUnread(minutes(-24 * 60));
  await sweep(minutes(1));
  expect(await ledger()).toMatchObject({ verdict: null, tries: 0 });
  await world.db.admin`update deliveries set confirmed_at = ${minutes(-23 * 60)} where draft_id = ${mail.draftId}`;
  await sweep(minutes(1));
  expect(await ledger()).toMatchObject({ verdict: "different" });
});

test("what was signed and cannot be told any more is not compared", async () => {
  await leave();
  await world.db.admin`update email_drafts set request = jsonb_set(request, '{version}', '9') where id = ${mail.draftId}`;
  await sweep(minutes(1));
  expect(await ledger()).toMatchObject({ state: "confirmed", verdict: null, tries: readBackAfterMinutes.length });
});

test("no more than fifteen copies of a mailbox are read in one go, those that were seen first before others", async () => {
  const first = await earlier(15, { verdict: null, confirmedAt: minutes(-20) });
  const later = await earlier(5, { verdict: null, confirmedAt: minutes(-10) });
  const tried = async (campaignId: string) => {
    const [row] = await world.db
      .admin`select sum(read_back_tries)::int as tries from deliveries where campaign_id = ${campaignId}`;
    return row?.tries;
  };
  await sweep(minutes(0));
  expect([await tried(first), await tried(later)]).toEqual([15, 0]);
});

test("what its owner sent from Outlook is told elsewhere, and not compared once more", async () => {
  await alters({ kind: "words" });
  await leaveUnread();
  await world.db
    .admin`insert into mail_differences (team_id, delivery_id, place, found_at, found, differences, settled_at, settled_as)
    select team_id, id, 'by hand', now(), '{}', '[]', now(), 'accepted' from deliveries where draft_id = ${mail.draftId}`;
  await sweep(minutes(1));
  expect(await ledger()).toMatchObject({ verdict: null, tries: 0 });
  expect(await campaign()).toMatchObject({ status: "active" });
});
