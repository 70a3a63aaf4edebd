import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { signCorrected } from "../../drafts/sign-corrected";
import { findDraftsByKey } from "../../microsoft/graph/find-message";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
import { feedCampaign } from "../queue/feed-campaign";
import { type MailKind, mailKinds, type ReadyMail, seedReadyMail } from "../testing/seed-ready-mail";
import { sendDraftMail } from "./send-draft-mail";

let world: MailWorld;
let mail: ReadyMail;
let mailbox: string;
const clock = () => new Date();
const [from, to] = ["anna@contoso.com", "anna.keller@contoso.com"];

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.admin("POST", "settings", { moveDelayMs: 50, deliveryDelayMs: 20, lookupLagMs: 0, movedGoneMs: 0 });
  await begin("campaign");
});

async function begin(kind: MailKind) {
  mail = await seedReadyMail(world.db.admin, new Date(Date.now() - 1000), { kind });
  mailbox = mail.senderAccountId;
}

const correct = () => world.db.admin`update sender_accounts set email = ${to}, email_norm = ${to} where id = ${mailbox}`;
const send = () => sendDraftMail(mail.scope, mail.draftId, mail.runId, world.mailbox, clock);
const signAgain = () => signCorrected(mail.scope, mailbox, { from, to, count: 1, after: null }, clock());
const ledger = async () => {
  const [row] = await world.db
    .admin`select v.state, v.graph_id as "graphId", v.request_hash = d.request_hash as same, v.send_key as key
    from deliveries v join email_drafts d on d.id = v.draft_id where d.id = ${mail.draftId}`;
  return row as { state: string; graphId: string; same: boolean; key: string };
};
const contact = async () =>
  (await world.db.admin`select wait_reason as reason from campaign_contacts where campaign_id = ${mail.campaignId}`)[0];

describe.each(mailKinds)("of a %s mail", (kind) => {
  beforeEach(() => begin(kind));

  test("nothing leaves under an address the mailbox does not have, and the signature stays as it was", async () => {
    await correct();
    for (let time = 0; time < 2; time += 1)
      expect(await send()).toMatchObject({ kind: "refused", refusal: { reason: "sender corrected" } });
    const rows = await world.db.admin`select g.voided_at, g.hash = d.request_hash as same, d.status::text from signatures g
      join email_drafts d on d.id = g.draft_id where d.id = ${mail.draftId}`;
    expect([...rows]).toEqual([{ voided_at: null, same: true, status: "scheduled" }]);
    expect(await world.delivered((await ledger()).key)).toEqual([]);
  });

  test("signed again, the draft that lay in the mailbox is discarded and the mail made anew leaves, once", async () => {
    await correct();
    await send();
    const before = await ledger();
    expect(before).toMatchObject({ state: "drafted", same: true });
    expect(await signAgain()).toMatchObject({ signed: 1 });
    expect((await send()).kind).toBe("sent");
    const after = await ledger();
    expect(after).toMatchObject({ state: "accepted", same: true });
    expect(after.graphId).not.toBe(before.graphId);
    await expect.poll(() => world.delivered(after.key)).toHaveLength(1);
    await expect.poll(() => findDraftsByKey(world.mailbox, after.key)).toEqual([]);
  });
});

test("it waits under that reason, takes nobody's slot, and gets one once it is signed again", async () => {
  await world.db.admin`delete from scheduled_emails where draft_id = ${mail.draftId}`;
  await world.db.admin`update email_drafts set status = 'approved' where id = ${mail.draftId}`;
  await correct();
  expect(await feedCampaign(mail.scope, mail.campaignId, clock())).toMatchObject({ given: 0 });
  expect(await contact()).toEqual({ reason: "sender_corrected" });
  await signAgain();
  expect(await feedCampaign(mail.scope, mail.campaignId, clock())).toMatchObject({ given: 1 });
  expect(await contact()).toEqual({ reason: "in_line" });
});

test("a mail that came back from a doubt waits for it too", async () => {
  await send();
  await world.db.admin`update deliveries set state = 'drafted', resends = 1 where draft_id = ${mail.draftId}`;
  await world.db
    .admin`update campaign_contacts set status = 'pending', current_sequence_step = 0 where campaign_id = ${mail.campaignId}`;
  await world.db.admin`update email_drafts set status = 'scheduled' where id = ${mail.draftId}`;
  await correct();
  await feedCampaign(mail.scope, mail.campaignId, clock());
  expect(await contact()).toEqual({ reason: "sender_corrected" });
});
