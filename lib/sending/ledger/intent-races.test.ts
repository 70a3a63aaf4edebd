import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { untilLocked } from "@/db/testing/until-locked";
import { stopAll } from "../../campaigns/stop-all";
import { takeBackSignatures } from "../../drafts/take-back-signature";
import { stubSettings } from "../../env/testing/stub-settings";
import { buildDraftRequest } from "../../mail/build-draft-request";
import { type ReadyMail, seedReadyMail } from "../testing/seed-ready-mail";
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
beforeEach(async () => {
  mail = await seedReadyMail(db.admin, now);
  delivery = await makeReady(mail);
});

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

test("a stop of the team that comes first is seen, however close it was", async () => {
  const answer = await meanwhile(
    async (tx) => {
      await tx`select id from teams where id = ${mail.scope.teamId} for update`;
      await tx`insert into team_stops (team_id, stopped_at) values (${mail.scope.teamId}, ${now})`;
    },
    () => writeIntent(mail.scope, delivery, mail.runId, now),
  );
  expect(answer).toMatchObject({ refused: { reason: "stopped" } });
});

test("a suppression that ends the contact comes first and is seen", async () => {
  const answer = await meanwhile(
    (tx) => tx`update campaign_contacts set status = 'unsubscribed' where campaign_id = ${mail.campaignId}`,
    () => writeIntent(mail.scope, delivery, mail.runId, now),
  );
  expect(answer).toMatchObject({ refused: { reason: "ended" } });
});

test("either a signature is taken back or its mail leaves, never both", async () => {
  for (let round = 0; round < 25; round += 1) {
    const ready = await seedReadyMail(db.admin, now);
    const id = await makeReady(ready);
    const [taken, intent] = await Promise.allSettled([
      takeBackSignatures(ready.scope, [ready.draftId], now),
      writeIntent(ready.scope, id, ready.runId, now),
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
    () => writeIntent(mail.scope, delivery, mail.runId, now),
  );
  expect(answer).toMatchObject({ refused: { reason: "not signed" } });
});

test("a stop finds no mail between its check and its intent", async () => {
  for (let round = 0; round < 15; round += 1) {
    const ready = await seedReadyMail(db.admin, now);
    const id = await makeReady(ready);
    const [, answer] = await Promise.all([stopAll(ready.scope, now), writeIntent(ready.scope, id, ready.runId, now)]);
    const [row] =
      await db.admin`select xmin::text::bigint < (select min(xmin::text::bigint) from team_stops s where s.team_id = d.team_id) as first
      from delivery_intents d where d.delivery_id = ${id}`;
    const refused = "refused" in answer ? answer.refused.reason : null;
    expect([round, refused, row]).toEqual(row ? [round, null, { first: true }] : [round, "stopped", undefined]);
  }
});

test("two mails of a campaign whose limit has room for one: one is refused, however close they are", async () => {
  for (let round = 0; round < 15; round += 1) {
    const ready = await seedReadyMail(db.admin, now);
    const first = await makeReady(ready);
    const second = await secondMail(ready);
    const answers = await Promise.all([first, second].map((id) => writeIntent(ready.scope, id, ready.runId, now)));
    expect([round, answers.filter((answer) => "refused" in answer).length]).toEqual([round, 1]);
  }
});

/** Another contact of the same campaign, as ready as the first. */
async function secondMail(ready: ReadyMail): Promise<string> {
  const one = async (rows: PromiseLike<readonly Record<string, unknown>[]>) => String((await rows)[0]?.id);
  const contact = await one(
    db.admin`insert into contacts (team_id, email, email_norm, name, raw_data, upload_batch_id) select team_id, 'second@x.example', 'second@x.example', 'Second', raw_data, upload_batch_id from contacts where team_id = ${ready.scope.teamId} limit 1 returning id`,
  );
  const enrolled = await one(
    db.admin`insert into campaign_contacts (team_id, campaign_id, contact_id, sender_account_id, recipient_email, run_id)
      select team_id, campaign_id, ${contact}, sender_account_id, 'second@x.example', run_id from campaign_contacts where campaign_id = ${ready.campaignId} limit 1 returning id`,
  );
  const draft = await one(
    db.admin`insert into email_drafts (team_id, contact_id, draft_type, subject, body, status, campaign_id, campaign_contact_id, sequence_id, sequence_step, sender_account_id)
      select team_id, ${contact}, draft_type, subject, body, status, campaign_id, ${enrolled}, sequence_id, sequence_step, sender_account_id from email_drafts where id = ${ready.draftId} returning id`,
  );
  const { request, hash } = await withTeam(ready.scope, (tx) => buildDraftRequest(tx, draft));
  await db.admin`update email_drafts set request = ${db.admin.json(request)}, request_hash = ${hash} where id = ${draft}`;
  await db.admin`insert into signatures (team_id, draft_id, hash, kind) values (${ready.scope.teamId}, ${draft}, ${hash}, 'person')`;
  await db.admin`insert into scheduled_emails (team_id, draft_id, contact_id, sender_account_id, scheduled_for, campaign_id, campaign_contact_id)
    select team_id, ${draft}, ${contact}, sender_account_id, scheduled_for, campaign_id, ${enrolled} from scheduled_emails where draft_id = ${ready.draftId}`;
  return makeReady({ ...ready, draftId: draft });
}
