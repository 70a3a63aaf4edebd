import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seedDelivery } from "@/db/seed/seed-enrolment";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { rejectDraft } from "../drafts/reject-draft";
import { stubSettings } from "../env/testing/stub-settings";
import { type ReadyMail, seedReadyMail } from "../sending/testing/seed-ready-mail";
import { suppressContact } from "../suppressions/suppress-contact";
import { completeCampaign } from "./complete-campaign";
import { pauseCampaign } from "./pause-campaign";
import { stopContact } from "./stop-contact";
import { takeBackStop } from "./take-back-stop";

let db: TestDatabase;
let mail: ReadyMail;
let ben: { teamId: string; memberId: string };
const now = new Date("2026-11-24T12:40:00Z");
const later = new Date("2026-11-24T12:41:00Z");
const nextDay = new Date("2026-11-25T09:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedReadyMail(db.admin, now);
  const [member] = await db.admin`insert into members (team_id, tid, oid, name, email, role)
    select id, tenant_id, gen_random_uuid(), 'Ben Okafor', 'ben@contoso.com', 'member' from teams where id = ${mail.scope.teamId} returning id`;
  ben = { teamId: mail.scope.teamId, memberId: member?.id };
});

const enrolled = async () =>
  (await db.admin`select status, ended_reason from campaign_contacts where id = ${mail.campaignContactId}`)[0];
const draft = async () => (await db.admin`select status::text, reject_reason from email_drafts where id = ${mail.draftId}`)[0];
const isSigned = async () =>
  (await db.admin`select 1 from signatures where draft_id = ${mail.draftId} and voided_at is null`).length === 1;
const handOver = (state: string) => seedDelivery(db.admin, mail.draftId, { state, at: now });

describe("pausing", () => {
  test("what is paused says who did it, and keeps that pause", async () => {
    expect(await pauseCampaign(ben, mail.campaignId, now)).toEqual({ slots: 1, was: null });
    expect(await pauseCampaign(mail.scope, mail.campaignId, later)).toEqual({
      slots: 0,
      was: "Ben Okafor paused it already at 12:40.",
    });
    expect((await pauseCampaign(mail.scope, mail.campaignId, nextDay)).was).toBe(
      "Ben Okafor paused it already on Tue 24 Nov at 12:40.",
    );
    const pauses = await db.admin`select paused_by from campaign_pauses where campaign_id = ${mail.campaignId}`;
    expect(pauses).toEqual([{ paused_by: ben.memberId }]);
  });

  test("what has ended, or never ran, says so", async () => {
    await completeCampaign(ben, mail.campaignId, now);
    expect((await pauseCampaign(mail.scope, mail.campaignId, later)).was).toBe("Ben Okafor ended it already at 12:40.");
    await db.admin`update campaigns set completed_by = null where id = ${mail.campaignId}`;
    expect((await pauseCampaign(mail.scope, mail.campaignId, later)).was).toBe("It had ended already at 12:40.");
    await db.admin`update campaigns set status = 'draft' where id = ${mail.campaignId}`;
    expect((await pauseCampaign(mail.scope, mail.campaignId, later)).was).toBe("It was never launched, so nothing of it leaves.");
  });
});

test("ending what has ended says who did it", async () => {
  expect(await completeCampaign(ben, mail.campaignId, now)).toEqual({ people: 1, was: null });
  expect(await completeCampaign(mail.scope, mail.campaignId, later)).toEqual({
    people: 0,
    was: "Ben Okafor ended it already at 12:40.",
  });
});

describe("stopping for one person", () => {
  test("where it has ended says why, and keeps the reason", async () => {
    await db.admin`update campaign_contacts set status = 'replied', ended_reason = 'replied', completed_at = ${now} where id = ${mail.campaignContactId}`;
    expect(await stopContact(mail.scope, mail.campaignContactId, later)).toEqual({
      was: "It had ended already at 12:40: replied.",
    });
    expect(await enrolled()).toEqual({ status: "replied", ended_reason: "replied" });
  });

  test("while a mail is with Exchange stops what follows, and says so", async () => {
    await handOver("submitting");
    expect(await stopContact(mail.scope, mail.campaignContactId, later)).toEqual({
      was: "A mail was handed over already at 12:40; nothing follows it.",
    });
    expect(await enrolled()).toMatchObject({ ended_reason: "stopped by hand" });
  });

  test("is taken back by any colleague: it goes on with what was signed, and the record says so", async () => {
    await stopContact(mail.scope, mail.campaignContactId, now);
    await takeBackStop(ben, mail.campaignContactId, later);
    expect(await enrolled()).toEqual({ status: "pending", ended_reason: null });
    expect(await isSigned()).toBe(true);
    const fed = await db.admin`select data from outbox where team_id = ${mail.scope.teamId} and name = 'campaign/feed'`;
    expect(fed.map(({ data }) => data.campaignId)).toContain(mail.campaignId);
    const verbs = await db.admin`select verb, member_id from activities where team_id = ${mail.scope.teamId} order by at`;
    expect(verbs).toEqual([
      { verb: "stopped a contact", member_id: mail.scope.memberId },
      { verb: "took a stop back", member_id: ben.memberId },
    ]);
    await expect(takeBackStop(ben, mail.campaignContactId, later)).rejects.toMatchObject({ code: "conflict" });
  });

  test("lets a campaign go on that was finished by it, not one that somebody ended", async () => {
    const campaign = async () => (await db.admin`select status from campaigns where id = ${mail.campaignId}`)[0]?.status;
    await stopContact(mail.scope, mail.campaignContactId, now);
    await db.admin`update campaigns set status = 'completed', completed_at = ${later}, completed_by = ${ben.memberId} where id = ${mail.campaignId}`;
    await expect(takeBackStop(mail.scope, mail.campaignContactId, later)).rejects.toMatchObject({ code: "conflict" });
    expect(await campaign()).toBe("completed");
    await db.admin`update campaigns set completed_by = null where id = ${mail.campaignId}`;
    await takeBackStop(mail.scope, mail.campaignContactId, later);
    expect(await campaign()).toBe("active");
  });

  test.each(["suppressed", "archived", "handed over", "ended otherwise"])(
    "is not taken back where something since keeps it ended: %s",
    async (since) => {
      await stopContact(mail.scope, mail.campaignContactId, now);
      if (since === "suppressed") await suppressContact(ben, mail.contactId, later);
      if (since === "archived") await db.admin`update contacts set archived_at = ${later} where id = ${mail.contactId}`;
      if (since === "handed over") await handOver("submitting");
      if (since === "ended otherwise")
        await db.admin`update campaign_contacts set status = 'replied', ended_reason = 'replied' where id = ${mail.campaignContactId}`;
      await expect(takeBackStop(mail.scope, mail.campaignContactId, later)).rejects.toMatchObject({ code: "conflict" });
      expect((await enrolled())?.ended_reason).toBe(since === "ended otherwise" ? "replied" : "stopped by hand");
    },
  );

  test("is nothing that another team takes back", async () => {
    const other = await seedReadyMail(db.admin, now);
    await stopContact(mail.scope, mail.campaignContactId, now);
    await expect(takeBackStop(other.scope, mail.campaignContactId, later)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("suppressing", () => {
  test.each(["by hand", "unsubscribed"])("an address that is suppressed %s says so", async (reason) => {
    await db.admin`insert into suppressions (team_id, email_norm, reason, created_at, created_by)
      values (${mail.scope.teamId}, ${mail.email.toLowerCase()}, ${reason}, ${now}, ${reason === "by hand" ? ben.memberId : null})`;
    expect(await suppressContact(mail.scope, mail.contactId, later)).toMatchObject({
      ended: 1,
      was:
        reason === "by hand"
          ? "Ben Okafor suppressed this address already at 12:40."
          : "This address was suppressed already at 12:40: unsubscribed.",
    });
  });

  test("while a mail is with Exchange says so", async () => {
    await handOver("reconciling");
    expect(await suppressContact(mail.scope, mail.contactId, later)).toMatchObject({
      ended: 1,
      was: "A mail was handed over already at 12:40; nothing follows it.",
    });
  });
});

describe("rejecting", () => {
  const reject = () => rejectDraft(mail.scope, mail.draftId, "Wrong person", later);

  test("a mail that was signed meanwhile takes its signature back", async () => {
    expect(await isSigned()).toBe(true);
    expect(await reject()).toEqual({ was: null });
    expect(await isSigned()).toBe(false);
    expect(await draft()).toEqual({ status: "draft", reject_reason: "Wrong person" });
    expect(await enrolled()).toMatchObject({ ended_reason: "rejected" });
  });

  test("what was rejected says who did it, and keeps that reason", async () => {
    await rejectDraft(ben, mail.draftId, "Wrong moment", now);
    expect(await reject()).toEqual({ was: "Ben Okafor rejected it already at 12:40." });
    expect(await draft()).toMatchObject({ reject_reason: "Wrong moment" });
  });

  test.each([
    ["accepted", "The mail had left already at 12:40; nothing follows it."],
    ["submitting", "The mail was handed over already at 12:40; nothing follows it."],
    ["review", "The mail was handed over already at 12:40; nothing follows it."],
  ])("a mail that is %s ends the campaign for the person, and the mail keeps its seal", async (state, was) => {
    await handOver(state);
    expect(await reject()).toEqual({ was });
    expect(await enrolled()).toEqual({ status: "completed", ended_reason: "stopped by hand" });
    expect(await draft()).toMatchObject({ reject_reason: null });
    expect(await isSigned()).toBe(true);
    const verbs = await db.admin`select verb from activities where team_id = ${mail.scope.teamId}`;
    expect(verbs).toEqual([{ verb: "stopped a contact" }]);
  });
});
