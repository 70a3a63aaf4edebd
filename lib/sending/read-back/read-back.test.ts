import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { resumeCampaign } from "../../campaigns/resume-campaign";
import { pauseSeen } from "../../campaigns/testing/pause-seen";
import { acceptSent } from "../../drafts/changed/accept-sent";
import { feedCampaign } from "../queue/feed-campaign";
import { openSentCopies, type SentCopies } from "../testing/open-sent-copies";
import { standsAt } from "../testing/place-of";
import { mailKinds, type ReadyMail, seedFollowUp, seedNextReadyMail, seedReadyMail } from "../testing/seed-ready-mail";
import { knownAfter } from "./judge-copy";

let copies: SentCopies;
let mail: ReadyMail;

beforeAll(async () => {
  copies = await openSentCopies(process.env);
});
afterAll(() => copies.end());
beforeEach(async () => {
  mail = await copies.begin();
});

/** How the contact of the first mail waits, once the campaign is looked over. */
const standing = async (at: Date) => {
  await feedCampaign(mail.scope, mail.campaignId, at);
  const [row] = await copies.world.db.admin`select wait_reason as reason,
      (select count(*)::int from scheduled_emails e where e.campaign_contact_id = c.id and e.status = 'pending') as slots
      from campaign_contacts c where c.id = ${mail.campaignContactId}`;
  return { ...row };
};

describe.each(mailKinds)("of a %s mail", (kind) => {
  test("a mail that nobody touched is as it was signed, though Exchange wrote its HTML anew", async () => {
    mail = await copies.begin(kind);
    expect(await copies.leaveAndRead()).toMatchObject({ state: "confirmed", verdict: "equal", changes: null });
    expect(await copies.differences()).toEqual([]);
    expect(await copies.campaign()).toMatchObject({ status: "active", pauses: 0 });
  });
});

describe("a copy of a mail by hand that differs", () => {
  beforeEach(async () => {
    mail = await copies.begin("single");
  });

  test.each(["words", "disclaimer", "links", "recipients", "subject", "sender"])(
    "in %s is told of once, pauses no campaign, and is settled by whoever has seen it",
    async (change) => {
      await copies.alters({ kind: change, times: 1 });
      expect(await copies.leaveAndRead()).toMatchObject({ verdict: "different" });
      await copies.sweep(copies.minutes(2));
      await copies.sweep(copies.minutes(200));
      expect(await copies.differences()).toMatchObject([{ place: "sent", settledAs: null }]);
      expect(await copies.campaign()).toMatchObject({ status: "active", pauses: 0 });
      expect(await copies.told("found a copy that differs")).toEqual([{ by: null, detail: { draftId: mail.draftId } }]);
      expect(await standsAt(copies.world.db.admin, mail)).toMatchObject({ stands: "sent" });
      await acceptSent(mail.scope, mail.draftId, copies.minutes(3));
      expect(await copies.differences()).toMatchObject([{ settledAs: "accepted" }]);
      await expect(acceptSent(mail.scope, mail.draftId, copies.minutes(4))).rejects.toMatchObject({ code: "conflict" });
      expect(await copies.ledger()).toMatchObject({ verdict: "different" });
    },
  );

  test.each(["markup", "attachment", "name"])("in %s alone is asked about while the mailbox is little known", async (change) => {
    await copies.alters({ kind: change, times: 1 });
    expect(await copies.leaveAndRead()).toMatchObject({ verdict: "asked" });
    expect(await copies.told("found a copy that differs")).toEqual([]);
  });
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
      await copies.alters({ kind, times: 1 });
      expect(await copies.leaveAndRead()).toMatchObject({ verdict: "different" });
      await copies.sweep(copies.minutes(2));
      await copies.sweep(copies.minutes(200));
      const [found, ...more] = await copies.differences();
      expect(more).toEqual([]);
      expect(found).toMatchObject({ place: "sent", settledAs: null, found: { html: expect.any(String) } });
      expect(found?.differences).toContainEqual(expect.objectContaining({ field, after: expect.stringContaining(after) }));
      expect(await copies.campaign()).toEqual({ status: "paused", pauses: 1, by: null });
      expect(await copies.told("found a copy that differs")).toEqual([{ by: null, detail: { draftId: mail.draftId } }]);

      // Resumed without having looked: others go on, this contact waits.
      await seedFollowUp(copies.world.db.admin, mail, 2, copies.minutes(-1));
      await copies.world.db
        .admin`update scheduled_emails set status = 'cancelled' where campaign_contact_id = ${mail.campaignContactId} and status = 'pending'`;
      await copies.world.db
        .admin`update email_drafts set status = 'approved' where campaign_contact_id = ${mail.campaignContactId} and status = 'scheduled'`;
      const next = await seedNextReadyMail(copies.world.db.admin, mail, copies.minutes(-1));
      await resumeCampaign(mail.scope, mail.campaignId, await pauseSeen(mail.scope, mail.campaignId), copies.minutes(3));
      expect(await standing(copies.minutes(3))).toEqual({ reason: "left_otherwise", slots: 0 });
      expect(
        await copies.world.db.admin`select wait_reason from campaign_contacts where id = ${next.campaignContactId}`,
      ).not.toMatchObject([{ wait_reason: "left_otherwise" }]);

      await acceptSent(mail.scope, mail.draftId, copies.minutes(4));
      expect(await standing(copies.minutes(4))).toMatchObject({ slots: 1 });
      expect(await copies.ledger()).toMatchObject({ verdict: "different" });
      expect(await copies.campaign()).toMatchObject({ status: "active", pauses: 1 });
    },
  );

  test.each(["markup", "attachment", "name"])(
    "in %s alone is asked about while the mailbox is little known, and nothing waits",
    async (kind) => {
      await copies.known(knownAfter - 1);
      await copies.alters({ kind, times: 1 });
      expect(await copies.leaveAndRead()).toMatchObject({ verdict: "asked" });
      expect(await copies.differences()).toMatchObject([{ place: "sent", settledAs: null }]);
      expect(await copies.campaign()).toMatchObject({ status: "active", pauses: 0 });
      expect((await standing(copies.minutes(2))).reason).not.toBe("left_otherwise");
      await copies.leave(await seedFollowUp(copies.world.db.admin, mail, 2, copies.minutes(-1)));
      expect(await copies.told("found a copy that differs")).toEqual([]);
    },
  );

  test.each(["markup", "attachment", "name"])(
    "in %s alone pauses once so many copies of the mailbox were as signed",
    async (kind) => {
      await copies.known(knownAfter);
      await copies.alters({ kind, times: 1 });
      expect(await copies.leaveAndRead()).toMatchObject({ verdict: "different" });
      expect(await copies.campaign()).toMatchObject({ status: "paused", pauses: 1 });
    },
  );

  test("is found to be fine by a person, counts as explained from then on, and the same is not asked about again", async () => {
    await copies.alters({ kind: "attachment" });
    await copies.leaveAndRead();
    await acceptSent(mail.scope, mail.draftId, copies.minutes(2));
    expect(await copies.ledger()).toMatchObject({ verdict: "explained" });
    expect(await copies.differences()).toMatchObject([{ settledAs: "accepted", settledBy: mail.scope.memberId }]);
    expect(await copies.told("settled a changed mail")).toEqual([
      { by: mail.scope.memberId, detail: { draftId: mail.draftId, as: "accepted" } },
    ]);
    const next = await seedNextReadyMail(copies.world.db.admin, mail, copies.minutes(-1));
    expect(await copies.leaveAndRead(next)).toMatchObject({
      verdict: "explained",
      changes: [expect.stringContaining("found to be fine")],
    });
    expect(await copies.differences(next)).toEqual([]);
  });

  test("is settled by one of two people who press at once, and the other is told by whom", async () => {
    await copies.alters({ kind: "words", times: 1 });
    await copies.leaveAndRead();
    const both = await Promise.allSettled([1, 2].map(() => acceptSent(mail.scope, mail.draftId, copies.minutes(2))));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(acceptSent(mail.scope, mail.draftId, copies.minutes(3))).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/has settled this already/),
    });
    expect(await copies.told("settled a changed mail")).toHaveLength(1);
    const other = await seedReadyMail(copies.world.db.admin, copies.minutes(0));
    await expect(acceptSent(other.scope, mail.draftId, copies.minutes(3))).rejects.toMatchObject({ code: "not_found" });
  });

  test("of a campaign that has ended is told of all the same", async () => {
    await copies.alters({ kind: "words" });
    await copies.leave();
    await copies.world.db.admin`update campaigns set status = 'completed' where id = ${mail.campaignId}`;
    await copies.sweep(copies.minutes(1));
    expect(await copies.ledger()).toMatchObject({ verdict: "different" });
    expect(await copies.campaign()).toMatchObject({ status: "completed", pauses: 0 });
    expect(await copies.told("found a copy that differs")).toHaveLength(1);
  });
});
