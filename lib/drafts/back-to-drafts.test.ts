import { afterAll, beforeAll, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { untilLocked } from "@/db/testing/until-locked";
import { completeCampaign } from "../campaigns/complete-campaign";
import { pauseCampaign } from "../campaigns/pause-campaign";
import { stopAll } from "../campaigns/stop-all";
import { stopContact } from "../campaigns/stop-contact";
import { stubSettings } from "../env/testing/stub-settings";
import { type ReadyMail, seedReadyMail } from "../sending/testing/seed-ready-mail";
import { suppressContact } from "../suppressions/suppress-contact";
import { lockDraft } from "./lock-draft";
import { backToDraft } from "./take-back-signature";

let db: TestDatabase;
const now = new Date("2026-11-24T15:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());

function signal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

const holdingBack: [string, (mail: ReadyMail) => Promise<unknown>][] = [
  ["a pause", ({ scope, campaignId }) => pauseCampaign(scope, campaignId, now)],
  ["a stop", ({ scope }) => stopAll(scope, now)],
  ["an end", ({ scope, campaignId }) => completeCampaign(scope, campaignId, now)],
  ["a contact's end", ({ scope, campaignContactId }) => stopContact(scope, campaignContactId, now)],
  ["a suppression", ({ scope, contactId }) => suppressContact(scope, contactId, now)],
];

test.each(holdingBack)("while a signature is taken back, %s waits for it and then holds", async (_, act) => {
  const mail = await seedReadyMail(db.admin, now);
  const [held, goOn] = [signal(), signal()];
  const takenBack = withTeam(mail.scope, async (tx) => {
    const { draft } = await lockDraft(tx, mail.draftId);
    held.give();
    await goOn.given;
    await backToDraft(tx, mail.scope, draft, "Taken back", now);
  });
  await held.given;
  const acted = act(mail);
  await untilLocked(db);
  goOn.give();
  expect(await Promise.allSettled([takenBack, acted])).toMatchObject([{ status: "fulfilled" }, { status: "fulfilled" }]);
  const [left] =
    await db.admin`select count(*)::int as n from scheduled_emails where campaign_id = ${mail.campaignId} and status = 'pending'`;
  expect(left).toEqual({ n: 0 });
});
