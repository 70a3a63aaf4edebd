import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import type { EndReason } from "@/db/schema/words";
import { seedCampaign } from "@/db/seed/seed-campaign";
import { seedDelivery } from "@/db/seed/seed-enrolment";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../env/testing/stub-settings";
import { type ReadyMail, seedReadyMail } from "../sending/testing/seed-ready-mail";
import { endContact } from "./end-contact";
import { resumeAll } from "./resume-all";
import { stopAll } from "./stop-all";

let db: TestDatabase;
let mail: ReadyMail;
const now = new Date("2026-11-24T15:00:00Z");
const later = new Date("2026-11-24T15:10:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedReadyMail(db.admin, now);
});

const enrolled = async () =>
  (
    await db.admin`select status, ended_reason, wait_reason, next_at, completed_at, stopped_by from campaign_contacts where id = ${mail.campaignContactId}`
  )[0];
const slot = async () => (await db.admin`select status, cancel_reason from scheduled_emails where draft_id = ${mail.draftId}`)[0];
const draftStatus = async () => (await db.admin`select status from email_drafts where id = ${mail.draftId}`)[0]?.status;
const events = (name: string) =>
  db.admin`select event_id, data from outbox where team_id = ${mail.scope.teamId} and name = ${name}`;
const isStopped = async ({ teamId }: { teamId: string }) =>
  (await db.admin`select 1 from team_stops where team_id = ${teamId} and lifted_at is null`).length === 1;
const verbs = async () =>
  (await db.admin`select verb from activities where team_id = ${mail.scope.teamId} order by at`).map((row) => row.verb);
const end = (reason: EndReason, at = now, memberId: string | null = null) =>
  withTeam(mail.scope, (tx) =>
    endContact(tx, { teamId: mail.scope.teamId, campaignContactId: mail.campaignContactId, memberId }, reason, at),
  );
const withExchange = () => seedDelivery(db.admin, mail.draftId, { state: "submitting", at: now });

describe("ending a contact", () => {
  test.each([
    ["got every mail", "completed"],
    ["replied", "replied"],
    ["bounced", "bounced"],
    ["unsubscribed", "unsubscribed"],
    ["rejected", "completed"],
    ["stopped by hand", "completed"],
    ["could not be sent", "completed"],
    ["campaign ended", "completed"],
    ["suppressed", "completed"],
  ] as const)("because of %s gives the status %s", async (reason, status) => {
    expect(await end(reason)).toBe(true);
    expect(await enrolled()).toMatchObject({ status, ended_reason: reason, wait_reason: null, next_at: null, completed_at: now });
  });

  test("takes its slot back, keeps the signature and tells the run", async () => {
    await end("stopped by hand", now, mail.scope.memberId);
    expect(await slot()).toEqual({ status: "cancelled", cancel_reason: "stopped by hand" });
    expect(await draftStatus()).toBe("approved");
    expect(await enrolled()).toMatchObject({ stopped_by: mail.scope.memberId });
    expect((await events("campaign/contact.stopped")).map((row) => row.data)).toEqual([
      { teamId: mail.scope.teamId, campaignContactId: mail.campaignContactId, reason: "stopped by hand" },
    ]);
  });

  test("again keeps the first reason", async () => {
    await end("replied");
    expect(await end("stopped by hand", later)).toBe(false);
    expect(await enrolled()).toMatchObject({ status: "replied", ended_reason: "replied", completed_at: now });
  });

  test("leaves a mail that Exchange may have to the ledger", async () => {
    await withExchange();
    await end("replied");
    expect(await slot()).toMatchObject({ status: "pending" });
    expect(await draftStatus()).toBe("scheduled");
  });
});

describe("stopping everything", () => {
  test("holds the team, takes slots back and says why everybody waits", async () => {
    expect(await isStopped(mail.scope)).toBe(false);
    expect(await stopAll(mail.scope, now)).toEqual({
      by: "Anna Keller",
      at: now,
      campaigns: 1,
      mailboxes: 1,
      slotsTakenBack: 1,
      withExchange: [],
      seen: { stopId: expect.any(String), campaigns: [{ campaignId: mail.campaignId, digest: expect.any(String) }] },
    });
    expect(await isStopped(mail.scope)).toBe(true);
    expect(await slot()).toMatchObject({ status: "cancelled" });
    expect(await draftStatus()).toBe("approved");
    expect(await enrolled()).toMatchObject({ status: "pending", wait_reason: "paused" });
    expect(await verbs()).toEqual(["stopped all sending"]);
  });

  test("twice, and ten times at once, is the same as once", async () => {
    await Promise.all(Array.from({ length: 10 }, () => stopAll(mail.scope, now)));
    expect(await stopAll(mail.scope, later)).toMatchObject({ at: now, slotsTakenBack: 0 });
    const stops = await db.admin`select stopped_at from team_stops where team_id = ${mail.scope.teamId}`;
    expect(stops).toEqual([{ stopped_at: now }]);
    expect(await verbs()).toEqual(["stopped all sending"]);
  });

  test("names the mails that Exchange had already, and leaves them their slot", async () => {
    await withExchange();
    const report = await stopAll(mail.scope, now);
    expect(report).toMatchObject({ slotsTakenBack: 0, withExchange: [{ name: "Mara Winter", at: now }] });
    expect(await slot()).toMatchObject({ status: "pending" });
  });

  test("does not touch another team", async () => {
    const other = await seedReadyMail(db.admin, now);
    await stopAll(mail.scope, now);
    expect(await isStopped(other.scope)).toBe(false);
    const [theirs] = await db.admin`select status from scheduled_emails where draft_id = ${other.draftId}`;
    expect(theirs?.status).toBe("pending");
  });

  test("leaves what has ended as it ended", async () => {
    await end("replied");
    await stopAll(mail.scope, now);
    expect(await enrolled()).toMatchObject({ status: "replied", wait_reason: null });
  });
});

describe("resuming everything", () => {
  test("feeds the running campaigns, not the paused ones", async () => {
    await seedCampaign(db.admin, mail.scope.teamId, { name: "Paused", status: "paused" });
    const { seen } = await stopAll(mail.scope, now);
    expect(await resumeAll(mail.scope, seen, later)).toBeNull();
    expect(await isStopped(mail.scope)).toBe(false);
    expect((await events("campaign/feed")).map((row) => row.data)).toEqual([
      { teamId: mail.scope.teamId, campaignId: mail.campaignId },
    ]);
    expect(await verbs()).toEqual(["stopped all sending", "resumed all sending"]);
  });

  test("what is not stopped is a conflict, and of two at once one resumes", async () => {
    const { seen } = await stopAll(mail.scope, now);
    const both = await Promise.allSettled([resumeAll(mail.scope, seen, later), resumeAll(mail.scope, seen, later)]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(resumeAll(mail.scope, seen, later)).rejects.toMatchObject({
      code: "conflict",
      message: "You resumed all sending already at 15:10.",
    });
  });

  test("lets a later stop hold again", async () => {
    const { seen } = await stopAll(mail.scope, now);
    await resumeAll(mail.scope, seen, later);
    await stopAll(mail.scope, later);
    expect(await isStopped(mail.scope)).toBe(true);
  });
});
