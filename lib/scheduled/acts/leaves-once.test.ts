import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { untilLocked } from "@/db/testing/until-locked";
import type { Member } from "../../auth/member";
import { stopAll } from "../../campaigns/stop-all";
import { stubSettings } from "../../env/testing/stub-settings";
import { ensureDelivery } from "../../sending/ledger/ensure-delivery";
import { writeIntent } from "../../sending/ledger/write-intent";
import { feedCampaign } from "../../sending/queue/feed-campaign";
import { sweepCampaign } from "../../sending/sweep/sweep-campaign";
import { mailKinds, type ReadyMail, seedNextReadyMail, seedReadyMail } from "../../sending/testing/seed-ready-mail";
import { cancelMail } from "./cancel-mail";
import { moveMail } from "./move-mail";
import { sendNow } from "./send-now";

/** What a person does to a mail meets the run that sends it, the feeder and the sweep. */
let db: TestDatabase;
let mail: ReadyMail;
let anna: Member;
const now = new Date("2026-11-24T15:00:00Z");
const hours = (some: number) => new Date(now.getTime() + some * 3_600_000);

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());

async function drafted({ scope, draftId }: ReadyMail) {
  const { id } = await ensureDelivery(scope, draftId, now);
  await db.admin`update deliveries set state = 'drafted', graph_id = 'AAk' where id = ${id}`;
  return id;
}
const slotsOf = ({ draftId }: ReadyMail) =>
  db.admin`select status, scheduled_for as at from scheduled_emails where draft_id = ${draftId} and status = 'pending'`;
async function runOf({ kind, campaignContactId, singleMailId }: ReadyMail) {
  const [row] =
    kind === "campaign"
      ? await db.admin`select run_id as run from campaign_contacts where id = ${campaignContactId}`
      : await db.admin`select run_id as run from single_mails where id = ${singleMailId ?? null}`;
  return String(row?.run);
}
const member = (scope: ReadyMail["scope"]) =>
  ({ ...scope, role: "member", name: "Anna", timezone: "UTC", teamTimezone: "UTC" }) as Member;

describe.each(mailKinds)("of kind %s, a mail", (kind) => {
  beforeEach(async () => {
    mail = await seedReadyMail(db.admin, now, { kind });
    anna = member(mail.scope);
  });

  test.each([
    ["moved", () => moveMail(anna, mail.draftId, hours(2), now)],
    ["cancelled", () => cancelMail(anna, mail.draftId, now)],
  ])("either is %s or leaves, never both", async (_what, act) => {
    for (let round = 0; round < 10; round += 1) {
      mail = await seedReadyMail(db.admin, now, { kind });
      anna = member(mail.scope);
      const id = await drafted(mail);
      const [done, intent] = await Promise.allSettled([act(), writeIntent(mail.scope, id, mail.runId, () => now)]);
      const left = intent.status === "fulfilled" && !("refused" in intent.value);
      expect([round, done.status === "fulfilled"]).toEqual([round, !left]);
      if (done.status === "rejected") expect(String(done.reason.message)).toBe("It was handed over at 15:00, and may have left.");
    }
  });

  test("whose intent is being written is waited for, and then left alone", async () => {
    const id = await drafted(mail);
    const held = await db.admin.reserve();
    try {
      await held`begin`;
      await held`update deliveries set state = 'submitting', submitted_at = ${now} where id = ${id}`;
      const moving = moveMail(anna, mail.draftId, hours(2), now).catch((error: Error) => error.message);
      await untilLocked(db);
      await held`commit`;
      expect(await moving).toBe("It was handed over at 15:00, and may have left.");
    } finally {
      held.release();
    }
    expect(await slotsOf(mail)).toMatchObject([{ at: now }]);
  });

  test("that is moved, cancelled and sent by two at once ends as one of them says, with one slot at most", async () => {
    for (let round = 0; round < 8; round += 1) {
      mail = await seedReadyMail(db.admin, hours(4), { kind });
      anna = member(mail.scope);
      const acts = [
        cancelMail(anna, mail.draftId, now),
        moveMail(anna, mail.draftId, hours(2), now),
        sendNow(anna, mail.draftId, now),
      ];
      const [cancelled] = await Promise.allSettled(acts);
      expect(cancelled?.status).toBe("fulfilled");
      expect(await slotsOf(mail)).toHaveLength(0);
    }
  });

  test("that is moved later leaves once, at its new time and by its new run", async () => {
    await moveMail(anna, mail.draftId, hours(3), now);
    const id = await drafted(mail);
    expect(await writeIntent(mail.scope, id, mail.runId, () => now)).toMatchObject({ refused: { reason: "lost its run" } });
    for (const at of [now, hours(1), hours(2.95)]) {
      await feedCampaign(mail.scope, mail.campaignId, at);
      await sweepCampaign(mail.scope, mail.campaignId, at);
      expect(await slotsOf(mail)).toMatchObject([{ at: hours(3) }]);
    }
    const run = await runOf(mail);
    expect(await writeIntent(mail.scope, id, run, () => hours(2.95))).toMatchObject({ refused: { reason: "not yet" } });
    expect(await writeIntent(mail.scope, id, run, () => hours(3))).toMatchObject({ attempt: 1 });
    expect(await db.admin`select 1 from delivery_intents where delivery_id = ${id}`).toHaveLength(1);
  });

  test("that is moved earlier leaves then, and what slept until its old time sends nothing", async () => {
    mail = await seedReadyMail(db.admin, hours(5), { kind });
    anna = member(mail.scope);
    await sendNow(anna, mail.draftId, now);
    const id = await drafted(mail);
    const due = new Date(now.getTime() + 8000);
    expect(await writeIntent(mail.scope, id, await runOf(mail), () => now)).toMatchObject({ refused: { reason: "not yet" } });
    expect(await writeIntent(mail.scope, id, await runOf(mail), () => due)).toMatchObject({ attempt: 1 });
    expect(await writeIntent(mail.scope, id, mail.runId, () => hours(5)).catch((error: Error) => error.message)).toBeTruthy();
    expect(await db.admin`select 1 from delivery_intents where delivery_id = ${id}`).toHaveLength(1);
  });
});

describe("a campaign's mail", () => {
  test("whose slot is taken back by a stop gets none before the time a person chose", async () => {
    mail = await seedReadyMail(db.admin, now, { followUps: 1 });
    anna = member(mail.scope);
    const other = await seedNextReadyMail(db.admin, mail, now);
    await moveMail(anna, mail.draftId, hours(30), now);
    await stopAll(mail.scope, now);
    await db.admin`update team_stops set lifted_at = ${now} where team_id = ${mail.scope.teamId}`;
    await feedCampaign(mail.scope, mail.campaignId, hours(1));
    expect(await slotsOf(mail)).toHaveLength(0);
    expect(await slotsOf(other)).toHaveLength(1);
    await feedCampaign(mail.scope, mail.campaignId, hours(20));
    const [slot] = await slotsOf(mail);
    expect(slot?.at.getTime()).toBeGreaterThanOrEqual(hours(30).getTime());
  });

  test("moved to a full minute does not take the place of another: the last check keeps them apart", async () => {
    mail = await seedReadyMail(db.admin, hours(1), { followUps: 1 });
    anna = member(mail.scope);
    await db.admin`update campaign_settings set delay_between_emails_seconds = 120 where campaign_id = ${mail.campaignId}`;
    const other = await seedNextReadyMail(db.admin, mail, hours(2));
    await moveMail(anna, mail.draftId, hours(2), now);
    await feedCampaign(mail.scope, mail.campaignId, hours(2));
    const [first, second] = [await drafted(mail), await drafted(other)];
    expect(await writeIntent(mail.scope, first, await runOf(mail), () => hours(2))).toMatchObject({ attempt: 1 });
    expect(await writeIntent(mail.scope, second, other.runId, () => hours(2))).toMatchObject({ refused: { reason: "not yet" } });
  });
});
