import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { inventPeople } from "@/db/seed/invent-people";
import { anyHour, seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { launchShown } from "../campaigns/launch/testing/launch-shown";
import { stubSettings } from "../env/testing/stub-settings";
import { buildDraftRequest } from "../mail/build-draft-request";
import { readCorrected } from "./read-corrected";
import { signAllShown } from "./sign-all/testing/sign-all-shown";
import { signCorrected } from "./sign-corrected";
import { writeDrafts } from "./write/write-drafts";

let db: TestDatabase;
let scope: { teamId: string; memberId: string };
let mailbox: string;
let campaignId: string;
const now = new Date("2026-11-24T12:00:00Z");
const later = new Date("2026-11-25T12:00:00Z");
const [from, to] = ["anna@contoso.example", "anna.keller@contoso.example"];
const people = 4;
const shown = (count: number, after: string | null = null) => ({ from, to, count, after });

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  const team = await seedTeam(db.admin);
  scope = { teamId: team.teamId, memberId: team.members[0]?.id ?? "" };
  mailbox = await seedMailbox(db.admin, scope.teamId, { email: from, displayName: "Anna Keller" });
  campaignId = await launch(people);
  await signAllShown(scope, campaignId, now);
  await db.admin`update sender_accounts set email = ${to}, email_norm = ${to} where id = ${mailbox}`;
});

async function launch(count: number, offset = 0) {
  const list = (await seedContacts(db.admin, scope.teamId, inventPeople(count, offset), { listName: "All" })).listId ?? "";
  const made = await seedCampaign(db.admin, scope.teamId, {
    name: "C",
    listId: list,
    senderAccountId: mailbox,
    reviewMode: "each",
    steps: [{ name: "Introduction", subject: "Hello", body: "<p>Hi {{ first_name }}</p>" }],
    settings: { ...anyHour, zone: "UTC", dailyLimit: 20, spacingSeconds: 1 },
  });
  await launchShown(scope, made.campaignId, now);
  for (let more = true; more; ) ({ more } = await writeDrafts(scope, { campaignId: made.campaignId }, now));
  return made.campaignId;
}

type Row = { id: string; status: string; request: { version: number; from: { email: string }; html: string }; hash: string };
const drafts = () =>
  db.admin<
    Row[]
  >`select id, status::text, request, request_hash as hash from email_drafts where campaign_id = ${campaignId} order by id`;
const signaturesOf = (draftId: string | undefined) =>
  db.admin`select hash, signed_by, signed_at, voided_at, void_cause from signatures where draft_id = ${draftId ?? ""} order by signed_at`;
const built = (draftId: string) => withTeam(scope, (tx) => buildDraftRequest(tx, draftId));
const waiting = async () => (await readCorrected(scope)).map(({ count }) => count);

test("what waits is told by mailbox, with the address it was signed under and the one it has", async () => {
  expect(await readCorrected(scope)).toEqual([{ senderAccountId: mailbox, from, to, count: people }]);
});

test("a mail under another address keeps its signature, unused, and is the mail that was signed", async () => {
  for (const draft of await drafts()) {
    expect(await built(draft.id)).toMatchObject({ hash: draft.hash, correctedTo: to, request: { from: { email: from } } });
    expect(await signaturesOf(draft.id)).toMatchObject([{ hash: draft.hash, voided_at: null }]);
  }
});

test("one act signs them all again: the old signatures say why they are void, only the sender is another", async () => {
  const before = await drafts();
  expect(await signCorrected(scope, mailbox, shown(people), later)).toEqual({ signed: people, after: null });
  const after = await drafts();
  for (const [index, draft] of after.entries()) {
    const old = before[index];
    expect(draft).toMatchObject({ status: old?.status, request: { version: 2, from: { email: to }, html: old?.request.html } });
    expect(await built(draft.id)).toMatchObject({ hash: draft.hash, correctedTo: null });
    expect(await signaturesOf(draft.id)).toMatchObject([
      { hash: old?.hash, voided_at: later, void_cause: `Signed again as ${to}` },
      { hash: draft.hash, signed_by: scope.memberId, signed_at: later, voided_at: null },
    ]);
  }
  expect(await readCorrected(scope)).toEqual([]);
});

test("a slot stays where it was", async () => {
  const [draft] = await drafts();
  await db.admin`update email_drafts set status = 'scheduled' where id = ${draft?.id ?? ""}`;
  await db.admin`insert into scheduled_emails (team_id, draft_id, contact_id, sender_account_id, scheduled_for, campaign_id, campaign_contact_id)
    select team_id, id, contact_id, sender_account_id, ${later}, campaign_id, campaign_contact_id from email_drafts where id = ${draft?.id ?? ""}`;
  await signCorrected(scope, mailbox, shown(people), later);
  const slots = await db.admin`select status, scheduled_for from scheduled_emails where draft_id = ${draft?.id ?? ""}`;
  expect([...slots]).toEqual([{ status: "pending", scheduled_for: later }]);
  expect((await drafts())[0]?.status).toBe("scheduled");
});

test("asked twice, and twice at once, each mail is signed again once", async () => {
  const answers = await Promise.all([1, 2].map(() => signCorrected(scope, mailbox, shown(people), later)));
  expect(answers.reduce((sum, { signed }) => sum + signed, 0)).toBe(people);
  expect(await signCorrected(scope, mailbox, shown(people), later)).toEqual({ signed: 0, after: null });
  for (const draft of await drafts()) expect(await signaturesOf(draft.id)).toHaveLength(2);
});

test("batch after batch, every mail of every campaign of the mailbox is signed again", async () => {
  const second = await launch(5, 1000);
  await db.admin`update sender_accounts set email = ${from} where id = ${mailbox}`;
  await signAllShown(scope, second, now);
  await db.admin`update sender_accounts set email = ${to} where id = ${mailbox}`;
  expect(await waiting()).toEqual([people + 5]);
  const signed: number[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const some = await signCorrected(scope, mailbox, shown(people + 5, after ?? null), later, 4);
    signed.push(some.signed);
    after = some.after;
  }
  expect(signed).toEqual([4, 4, 1]);
  expect(await waiting()).toEqual([]);
});

describe("nothing is signed", () => {
  const code = (promise: Promise<unknown>) =>
    promise.then(
      () => "done",
      (error: { code?: string }) => error.code,
    );
  test("when more wait than were shown, or the address is another meanwhile", async () => {
    expect(await code(signCorrected(scope, mailbox, shown(people - 1), later))).toBe("conflict");
    expect(await code(signCorrected(scope, mailbox, { ...shown(people), to: "x@contoso.example" }, later))).toBe("conflict");
    expect(await waiting()).toEqual([people]);
  });

  test("by another team", async () => {
    const stranger = await seedTeam(db.admin);
    const theirs = { teamId: stranger.teamId, memberId: stranger.members[0]?.id ?? "" };
    expect(await code(signCorrected(theirs, mailbox, shown(people), later))).toBe("not_found");
    expect(await readCorrected(theirs)).toEqual([]);
  });

  test("of what was signed under a third address, left, ended, or was tampered with", async () => {
    const [other, left, ended, changed] = await drafts();
    await db.admin`update email_drafts set request = jsonb_set(request, '{from,email}', '"third@contoso.example"') where id = ${other?.id ?? ""}`;
    await db.admin`insert into deliveries (team_id, draft_id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, send_key, request_hash, state)
      select team_id, id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, md5(id::text), request_hash, 'reconciling' from email_drafts where id = ${left?.id ?? ""}`;
    await db.admin`update campaign_contacts set status = 'replied' where id = (select campaign_contact_id from email_drafts where id = ${ended?.id ?? ""})`;
    await db.admin`update email_drafts set request = jsonb_set(request, '{html}', to_jsonb((request->>'html') || '<p>slipped in</p>')) where id = ${changed?.id ?? ""}`;
    expect(await signCorrected(scope, mailbox, shown(people), later)).toEqual({ signed: 0, after: null });
  });
});
