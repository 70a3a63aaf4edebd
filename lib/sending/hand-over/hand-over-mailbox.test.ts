import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { contoso } from "@/db/seed/demo-world";
import { inventPeople } from "@/db/seed/invent-people";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedDelivery, seedDraft, seedEnrolment } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import { signDraft } from "../../drafts/sign-draft";
import { buildDraftRequest } from "../../mail/build-draft-request";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
import { beginConsent } from "../../microsoft/tokens/begin-consent";
import { finishConsent } from "../../microsoft/tokens/finish-consent";
import { keepTokenCache } from "../../microsoft/tokens/mailbox-cache";
import { consentAs } from "../../microsoft/tokens/testing/start-stand-in";
import { draftMail } from "../ledger/draft-mail";
import { ensureDelivery } from "../ledger/ensure-delivery";
import { feedCampaign } from "../queue/feed-campaign";
import { sendPlanned } from "../run/send-planned";
import { removeDrafts } from "../sweep/remove-drafts";
import { giveConsent } from "../testing/give-consent";
import { type ReadyMail, seedNextReadyMail, seedReadyMail } from "../testing/seed-ready-mail";
import { handOverMailbox } from "./hand-over-mailbox";
import { readHandOver } from "./read-hand-over";

/** Anna's mailbox is out, and Ben's sends instead. */
let world: MailWorld;
let mail: ReadyMail;
let ben: string;
let start: Date;
const sql = () => world.db.admin;
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.admin("POST", "reset", {});
  await world.admin("POST", "settings", { moveDelayMs: 60, deliveryDelayMs: 20, lookupLagMs: 20, movedGoneMs: 20 });
  start = new Date();
  mail = await seedReadyMail(sql(), new Date(start.getTime() - 1000), { followUps: 1 });
  await giveConsent(sql(), mail);
  ben = await seedMailbox(sql(), mail.scope.teamId, { email: "ben@contoso.com", displayName: "Ben Ortiz" });
  const { url, secrets } = await beginConsent(contoso.tenantId, "ben@contoso.com");
  const back = await consentAs(url, "ben@contoso.com");
  const { tid, cache } = await finishConsent(contoso.tenantId, back.searchParams.get("code") ?? "", secrets);
  await sql()`update sender_accounts set tid = ${tid}, oid = ${crypto.randomUUID()} where id = ${ben}`;
  await withTeam(mail.scope, (tx) => keepTokenCache(tx, ben, cache, new Date()));
});

const handing = (withThreads = false) => ({ senderAccountId: mail.senderAccountId, to: ben, withThreads });
const handOver = (withThreads = false) => handOverMailbox(mail.scope, handing(withThreads), start);
const numbers = () => withTeam(mail.scope, (tx) => readHandOver(tx, mail.senderAccountId));
const planned = (at = start) => sendPlanned(mail.scope, mail, () => at);
const row = async (one = mail) =>
  (
    await sql()`select c.sender_account_id as mailbox, c.run_id as run, d.status::text as draft, d.sender_account_id as "draftMailbox", v.state,
        v.sender_account_id as "ledgerMailbox", (select count(*)::int from signatures g where g.draft_id = d.id and g.voided_at is null) as seals,
        (select count(*)::int from scheduled_emails e where e.draft_id = d.id and e.status = 'pending') as slots, c.wait_reason as why
      from campaign_contacts c join email_drafts d on d.campaign_contact_id = c.id left join deliveries v on v.draft_id = d.id
      where d.id = ${one.draftId}`
  )[0];
const arrived = async () =>
  ((await world.admin("GET", `mail?to=${encodeURIComponent(mail.email)}`)) as { sender: string }[]).map(({ sender }) => sender);
/** Somebody signs the mail anew, and the feeder gives it a slot. @returns it with its new run. */
async function signAgain(one = mail): Promise<ReadyMail> {
  const { hash } = await withTeam(one.scope, (tx) => buildDraftRequest(tx, one.draftId));
  await signDraft(one.scope, one.draftId, hash, start);
  await feedCampaign(one.scope, one.campaignId, start);
  await sql()`update scheduled_emails set scheduled_for = ${start} where draft_id = ${one.draftId} and status = 'pending'`;
  return { ...one, senderAccountId: ben, runId: String((await row(one))?.run) };
}
/** Somebody who got the first mail, with the second one signed. */
async function seedMidSequence(place = 5): Promise<ReadyMail> {
  const { contactIds } = await seedContacts(sql(), mail.scope.teamId, inventPeople(1, place));
  const campaignContactId = await seedEnrolment(sql(), mail.campaignId, contactIds[0] ?? "", {
    status: "in_progress",
    sent: 1,
    lastSentAt: minutes(-9000),
  });
  const first = await seedDraft(sql(), campaignContactId, { status: "sent" });
  await seedDelivery(sql(), first, { state: "confirmed", at: minutes(-9000), graphId: `sent-${place}` });
  const draftId = await seedDraft(sql(), campaignContactId, { step: 2 });
  await sql()`update email_drafts set subject = 'Re: Hello' where id = ${draftId}`;
  await sql()`update campaign_contacts set due_at = ${minutes(-10)} where id = ${campaignContactId}`;
  return { ...mail, campaignContactId, contactId: contactIds[0] ?? "", draftId };
}

test("first mails go, their seals are void, and they leave from the other mailbox once they are signed again", async () => {
  expect(await numbers()).toMatchObject({
    people: 1,
    signed: 1,
    threads: 0,
    staying: 0,
    targets: [{ email: "ben@contoso.com" }],
  });
  expect(await handOver()).toEqual({ people: 1, threads: 0 });
  expect(await row()).toMatchObject({ mailbox: ben, draftMailbox: ben, run: null, draft: "draft", seals: 0, slots: 0 });
  const [campaign] = await sql()`select sender_account_id as mailbox from campaigns where id = ${mail.campaignId}`;
  expect(campaign).toEqual({ mailbox: ben });
  const [told] =
    await sql()`select verb, detail, member_id as by from activities where team_id = ${mail.scope.teamId} and verb = 'handed over a mailbox'`;
  expect(told).toEqual({
    verb: "handed over a mailbox",
    detail: { senderAccountId: mail.senderAccountId, to: ben, people: 1, threads: 0 },
    by: mail.scope.memberId,
  });
  // The run of before holds nobody any more.
  expect(await planned()).toEqual({ kind: "ended" });
  const again = await signAgain();
  expect(await sendPlanned(again.scope, again, () => start)).toEqual({ kind: "sent" });
  await expect.poll(arrived).toEqual(["ben@contoso.com"]);
  expect(await row()).toMatchObject({ ledgerMailbox: ben });
});

test("people in mid-sequence stay, and what holds their mailbox holds them alone", async () => {
  const other = await seedMidSequence();
  await sql()`update sender_accounts set trouble = 'full', trouble_code = 'X', trouble_since = ${start}, trouble_until = ${minutes(15)} where id = ${mail.senderAccountId}`;
  expect(await numbers()).toMatchObject({ people: 1, threads: 1 });
  expect(await handOver()).toEqual({ people: 1, threads: 0 });
  await signAgain();
  expect(await row(other)).toMatchObject({
    mailbox: mail.senderAccountId,
    draftMailbox: mail.senderAccountId,
    why: "mailbox_full",
  });
  expect(await row()).toMatchObject({ mailbox: ben, draft: "scheduled", slots: 1, why: "in_line" });
});

test("by choice they go on, in a thread of their own", async () => {
  const other = await seedMidSequence();
  const thread = () => withTeam(other.scope, async (tx) => (await buildDraftRequest(tx, other.draftId)).request.thread);
  expect(await thread()).not.toBeNull();
  expect(await handOver(true)).toEqual({ people: 1, threads: 1 });
  expect(await row(other)).toMatchObject({ mailbox: ben, draftMailbox: ben });
  expect(await thread()).toBeNull();
  const again = await signAgain(other);
  expect(await sendPlanned(again.scope, again, () => start)).toEqual({ kind: "sent" });
  expect(await row(other)).toMatchObject({ ledgerMailbox: ben });
});

test("a draft that lies in the old mailbox is taken out there first, and its mail leaves once", async () => {
  await world.admin("POST", "settings", { moveDelayMs: 60 });
  await sql()`update campaigns set status = 'paused' where id = ${mail.campaignId}`;
  await draftMail(mail.scope, await ensureDelivery(mail.scope, mail.draftId, start), world.mailbox, start);
  await sql()`update campaigns set status = 'active' where id = ${mail.campaignId}`;
  const drafts = async (whose: string) =>
    ((await world.admin("GET", `messages?mailbox=${whose}&folder=drafts`)) as object[]).length;
  expect([(await row())?.state, await drafts("anna@contoso.com")]).toEqual(["drafted", 1]);
  expect(await handOver()).toEqual({ people: 1, threads: 0 });
  const again = await signAgain();
  expect(await sendPlanned(again.scope, again, () => start)).toEqual({ kind: "again", at: minutes(1).toISOString() });
  await removeDrafts(mail.scope, mail.senderAccountId, world.mailbox, start);
  expect([(await row())?.state, await drafts("anna@contoso.com")]).toEqual(["queued", 0]);
  expect(await sendPlanned(again.scope, again, () => minutes(1))).toEqual({ kind: "sent" });
  await expect.poll(arrived).toEqual(["ben@contoso.com"]);
});

test("a mail stays that is with Exchange, or lies as a draft in a mailbox that cannot be opened", async () => {
  await seedDelivery(sql(), mail.draftId, { state: "drafted", at: start, graphId: "g" });
  await sql()`update sender_accounts set status = 'signed_out' where id = ${mail.senderAccountId}`;
  expect(await numbers()).toMatchObject({ people: 0, staying: 1 });
  await expect(handOver()).rejects.toMatchObject({ code: "conflict" });
  await sql()`update sender_accounts set status = 'connected' where id = ${mail.senderAccountId}`;
  expect(await numbers()).toMatchObject({ people: 1, staying: 0 });
  await sql()`update deliveries set state = 'reconciling' where draft_id = ${mail.draftId}`;
  expect(await numbers()).toMatchObject({ people: 0, staying: 1 });
  await expect(handOver()).rejects.toMatchObject({ code: "conflict" });
  expect(await row()).toMatchObject({ mailbox: mail.senderAccountId, seals: 1, slots: 1 });
});

describe("against others at the same moment", () => {
  test("a mail that is leaving stays: the hand-over waits for it", async () => {
    const hold = (await world.admin("POST", "holds", { point: "before", path: "/send$" })) as { id: number };
    const sending = planned();
    await world.admin("GET", "holds?wait=5000");
    const handed = handOver().catch((error: { code: string }) => error.code);
    await world.admin("DELETE", `holds?id=${hold.id}`);
    expect(await sending).toEqual({ kind: "sent" });
    expect(await handed).toBe("conflict");
    await expect.poll(arrived).toEqual(["anna@contoso.com"]);
    expect(await row()).toMatchObject({ mailbox: mail.senderAccountId, draft: "sent" });
  });

  test("whoever comes first, a mail is sent or handed over, and never both", async () => {
    const mails = [mail];
    for (let more = 1; more < 8; more += 1) mails.push(await seedNextReadyMail(sql(), mail, minutes(-1), more));
    const [handed, ...steps] = await Promise.all([
      handOver().catch(() => ({ people: 0 })),
      ...mails.map((one) => sendPlanned(one.scope, one, () => start).catch(() => ({ kind: "failed" }))),
    ]);
    const rows = await Promise.all(mails.map((one) => row(one)));
    const sent = rows.filter((one) => one?.draft === "sent");
    const gone = rows.filter((one) => one?.mailbox === ben);
    expect(sent.every((one) => one?.mailbox === mail.senderAccountId)).toBe(true);
    expect(gone.every((one) => one?.draft === "draft" && one?.seals === 0)).toBe(true);
    expect(gone).toHaveLength(handed.people);
    expect(sent.length + gone.length).toBeGreaterThan(0);
    expect(steps.filter(({ kind }) => kind === "sent")).toHaveLength(sent.length);
  });

  test("two colleagues hand over once", async () => {
    const both = await Promise.all([handOver(), handOver()].map((one) => one.catch((error: { code: string }) => error.code)));
    expect(both).toHaveLength(2);
    expect(both).toContainEqual({ people: 1, threads: 0 });
    expect(both).toContain("conflict");
    const told = await sql()`select 1 from activities where team_id = ${mail.scope.teamId} and verb = 'handed over a mailbox'`;
    expect(told).toHaveLength(1);
  });

  test("the feeder gives no slot of the old mailbox to a mail that was handed over", async () => {
    await Promise.all([handOver(), ...[1, 2, 3].map(() => feedCampaign(mail.scope, mail.campaignId, start))]);
    await feedCampaign(mail.scope, mail.campaignId, start);
    expect(await row()).toMatchObject({ mailbox: ben, draft: "draft", slots: 0 });
  });
});

test.each([
  [
    "that is in trouble",
    () => sql()`update sender_accounts set trouble = 'limited', trouble_code = 'X' where id = ${ben}`,
    "blocked",
  ],
  ["that is signed out", () => sql()`update sender_accounts set status = 'signed_out' where id = ${ben}`, "blocked"],
])("nothing is handed over to a mailbox %s, and it is offered to nobody", async (_, break_, code) => {
  await break_();
  expect((await numbers()).targets).toEqual([]);
  await expect(handOver()).rejects.toMatchObject({ code });
  expect(await row()).toMatchObject({ mailbox: mail.senderAccountId, seals: 1 });
});

test("another team finds neither of the two, and a mailbox hands nothing over to itself", async () => {
  const other = (await seedTeam(sql())).scope;
  await expect(handOverMailbox(other, handing(), start)).rejects.toMatchObject({ code: "not_found" });
  const itself = { ...handing(), to: mail.senderAccountId };
  await expect(handOverMailbox(mail.scope, itself, start)).rejects.toMatchObject({ code: "blocked" });
  expect(await row()).toMatchObject({ mailbox: mail.senderAccountId, seals: 1 });
});
