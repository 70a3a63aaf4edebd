import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { ensureDelivery } from "../../sending/ledger/ensure-delivery";
import { writeIntent } from "../../sending/ledger/write-intent";
import type { ReadyMail } from "../../sending/testing/seed-ready-mail";
import { unsubscribe } from "../../suppressions/unsubscribe";
import { recordMessage } from "../record-message";
import { seedByHand, standsByHand } from "../testing/seed-by-hand";
import { asking, findingOf, human, type Mailed, report } from "../testing/seed-mailed";

/** What comes back from somebody in the very moment in which a mail by hand, and one of a campaign, are about to leave to them. */
let db: TestDatabase;
const sentAt = new Date("2026-11-23T15:00:00Z");
const now = new Date("2026-11-24T15:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());

async function makeReady(ready: ReadyMail) {
  const { id } = await ensureDelivery(ready.scope, ready.draftId, now);
  await db.admin`update deliveries set state = 'drafted', graph_id = 'AAk' where id = ${id}`;
  // As a first mail it needs no look at its mailbox before it leaves.
  await db.admin`update email_drafts set draft_type = 'first_outreach' where id = ${ready.draftId}`;
  return id;
}

test("without anything that comes, the mail leaves", async () => {
  const { next } = await seedByHand(db.admin, sentAt, now);
  expect(await writeIntent(next.scope, await makeReady(next), next.runId, () => now)).toMatchObject({ attempt: 1 });
});

const says = (understood: Parameters<typeof findingOf>[1]) => (mail: Mailed) =>
  recordMessage(mail.scope.teamId, findingOf(mail, understood, now), now);

test.each<[string, (mail: Mailed) => Promise<unknown>]>([
  ["an answer", says(human)],
  ["an answer that asks for no more", says(asking("remove"))],
  ["a click on the link", (mail) => unsubscribe(mail.unsubscribeToken, now)],
  [
    "a dead address",
    (mail) =>
      recordMessage(
        mail.scope.teamId,
        findingOf(mail, report("address", { recipient: mail.email }), now, { fromEmail: "mailer-daemon@mx.example" }),
        now,
      ),
  ],
])("either %s is first or the mail leaves, never both, and nothing waits for ever", async (_, comes) => {
  for (let round = 0; round < 6; round += 1) {
    const { first, next, enrolled } = await seedByHand(db.admin, sentAt, now);
    const [byHand, ofCampaign] = [await makeReady(next), await makeReady(enrolled)];
    const [came, intent] = await Promise.all([
      comes(first),
      writeIntent(next.scope, byHand, next.runId, () => now),
      writeIntent(enrolled.scope, ofCampaign, enrolled.runId, () => now),
    ]);
    expect(came).toBeTruthy();
    const { stands, signature } = await standsByHand(db.admin, next.draftId);
    const [row] = await db.admin`select state from deliveries where id = ${byHand}`;
    if ("attempt" in intent) expect([row?.state, signature]).toEqual(["submitting", "live"]);
    else expect([row?.state, stands === "suppressed" || signature !== "live"]).toEqual(["drafted", true]);
  }
});
