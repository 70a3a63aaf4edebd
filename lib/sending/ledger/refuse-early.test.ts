import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { pauseCampaign } from "../../campaigns/pause-campaign";
import { stopAll } from "../../campaigns/stop-all";
import { takeBackSignature } from "../../drafts/take-back-signature";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
import { sendPlanned } from "../run/send-planned";
import { giveConsent } from "../testing/give-consent";
import { type ReadyMail, seedReadyMail } from "../testing/seed-ready-mail";

let world: MailWorld;
let mail: ReadyMail;
let start: Date;
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.admin("POST", "reset", {});
  start = new Date();
  mail = await seedReadyMail(world.db.admin, minutes(-1));
  await giveConsent(world.db.admin, mail);
});

describe("no draft is made of a mail that may not leave at this moment", () => {
  const reasons: [string, () => unknown][] = [
    ["its campaign is paused", () => pauseCampaign(mail.scope, mail.campaignId, start)],
    ["all sending is stopped", () => stopAll(mail.scope, start)],
    ["its signature is taken back", () => takeBackSignature(mail.scope, mail.draftId, start)],
    [
      "its time has not come",
      () => world.db.admin`update scheduled_emails set scheduled_for = ${minutes(30)} where draft_id = ${mail.draftId}`,
    ],
    ["it has no time", () => world.db.admin`update scheduled_emails set status = 'cancelled' where draft_id = ${mail.draftId}`],
    [
      "its text is another",
      () => world.db.admin`update email_drafts set edited_body = '<p>Other</p>' where id = ${mail.draftId}`,
    ],
    [
      "its contact ended",
      () => world.db.admin`update campaign_contacts set status = 'replied' where id = ${mail.campaignContactId}`,
    ],
  ];
  test.each(reasons)("because %s", async (_reason, hold) => {
    await hold();
    await sendPlanned(mail.scope, mail, () => start);
    const [row] = await world.db.admin`select state, graph_id as "graphId" from deliveries where draft_id = ${mail.draftId}`;
    expect(row).toEqual({ state: "queued", graphId: null });
    const calls = (await world.admin("GET", "calls")) as { method: string; path: string }[];
    expect(calls.filter(({ method, path }) => method === "POST" && path.startsWith("/me/"))).toEqual([]);
  });
});
