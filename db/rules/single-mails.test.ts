import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "../access/with-team";
import { inventPeople } from "../seed/invent-people";
import { seedCampaign, seedMailbox } from "../seed/seed-campaign";
import { seedContacts } from "../seed/seed-contacts";
import { seedDelivery, seedDraft, seedEnrolment } from "../seed/seed-enrolment";
import { type SeededSingle, seedSingle } from "../seed/seed-single";
import { seedTeam } from "../seed/seed-team";
import { type TestDatabase, testDatabase } from "../testing/test-database";

/** What the database itself keeps of mails by hand, asked as the app's role. */
let db: TestDatabase;
let scope: { teamId: string; memberId: string };
let senderAccountId: string;
let contactId: string;
let campaignId: string;
let stepId: string;
let enrolmentId: string;
let campaignDraft: string;
let single: SeededSingle;

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  ({ scope } = await seedTeam(db.admin));
  const { teamId } = scope;
  senderAccountId = await seedMailbox(db.admin, teamId);
  contactId = (await seedContacts(db.admin, teamId, inventPeople(1))).contactIds[0] ?? "";
  const steps = [{ name: "Introduction", subject: "Hello", body: "<p>Hi</p>" }];
  const made = await seedCampaign(db.admin, teamId, { name: "Spring", status: "active", senderAccountId, steps });
  campaignId = made.campaignId;
  stepId = made.stepIds[0] ?? "";
  enrolmentId = await seedEnrolment(db.admin, campaignId, contactId);
  campaignDraft = await seedDraft(db.admin, enrolmentId);
  single = await seedSingle(db.admin, { ...scope, senderAccountId }, contactId);
});

const undone = new Error("undone");
/** "n row", or the code of the refusal; nothing of it stays. */
function tried(...statements: SQL[]): Promise<string> {
  return withTeam(scope, async (tx) => {
    let count = 0;
    for (const one of statements) count = ((await tx.execute(one)) as unknown as { count: number }).count;
    throw Object.assign(undone, { count });
  }).catch((error: Error & { count?: number; cause?: { code?: string } }) =>
    error === undone ? `${error.count} row` : (error.cause?.code ?? String(error)),
  );
}
const [may, refused, broken] = ["1 row", "CS004", "23514"];

describe("campaign, contact in it and step stand together or are all empty", () => {
  const all = [true, false];
  const some = all.flatMap((campaign) => all.flatMap((contact) => all.map((step) => ({ campaign, contact, step }))));
  const answerTo = (given: boolean[]) => (new Set(given).size === 1 ? may : broken);
  const place = (row: (typeof some)[number]) =>
    sql`${row.campaign ? campaignId : null}::uuid, ${row.contact ? enrolmentId : null}::uuid, ${row.step ? stepId : null}::uuid`;

  test.each(some)("in a draft, %o", async (row) => {
    await db.admin`delete from email_drafts where id = ${campaignDraft}`;
    const draft = sql`insert into email_drafts (contact_id, draft_type, subject, body, campaign_id, campaign_contact_id, sequence_id)
      values (${contactId}, 'first_outreach', 's', 'b', ${place(row)})`;
    expect(await tried(draft)).toBe(answerTo(Object.values(row)));
  });

  test.each(some)("in the ledger, %o", async (row) => {
    const entry = sql`insert into deliveries (draft_id, contact_id, sender_account_id, send_key, request_hash, campaign_id, campaign_contact_id, sequence_id)
      values (${single.draftId}, ${contactId}, ${senderAccountId}, 'k', 'h', ${place(row)})`;
    expect(await tried(entry)).toBe(answerTo(Object.values(row)));
  });

  test.each(all.flatMap((campaign) => all.map((contact) => ({ campaign, contact }))))("in a slot, %o", async (row) => {
    const slot = sql`insert into scheduled_emails (draft_id, contact_id, sender_account_id, scheduled_for, campaign_id, campaign_contact_id)
      values (${single.draftId}, ${contactId}, ${senderAccountId}, now(), ${row.campaign ? campaignId : null}::uuid, ${row.contact ? enrolmentId : null}::uuid)`;
    expect(await tried(slot)).toBe(answerTo(Object.values(row)));
  });

  test("and stay so in a draft: no mail becomes one of the other kind", async () => {
    const none = sql`update email_drafts set campaign_id = null, campaign_contact_id = null, sequence_id = null where id = ${campaignDraft}`;
    const some = sql`update email_drafts set campaign_id = ${campaignId}, campaign_contact_id = ${enrolmentId}, sequence_id = ${stepId} where id = ${single.draftId}`;
    expect([await tried(none), await tried(some)]).toEqual(["42501", "42501"]);
  });
});

const signs = (draftId: string) => [
  sql`update email_drafts set status = 'approved', approved_at = now() where id = ${draftId}`,
  sql`insert into signatures (draft_id, hash, kind, signed_by) values (${draftId}, 'h', 'person', ${scope.memberId})`,
];
const takesBack = (draftId: string) => [
  sql`update signatures set voided_at = now() where draft_id = ${draftId}`,
  sql`update email_drafts set status = 'draft', approved_at = null where id = ${draftId}`,
];

describe("the text of a draft", () => {
  const texts = ["subject = 'Other'", "body = '<p>Other</p>'", "draft_type = 'final_followup'", "written_by = 'model'"];
  const changes = (text: string, draftId: string) => sql`update email_drafts set ${sql.raw(text)} where id = ${draftId}`;

  test.each(texts)("of a campaign stays as it was written: %s", async (text) => {
    expect(await tried(changes(text, campaignDraft))).toBe(refused);
  });

  test.each(texts)("by hand changes while one types, and not once it is signed: %s", async (text) => {
    const { draftId } = single;
    expect(await tried(changes(text, draftId))).toBe(may);
    expect(await tried(...signs(draftId), changes(text, draftId))).toBe(refused);
    expect(await tried(...signs(draftId), ...takesBack(draftId), changes(text, draftId))).toBe(may);
  });

  test("by hand does not change in the statement that signs it, nor in the one that takes that back", async () => {
    const { draftId } = single;
    expect(await tried(sql`update email_drafts set status = 'approved', body = 'x' where id = ${draftId}`)).toBe(refused);
    const back = sql`update email_drafts set status = 'draft', body = 'x' where id = ${draftId}`;
    expect(await tried(...signs(draftId), back)).toBe(refused);
  });

  test("may be edited beside it, whichever kind it is", async () => {
    for (const id of [campaignDraft, single.draftId])
      expect(await tried(sql`update email_drafts set edited_body = '<p>Other</p>' where id = ${id}`)).toBe(may);
  });
});

describe("taking a draft away", () => {
  const takes = (draftId: string) => sql`delete from email_drafts where id = ${draftId}`;
  const leavesLetter = () => sql`delete from single_mails where draft_id = ${single.draftId}`;

  test("is for what is by hand and never was signed", async () => {
    expect(await tried(takes(campaignDraft))).toBe(refused);
    expect(await tried(leavesLetter(), takes(single.draftId))).toBe(may);
  });

  test.each(["signed", "was signed before"])("is refused of one that %s", async (which) => {
    const { draftId } = single;
    const before = which === "signed" ? signs(draftId) : [...signs(draftId), ...takesBack(draftId)];
    expect(await tried(...before, leavesLetter(), takes(draftId))).toBe(refused);
    expect(await tried(...before, leavesLetter())).toBe("0 row");
  });

  test("is for members alone", async () => {
    await db.admin`update members set role = 'viewer' where id = ${scope.memberId}`;
    expect(await tried(leavesLetter())).toBe("0 row");
  });
});

describe("where a mail by hand goes, and in which thread", () => {
  const places = [
    "recipient_email = 'other@x.example'",
    "is_plain = true",
    "thread_delivery_id = (select id from deliveries limit 1)",
  ];
  beforeEach(() => seedDelivery(db.admin, campaignDraft, { state: "accepted", at: new Date() }));
  const changes = (place: string) => sql`update single_mails set ${sql.raw(place)} where id = ${single.singleMailId}`;

  test.each(places)("stays as long as its signature does: %s", async (place) => {
    expect(await tried(changes(place))).toBe(may);
    expect(await tried(...signs(single.draftId), changes(place))).toBe(refused);
    expect(await tried(...signs(single.draftId), ...takesBack(single.draftId), changes(place))).toBe(may);
  });

  test("is not its time, its run or its end: those change while it is signed", async () => {
    const other = sql`update single_mails set leave_at = now(), run_id = 'r', admission = admission + 1, ended_reason = 'cancelled' where id = ${single.singleMailId}`;
    expect(await tried(...signs(single.draftId), other)).toBe(may);
  });

  test("never becomes another person, another letter or another draft", async () => {
    for (const what of ["contact_id = contact_id", "letter_id = null", "draft_id = draft_id", "unsubscribe_token = 'x'"])
      expect(await tried(sql`update single_mails set ${sql.raw(what)}`), what).toBe("42501");
  });
});

describe("never twice", () => {
  const another = (
    letterId: string | null,
    draftId: SQL,
  ) => sql`insert into single_mails (letter_id, draft_id, contact_id, recipient_email)
    values (${letterId}, ${draftId}, ${contactId}, 'lena@x.example')`;
  const newDraft = sql`insert into email_drafts (contact_id, draft_type, subject, body) values (${sql`(select id from contacts limit 1)`}, 'first_outreach', 'new', 'b')`;
  const itsId = sql`(select id from email_drafts where subject = 'new')`;

  test("one letter has one mail a person, and one draft one mail", async () => {
    expect(await tried(newDraft, another(single.letterId, itsId))).toBe("23505");
    expect(await tried(newDraft, another(null, itsId))).toBe(may);
    expect(await tried(another(null, sql`${single.draftId}`))).toBe("23505");
  });

  test("a mail by hand takes no other mail over: not a campaign's, and not another person's", async () => {
    const other = (await seedContacts(db.admin, scope.teamId, inventPeople(1, 1))).contactIds[0] ?? "";
    const onto = (draftId: string, to: string) =>
      sql`insert into single_mails (draft_id, contact_id, recipient_email) values (${draftId}, ${to}, 'x@x.example')`;
    expect(await tried(onto(campaignDraft, contactId))).toBe(refused);
    expect(await tried(sql`delete from single_mails where draft_id = ${single.draftId}`, onto(single.draftId, other))).toBe(
      refused,
    );
    expect(await tried(sql`delete from single_mails where draft_id = ${single.draftId}`, onto(single.draftId, contactId))).toBe(
      may,
    );
  });

  test("a letter under the id of one that is there is none", async () => {
    const again = sql`insert into letters (id, written_by, sender_account_id) values (${single.letterId}, ${scope.memberId}, ${senderAccountId})`;
    expect(await tried(again)).toBe("23505");
  });
});

test("a mail by hand points at nothing of another team", async () => {
  const other = await seedTeam(db.admin);
  const theirs = { ...other.scope, senderAccountId: await seedMailbox(db.admin, other.teamId) };
  const person = (await seedContacts(db.admin, other.teamId, inventPeople(1))).contactIds[0] ?? "";
  const foreign = await seedSingle(db.admin, theirs, person);
  const entry = await seedDelivery(db.admin, foreign.draftId, { state: "accepted", at: new Date() });
  const letter = sql`insert into letters (written_by, sender_account_id) values (${scope.memberId}, ${theirs.senderAccountId})`;
  const mail = (letterId: string | null, draftId: string, contact: string) =>
    sql`insert into single_mails (letter_id, draft_id, contact_id, recipient_email) values (${letterId}, ${draftId}, ${contact}, 'a@x.example')`;
  const thread = sql`update single_mails set thread_delivery_id = ${entry} where id = ${single.singleMailId}`;
  // Of what another team has it sees nothing, so to it the draft is no mail by hand.
  expect(await tried(mail(single.letterId, foreign.draftId, person))).toBe(refused);
  const leaves = sql`delete from single_mails where draft_id = ${single.draftId}`;
  expect(await tried(leaves, mail(foreign.letterId, single.draftId, contactId))).toBe("23503");
  for (const statement of [letter, thread]) expect(await tried(statement)).toBe("23503");
  expect(await tried(sql`update single_mails set new_thread = true where id = ${foreign.singleMailId}`)).toBe("0 row");
});
