import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { seedSentMails } from "../../limits/testing/seed-sent-mails";
import { everyKind, type ReadyMail, seedNextReadyMail, seedReadyMail } from "../testing/seed-ready-mail";
import { ensureDelivery } from "./ensure-delivery";
import { writeIntent } from "./write-intent";

/** Microsoft's limits of 24 hours, kept by the last check. */
let db: TestDatabase;
let mail: ReadyMail;
const now = new Date("2026-11-24T15:00:00Z");
const steps = [{ name: "Introduction", subject: "Hello", body: "<p>Hi</p>" }];
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
async function makeReady(ready: ReadyMail) {
  const { id } = await ensureDelivery(ready.scope, ready.draftId, now);
  await db.admin`update deliveries set state = 'drafted', graph_id = 'AAk' where id = ${id}`;
  return id;
}
const ask = async (ready: ReadyMail, at = now) =>
  writeIntent(ready.scope, await makeReady(ready), ready.runId, () => at).then((answer) =>
    "refused" in answer ? { reason: answer.refused.reason, from: answer.refused.from?.toString() } : "leaves",
  );
/** Leaves the team so many mails to others in 24 hours: as learned from a refusal a day ago, so that a small number is exact. */
const allow = async (most: number, reserve = 0) => {
  await db.admin`update teams set budget_reserve_percent = ${reserve}::int where id = ${mail.scope.teamId}`;
  await db.admin`insert into limit_lessons (team_id, kind, sender_account_id, at, used, code) values (${mail.scope.teamId}, 'outside', ${mail.senderAccountId}, ${hours(-1)}, ${most}, '5.7.233')`;
};
const isOutside = async () =>
  (await db.admin`select is_outside from deliveries where draft_id = ${mail.draftId}`).map((row) => row.is_outside);

describe.each(everyKind)("of a %s mail", (kind) => {
  beforeEach(async () => {
    mail = await seedReadyMail(db.admin, hours(-1), { followUps: 1, kind });
  });

  describe("the team’s mail to others", () => {
    test("leaves while there is room, and is told from mail inside", async () => {
      await allow(3);
      await seedSentMails(db.admin, mail, 2, { at: hours(-5) });
      expect(await ask(mail)).toBe("leaves");
      expect(await isOutside()).toEqual([true]);
    });

    test("waits when it is used up, until the oldest is 24 hours old, and leaves exactly then", async () => {
      await allow(3);
      await seedSentMails(db.admin, mail, 2, { at: hours(-5) });
      await seedSentMails(db.admin, mail, 1, { at: hours(-23) });
      expect(await ask(mail)).toEqual({ reason: "team budget used", from: "2026-11-24T16:00:00Z" });
      expect(await ask(mail, new Date(hours(1).getTime() - 1))).toMatchObject({ reason: "team budget used" });
      expect(await ask(mail, hours(1))).toBe("leaves");
    });

    test("waits until as many are old as a smaller limit asks for", async () => {
      await allow(2);
      for (const ago of [-23, -22, -21, -20]) await seedSentMails(db.admin, mail, 1, { at: hours(ago) });
      expect(await ask(mail)).toEqual({ reason: "team budget used", from: "2026-11-24T18:00:00Z" });
    });

    test("stops at what is kept for people’s own mail", async () => {
      await allow(10, 20);
      await seedSentMails(db.admin, mail, 8, { at: hours(-5) });
      expect(await ask(mail)).toMatchObject({ reason: "team budget used" });
      await db.admin`update teams set budget_reserve_percent = 10 where id = ${mail.scope.teamId}`;
      expect(await ask(mail)).toBe("leaves");
    });

    test("counts what is in flight or in doubt, and not what did not leave", async () => {
      await allow(3);
      for (const state of ["submitting", "reconciling"]) await seedSentMails(db.admin, mail, 1, { at: hours(-1), state });
      for (const state of ["failed", "drafted"]) await seedSentMails(db.admin, mail, 5, { at: hours(-1), state });
      expect(await ask(mail)).toBe("leaves");
      await db.admin`update deliveries set state = 'review' where team_id = ${mail.scope.teamId} and state = 'failed'`;
      expect(await ask(mail)).toMatchObject({ reason: "team budget used" });
    });

    test("holds no mail to a colleague, which does not count either", async () => {
      await allow(1);
      await seedSentMails(db.admin, mail, 1, { at: hours(-1) });
      await seedSentMails(db.admin, mail, 5, { at: hours(-1), isOutside: false });
      const inside = await seedReadyMail(db.admin, hours(-1), { followUps: 1, kind, to: "Colleague@Contoso.COM" });
      await db.admin`insert into limit_lessons (team_id, kind, sender_account_id, at, used, code) values (${inside.scope.teamId}, 'outside', ${inside.senderAccountId}, ${hours(-1)}, 0, '5.7.233')`;
      expect(await ask(inside)).toBe("leaves");
      expect(await ask(mail)).toMatchObject({ reason: "team budget used" });
    });

    test("is not touched by another team’s", async () => {
      await allow(1);
      const other = await seedReadyMail(db.admin, hours(-1), { followUps: 1, kind });
      await seedSentMails(db.admin, other, 50, { at: hours(-1) });
      expect(await ask(mail)).toBe("leaves");
    });

    test("of two mailboxes at once, one gets the last place, however close they are", async () => {
      for (let round = 0; round < 12; round += 1) {
        mail = await seedReadyMail(db.admin, hours(-1), { followUps: 1, kind });
        await allow(3);
        await seedSentMails(db.admin, mail, 2, { at: hours(-5) });
        const senderAccountId = await seedMailbox(db.admin, mail.scope.teamId, {
          email: "sales@contoso.com",
          displayName: "Sales",
          tid: crypto.randomUUID(),
        });
        const { campaignId } = await seedCampaign(db.admin, mail.scope.teamId, {
          name: "D",
          status: "active",
          senderAccountId,
          steps,
        });
        await db.admin`update campaign_settings set send_window_start = '00:00', send_window_end = '24:00', send_days = '{monday,tuesday,wednesday,thursday,friday,saturday,sunday}', delay_between_emails_seconds = 0 where campaign_id = ${campaignId}`;
        const other = await seedNextReadyMail(db.admin, { ...mail, campaignId, senderAccountId }, hours(-1));
        const ids = [await makeReady(mail), await makeReady(other)];
        const answers = await Promise.all(ids.map((id) => writeIntent(mail.scope, id, mail.runId, () => now)));
        const refused = answers.flatMap((answer) => ("refused" in answer ? [answer.refused.reason] : []));
        expect([round, refused]).toEqual([round, ["team budget used"]]);
      }
    });
  });

  describe("one mailbox", () => {
    test("waits when Microsoft takes no more of it in 24 hours, whoever its recipients are", async () => {
      await db.admin`insert into limit_lessons (team_id, kind, sender_account_id, at, used, code) values (${mail.scope.teamId}, 'mailbox day', ${mail.senderAccountId}, ${hours(-1)}, 3, '5.1.90')`;
      await seedSentMails(db.admin, mail, 3, { at: hours(-2), apartSeconds: 3600, isOutside: false });
      expect(await ask(mail)).toEqual({ reason: "mailbox day used", from: "2026-11-25T11:00:00Z" });
      const other = await seedMailbox(db.admin, mail.scope.teamId, {
        email: "b@contoso.com",
        displayName: "B",
        tid: crypto.randomUUID(),
      });
      await db.admin`update limit_lessons set sender_account_id = ${other} where team_id = ${mail.scope.teamId}`;
      expect(await ask(mail)).toBe("leaves");
    });

    test.each([
      [99, "leaves"],
      [100, { reason: "mailbox day used", from: "2026-11-25T13:00:00Z" }],
    ])("under onmicrosoft.com has 100 to others, together with all others that are: after %s", async (count, said) => {
      const email = "sales@contoso.onmicrosoft.com";
      const senderAccountId = await seedMailbox(db.admin, mail.scope.teamId, {
        email,
        displayName: "S",
        tid: crypto.randomUUID(),
      });
      const { campaignId } = await seedCampaign(db.admin, mail.scope.teamId, {
        name: "D",
        status: "active",
        senderAccountId,
        steps,
      });
      await seedSentMails(db.admin, { ...mail, campaignId, senderAccountId }, count, { at: hours(-2), apartSeconds: 0 });
      await seedSentMails(db.admin, mail, 2, { at: hours(-3) });
      await db.admin`update sender_accounts set email_norm = 'anna@contoso.onmicrosoft.com' where id = ${mail.senderAccountId}`;
      await db.admin`update deliveries set is_outside = false where sender_account_id = ${mail.senderAccountId}`;
      expect(await ask(mail)).toEqual(said);
    });

    test("that has another address is not held by those", async () => {
      const email = "sales@contoso.onmicrosoft.com";
      const senderAccountId = await seedMailbox(db.admin, mail.scope.teamId, {
        email,
        displayName: "S",
        tid: crypto.randomUUID(),
      });
      const { campaignId } = await seedCampaign(db.admin, mail.scope.teamId, {
        name: "D",
        status: "active",
        senderAccountId,
        steps,
      });
      await seedSentMails(db.admin, { ...mail, campaignId, senderAccountId }, 100, { at: hours(-2) });
      expect(await ask(mail)).toBe("leaves");
    });
  });
});
