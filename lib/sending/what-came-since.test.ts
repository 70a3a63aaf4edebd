import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { stopContact } from "../campaigns/stop-contact";
import { readReviewQueue } from "../drafts/review/read-review-queue";
import { signDraft } from "../drafts/sign-draft";
import { buildDraftRequest } from "../mail/build-draft-request";
import { type MailWorld, startMail } from "../microsoft/graph/testing/start-mail";
import { ensureDelivery } from "./ledger/ensure-delivery";
import { feedCampaign } from "./queue/feed-campaign";
import { sendPlanned } from "./run/send-planned";
import { lookOverSingles } from "./singles/look-over-singles";
import { giveConsent } from "./testing/give-consent";
import { standsAt } from "./testing/place-of";
import { mailKinds, type ReadyMail, seedReadyMail, seedSamePerson } from "./testing/seed-ready-mail";

/** What happened between a signature and the minute of its mail, and what the run makes of it. */
let world: MailWorld;
let mail: ReadyMail;
const now = new Date();
const slot = new Date(now.getTime() - 1000);

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.admin("POST", "reset", {});
  mail = await ready("campaign");
});

async function ready(kind: ReadyMail["kind"]) {
  const made = await seedReadyMail(world.db.admin, slot, { kind });
  await giveConsent(world.db.admin, made);
  return made;
}

const send = (ready: ReadyMail = mail) => sendPlanned(ready.scope, ready, () => now);
const stands = async ({ campaignContactId }: ReadyMail = mail) =>
  (
    await world.db
      .admin`select status, ended_reason as ended, wait_reason as waits from campaign_contacts where id = ${campaignContactId}`
  )[0];
const lookOver = (at: Date) =>
  mail.kind === "campaign" ? feedCampaign(mail.scope, mail.campaignId, at) : lookOverSingles(mail.scope, at);
const slots = ({ draftId }: ReadyMail = mail) =>
  world.db.admin`select 1 from scheduled_emails where draft_id = ${draftId} and status = 'pending'`;
const calls = async () =>
  ((await world.admin("GET", "calls")) as { path: string }[]).filter(({ path }) => path.endsWith("/send")).length;

test("an answer in another thread, found since the enrolment, ends the contact as replied", async () => {
  await world.db.admin`insert into email_replies (team_id, contact_id, message_id, received_at, sender_account_id)
    values (${mail.scope.teamId}, ${mail.contactId}, '<r@x>', ${now}, ${mail.senderAccountId})`;
  expect(await send()).toEqual({ kind: "ended" });
  expect(await stands()).toMatchObject({ status: "replied", ended: "replied" });
  expect(await slots()).toHaveLength(0);
  expect(await calls()).toBe(0);
});

test("an answer that came after a mail by hand was signed sends it back to Review, and says why", async () => {
  mail = await ready("single");
  await world.db.admin`insert into email_replies (team_id, contact_id, message_id, received_at, sender_account_id)
    values (${mail.scope.teamId}, ${mail.contactId}, '<r@x>', ${now}, ${mail.senderAccountId})`;
  expect(await send()).toEqual({ kind: "ended" });
  expect(await standsAt(world.db.admin, mail)).toMatchObject({ stands: "open", waits: null });
  const [draft] = await world.db
    .admin`select d.status::text, g.void_cause as cause from email_drafts d join signatures g on g.draft_id = d.id
    where d.id = ${mail.draftId}`;
  expect(draft).toEqual({ status: "draft", cause: "They wrote since it was signed" });
  expect(await slots()).toHaveLength(0);
  expect(await calls()).toBe(0);
  // Signed again by somebody who has the answer before them it leaves.
  const { hash } = await withTeam(mail.scope, (tx) => buildDraftRequest(tx, mail.draftId));
  await signDraft(mail.scope, mail.draftId, hash, new Date(Date.now() + 1000));
  const [fence] = await world.db.admin`select run_id as "runId" from single_mails where id = ${mail.singleMailId ?? null}`;
  await world.db
    .admin`update scheduled_emails set scheduled_for = ${slot} where draft_id = ${mail.draftId} and status = 'pending'`;
  expect(await send({ ...mail, runId: String(fence?.runId) })).toEqual({ kind: "sent" });
});

describe.each(mailKinds)("of a %s mail", (kind) => {
  beforeEach(async () => {
    mail = await ready(kind);
  });

  test("a mail signed without a postal address goes back to be signed, says why, and cannot be signed before there is one", async () => {
    const { admin } = world.db;
    const { teamId } = mail.scope;
    await admin`update teams set postal_address = null where id = ${teamId}`;
    await admin`update email_drafts set status = 'draft' where id = ${mail.draftId}`;
    const { request, hash } = await withTeam(mail.scope, (tx) => buildDraftRequest(tx, mail.draftId));
    await admin`update email_drafts set status = 'scheduled', request = ${admin.json(request)}, request_hash = ${hash} where id = ${mail.draftId}`;
    await admin`update signatures set hash = ${hash} where draft_id = ${mail.draftId}`;
    expect(await send()).toEqual({ kind: kind === "campaign" ? "wait" : "ended" });
    // Of a mail by hand its draft says so.
    expect(await standsAt(world.db.admin, mail)).toMatchObject({
      stands: "open",
      waits: kind === "campaign" ? "needs_signature" : null,
    });
    const [voided] = await admin`select void_cause as cause from signatures where draft_id = ${mail.draftId}`;
    expect(voided?.cause).toBe("The team’s postal address is missing");
    expect(await calls()).toBe(0);

    const member = { ...mail.scope, timezone: "UTC", teamTimezone: "UTC" } as Parameters<typeof readReviewQueue>[0];
    if (kind === "campaign")
      expect(await readReviewQueue(member, mail.campaignId, now)).toMatchObject({ waiting: 1, passing: 0 });
    await expect(signDraft(mail.scope, mail.draftId, hash, now)).rejects.toMatchObject({ code: "blocked" });
    await admin`update teams set postal_address = '1 Pier' where id = ${teamId}`;
    if (kind === "campaign")
      expect(await readReviewQueue(member, mail.campaignId, now)).toMatchObject({ waiting: 1, passing: 1 });
    const anew = await withTeam(mail.scope, (tx) => buildDraftRequest(tx, mail.draftId));
    await signDraft(mail.scope, mail.draftId, anew.hash, now);
  });

  test("while a key of erased addresses is missing nothing leaves, and it is tried again; the key back, the mail leaves once", async () => {
    const { admin } = world.db;
    const { teamId } = mail.scope;
    await admin`insert into suppressions (team_id, address_hash, key_id, reason) values (${teamId}, 'of somebody', 'lost', 'unsubscribed')`;
    expect(await send()).toEqual({ kind: "again", at: new Date(now.getTime() + 60_000).toISOString() });
    expect(await calls()).toBe(0);
    await admin`select app_private.add_suppression_key('lost')`;
    expect(await send()).toEqual({ kind: "sent" });
    expect(await calls()).toBe(1);
    await admin`delete from app_private.suppression_keys where id = 'lost'`;
  });

  test("a mail that does not lie in the mailbox as it was signed keeps no slot from others, until that is settled", async () => {
    const { id } = await ensureDelivery(mail.scope, mail.draftId, now);
    await world.db.admin`insert into mail_differences (team_id, delivery_id, place, found_at, found, differences)
    values (${mail.scope.teamId}, ${id}, 'draft', ${now}, '{}', '[]')`;
    expect(await send()).toEqual({ kind: "wait" });
    await lookOver(now);
    // The time of a mail by hand is its own: it gives it back a quarter of an hour later.
    const later = new Date(now.getTime() + 16 * 60_000);
    await lookOver(later);
    expect(await slots()).toHaveLength(0);
    expect(await standsAt(world.db.admin, mail)).toMatchObject({ stands: "open", waits: "changed_in_outlook" });
    await world.db.admin`update mail_differences set settled_at = ${now}, settled_as = 'put back'`;
    await lookOver(later);
    expect(await slots()).toHaveLength(1);
  });
});

test("of two campaigns of one person the later waits without a slot, and leaves by itself once the earlier has ended", async () => {
  const later = await seedSamePerson(world.db.admin, mail, slot);
  expect(await send(later)).toEqual({ kind: "wait" });
  expect(await slots(later)).toHaveLength(0);
  await feedCampaign(later.scope, later.campaignId, now);
  expect(await slots(later)).toHaveLength(0);
  expect(await stands(later)).toMatchObject({ status: "pending", waits: "elsewhere" });

  const feeds = () =>
    world.db.admin`select 1 from outbox where name = 'campaign/feed' and data->>'campaignId' = ${later.campaignId}`;
  const before = (await feeds()).length;
  await stopContact(mail.scope, mail.campaignContactId, now);
  expect((await feeds()).length).toBe(before + 1);
  await feedCampaign(later.scope, later.campaignId, now);
  expect(await slots(later)).toHaveLength(1);
  await world.db
    .admin`update scheduled_emails set scheduled_for = ${slot} where draft_id = ${later.draftId} and status = 'pending'`;
  expect(await send(later)).toEqual({ kind: "sent" });
});
