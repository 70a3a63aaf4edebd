import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seedCampaign } from "@/db/seed/seed-campaign";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { untilLocked } from "@/db/testing/until-locked";
import { stopAll } from "../../campaigns/stop-all";
import { takeBackSignature } from "../../drafts/take-back-signature";
import { stubSettings } from "../../env/testing/stub-settings";
import { endPlace, giveRun } from "../testing/place-of";
import { everyKind, type ReadyMail, seedNextReadyMail, seedReadyMail, seedSamePerson } from "../testing/seed-ready-mail";
import { ensureDelivery } from "./ensure-delivery";
import { writeIntent } from "./write-intent";

/** What happens when the last check meets, in the same moment, what forbids the mail. */
let db: TestDatabase;
let mail: ReadyMail;
let delivery: string;
const now = new Date("2026-11-24T15:00:00Z");

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

/** Starts `work` while `change` is written but not committed, and lets the change go once the work waits for it. */
async function meanwhile<T>(change: (tx: TestDatabase["admin"]) => Promise<unknown>, work: () => Promise<T>): Promise<T> {
  const held = await db.admin.reserve();
  try {
    await held`begin`;
    await change(held as unknown as TestDatabase["admin"]);
    const result = work();
    await untilLocked(db);
    await held`commit`;
    return await result;
  } finally {
    held.release();
  }
}

describe.each(everyKind)("of a %s mail", (kind) => {
  beforeEach(async () => {
    mail = await seedReadyMail(db.admin, now, { kind });
    delivery = await makeReady(mail);
  });

  test("a stop of the team that comes first is seen, however close it was", async () => {
    const answer = await meanwhile(
      async (tx) => {
        await tx`select id from teams where id = ${mail.scope.teamId} for update`;
        await tx`insert into team_stops (team_id, stopped_at) values (${mail.scope.teamId}, ${now})`;
      },
      () => writeIntent(mail.scope, delivery, mail.runId, () => now),
    );
    expect(answer).toMatchObject({ refused: { reason: "stopped" } });
  });

  test("a suppression that ends it comes first and is seen", async () => {
    const answer = await meanwhile(
      (tx) => endPlace(tx, mail),
      () => writeIntent(mail.scope, delivery, mail.runId, () => now),
    );
    expect(answer).toMatchObject({ refused: { reason: "ended" } });
  });

  test("either a signature is taken back or its mail leaves, never both", async () => {
    for (let round = 0; round < 25; round += 1) {
      const ready = await seedReadyMail(db.admin, now, { kind });
      const id = await makeReady(ready);
      const [taken, intent] = await Promise.allSettled([
        takeBackSignature(ready.scope, ready.draftId, now),
        writeIntent(ready.scope, id, ready.runId, () => now),
      ]);
      const left = intent.status === "fulfilled" && !("refused" in intent.value);
      expect([round, taken.status === "fulfilled"]).toEqual([round, !left]);
    }
  });

  test("a take-back that has begun is waited for, and then the mail is not signed", async () => {
    const answer = await meanwhile(
      async (tx) => {
        await tx`select id from deliveries where id = ${delivery} for update`;
        await tx`update signatures set voided_at = ${now} where draft_id = ${mail.draftId}`;
      },
      () => writeIntent(mail.scope, delivery, mail.runId, () => now),
    );
    expect(answer).toMatchObject({ refused: { reason: "not signed" } });
  });

  test("a stop finds no mail between its check and its intent", async () => {
    for (let round = 0; round < 15; round += 1) {
      const ready = await seedReadyMail(db.admin, now, { kind });
      const id = await makeReady(ready);
      const [, answer] = await Promise.all([stopAll(ready.scope, now), writeIntent(ready.scope, id, ready.runId, () => now)]);
      const [row] =
        await db.admin`select xmin::text::bigint < (select min(xmin::text::bigint) from team_stops s where s.team_id = d.team_id) as first
      from delivery_intents d where d.delivery_id = ${id}`;
      const refused = "refused" in answer ? answer.refused.reason : null;
      expect([round, refused, row]).toEqual(row ? [round, null, { first: true }] : [round, "stopped", undefined]);
    }
  });

  test("of two runs that believe they hold it, one writes the intent, however close they are", async () => {
    for (let round = 0; round < 15; round += 1) {
      const ready = await seedReadyMail(db.admin, now, { kind });
      const id = await makeReady(ready);
      const [, ...answers] = await Promise.all([
        giveRun(db.admin, ready, "run-2"),
        ...["run-1", "run-2"].map((run) =>
          writeIntent(ready.scope, id, run, () => now).catch(() => ({ refused: { reason: "taken" } })),
        ),
      ]);
      const won = answers.filter((answer) => !("refused" in answer)).length;
      const [row] = await db.admin`select count(*)::int as n from delivery_intents where delivery_id = ${id}`;
      expect([round, row?.n, won <= 1]).toEqual([round, won, true]);
    }
  });
});

describe("of a campaign", () => {
  beforeEach(async () => {
    mail = await seedReadyMail(db.admin, now);
    delivery = await makeReady(mail);
  });

  test("two mails of a campaign whose limit has room for one: one is refused, however close they are", async () => {
    for (let round = 0; round < 15; round += 1) {
      const ready = await seedReadyMail(db.admin, now);
      const first = await makeReady(ready);
      const second = await makeReady(await seedNextReadyMail(db.admin, ready, now));
      const answers = await Promise.all([first, second].map((id) => writeIntent(ready.scope, id, ready.runId, () => now)));
      expect([round, answers.filter((answer) => "refused" in answer).length]).toEqual([round, 1]);
    }
  });

  test("of two campaigns that mail one person at once, the one that enrolled them first goes on, however close they are", async () => {
    for (let round = 0; round < 15; round += 1) {
      const first = await seedReadyMail(db.admin, now);
      const later = await seedSamePerson(db.admin, first, now);
      const [one, two] = await Promise.all(
        [first, later].map(async (ready) => {
          const id = await makeReady(ready);
          return writeIntent(ready.scope, id, ready.runId, () => now);
        }),
      );
      expect([round, one && "refused" in one, two]).toMatchObject([round, false, { refused: { reason: "elsewhere" } }]);
    }
  });

  test("an intent waits for a launch that has begun, and sees whom it enrolled", async () => {
    const { campaignId } = await seedCampaign(db.admin, mail.scope.teamId, { name: "Other", status: "active" });
    const answer = await meanwhile(
      async (tx) => {
        await tx`select id from teams where id = ${mail.scope.teamId} for no key update`;
        await tx`insert into campaign_contacts (team_id, campaign_id, contact_id, sender_account_id, recipient_email, enrolled_at)
        select team_id, ${campaignId}, contact_id, sender_account_id, recipient_email, enrolled_at - interval '1 minute'
        from campaign_contacts where id = ${mail.campaignContactId}`;
      },
      () => writeIntent(mail.scope, delivery, mail.runId, () => now),
    );
    expect(answer).toMatchObject({ refused: { reason: "elsewhere" } });
  });
});
