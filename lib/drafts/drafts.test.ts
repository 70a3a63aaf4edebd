import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { inventPeople } from "@/db/seed/invent-people";
import { anyHour, seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedDelivery } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { launchShown } from "../campaigns/launch/testing/launch-shown";
import { stubSettings } from "../env/testing/stub-settings";
import { feedCampaign } from "../sending/queue/feed-campaign";
import { settleByHand } from "../sending/settle-by-hand";
import { editDraft } from "./edit-draft";
import { rejectDraft } from "./reject-draft";
import { readDraftView } from "./review/read-draft-view";
import { readReviewQueue } from "./review/read-review-queue";
import { signDraft } from "./sign-draft";
import { takeBackRejection } from "./take-back-rejection";
import { takeBackSignature } from "./take-back-signature";
import { writeDrafts } from "./write/write-drafts";

let db: TestDatabase;
let scope: { teamId: string; memberId: string };
let campaignId: string;
let drafts: string[];
const now = new Date("2026-11-24T12:00:00Z");
const person = () =>
  ({ teamId: scope.teamId, memberId: scope.memberId, timezone: "UTC", teamTimezone: "UTC" }) as Parameters<
    typeof readDraftView
  >[0];
const view = (id: string) => readDraftView(person(), id, now);
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  ({ scope } = await seedTeam(db.admin));
  const mailbox = await seedMailbox(db.admin, scope.teamId);
  const list = (await seedContacts(db.admin, scope.teamId, inventPeople(3, 0), { listName: "All" })).listId ?? "";
  ({ campaignId } = await seedCampaign(db.admin, scope.teamId, {
    name: "C",
    listId: list,
    senderAccountId: mailbox,
    reviewMode: "each",
    steps: [
      { name: "Introduction", subject: "Hello {{ first_name }}", body: "<p>Hi {{ first_name }}</p>" },
      { name: "Reminder", subject: "", body: "<p>Again</p>", days: 2 },
    ],
    settings: { ...anyHour, dailyLimit: 20, spacingSeconds: 1 },
  }));
  await launchShown(scope, campaignId, now);
  await writeDrafts(scope, { campaignId }, now);
  drafts = (await readReviewQueue(person(), campaignId, now)).rows.map((row) => row.id);
});

const first = () => drafts[0] ?? "";

describe("a signature", () => {
  test("is for exactly what was seen: another hash, a second time and another team sign nothing", async () => {
    const seen = await view(first());
    expect(seen).toMatchObject({ state: "to sign", mayBeSigned: true, seal: null, step: { order: 1, of: 2 } });
    expect(await code(signDraft(scope, first(), "0".repeat(64), now))).toBe("conflict");
    expect(await code(signDraft((await seedTeam(db.admin)).scope, first(), seen.hash, now))).toBe("not_found");
    expect((await signDraft(scope, first(), seen.hash, now)).hash).toBe(seen.hash);
    expect(await code(signDraft(scope, first(), seen.hash, now))).toBe("conflict");
    expect(await view(first())).toMatchObject({ state: "signed", hash: seen.hash, seal: { hash: seen.hash, void: null } });
  });

  test("given by twenty at once is one signature", async () => {
    const { hash } = await view(first());
    const results = await Promise.all(Array.from({ length: 20 }, () => code(signDraft(scope, first(), hash, now))));
    expect(results.filter((result) => result === "done")).toHaveLength(1);
    expect(await db.admin`select 1 from signatures where draft_id = ${first()}`).toHaveLength(1);
  });

  test("is refused where a check forbids it", async () => {
    await db.admin`update email_drafts set missing_fields = '{town}' where id = ${first()}`;
    const seen = await view(first());
    expect(seen.mayBeSigned).toBe(false);
    expect(await code(signDraft(scope, first(), seen.hash, now))).toBe("blocked");
  });

  test("can be taken back with its slot, until the mail is in Exchange's hands", async () => {
    await signDraft(scope, first(), (await view(first())).hash, now);
    await feedCampaign(scope, campaignId, now);
    await takeBackSignature(scope, first(), now);
    expect(await db.admin`select 1 from scheduled_emails where draft_id = ${first()} and status = 'pending'`).toHaveLength(0);
    expect(await view(first())).toMatchObject({
      state: "to sign",
      seal: { void: { cause: expect.stringContaining("Taken back") } },
    });
    await signDraft(scope, first(), (await view(first())).hash, now);
    await seedDelivery(db.admin, first(), { state: "submitting", at: now });
    expect(await code(takeBackSignature(scope, first(), now))).toBe("conflict");
    expect((await view(first())).state).toBe("gone");
  });
});

test("signing within one second asks for slots each time, so that the last signature is not left out", async () => {
  await db.admin`delete from outbox where team_id = ${scope.teamId}`;
  for (const id of drafts) await signDraft(scope, id, (await view(id)).hash, now);
  const asked = await db.admin`select distinct event_id from outbox where team_id = ${scope.teamId} and name = 'campaign/feed'`;
  expect(asked).toHaveLength(drafts.length);
});

describe("an edit", () => {
  test("stands beside the original, voids the signature before it, and shows what changed", async () => {
    await signDraft(scope, first(), (await view(first())).hash, now);
    const before = await view(first());
    const edited = await editDraft(
      scope,
      first(),
      { subject: before.subject, body: "<p>Hi there, <script>x</script>you</p>", seen: before.text },
      now,
    );
    expect(edited.voided).toBe(true);
    const after = await view(first());
    expect(after).toMatchObject({ state: "to sign", hash: edited.hash, text: { body: "<p>Hi there, you</p>" } });
    expect(after.hash).not.toBe(before.hash);
    expect(after.seal?.void?.cause).toContain("The text was changed");
    expect(after.difference?.html).toContain("<ins>");
    expect(after.difference?.firstHtml).toContain(before.text.body);
    const [row] = await db.admin`select body, edited_body from email_drafts where id = ${first()}`;
    expect(row).toEqual({ body: before.text.body, edited_body: "<p>Hi there, you</p>" });
  });

  test("back to the original is no edit; an empty one is refused at its field", async () => {
    const { text } = await view(first());
    const other = { subject: "  Other  words ", body: `${text.body}<script>x</script>` };
    const edited = await editDraft(scope, first(), { ...other, seen: text }, now);
    // It says what it kept, which is what whoever takes it back has seen.
    expect(edited.text).toEqual((await view(first())).text);
    await editDraft(scope, first(), { ...text, seen: edited.text }, now);
    expect((await view(first())).difference).toBeNull();
    await expect(editDraft(scope, first(), { subject: " ", body: text.body, seen: text }, now)).rejects.toMatchObject({
      fields: { subject: "A mail needs a subject." },
    });
    await expect(editDraft(scope, first(), { subject: "A", body: "<p> </p>", seen: text }, now)).rejects.toMatchObject({
      fields: { body: "A mail needs a text." },
    });
  });

  test("never overwrites what somebody else kept meanwhile, unless the person has seen it", async () => {
    const { text } = await view(first());
    const others = { subject: "Theirs", body: text.body };
    await editDraft(scope, first(), { ...others, seen: text }, now);
    const mine = { subject: "Mine", body: text.body };
    await expect(editDraft(scope, first(), { ...mine, seen: text }, now)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("changed this text meanwhile"),
    });
    expect((await view(first())).subject).toBe("Theirs");
    await editDraft(scope, first(), { ...mine, seen: others }, now);
    expect((await view(first())).subject).toBe("Mine");
  });
});

test("a rejection ends the campaign for the contact, and can be taken back", async () => {
  await rejectDraft(scope, first(), "Wrong moment", now);
  expect(await view(first())).toMatchObject({ state: "rejected", rejected: { reason: "Wrong moment" } });
  expect((await readReviewQueue(person(), campaignId, now)).waiting).toBe(2);
  expect(await rejectDraft(scope, first(), "Another reason", now)).toEqual({ was: "You rejected it already at 12:00." });
  expect((await view(first())).rejected?.reason).toBe("Wrong moment");
  await takeBackRejection(scope, first(), now);
  expect((await view(first())).state).toBe("to sign");
  expect(await code(takeBackRejection(scope, first(), now))).toBe("conflict");
});

describe("a mail of which nobody can tell whether it left", () => {
  beforeEach(async () => {
    await signDraft(scope, first(), (await view(first())).hash, now);
    await seedDelivery(db.admin, first(), { state: "review", at: now });
  });

  test("that arrived is sent once, and the sequence goes on", async () => {
    expect((await view(first())).state).toBe("in doubt");
    await settleByHand(scope, first(), true, now);
    expect(await code(settleByHand(scope, first(), true, now))).toBe("conflict");
    expect(await db.admin`select 1 from sent_emails where draft_id = ${first()}`).toHaveLength(1);
    const [contact] =
      await db.admin`select c.status, c.current_sequence_step as step from campaign_contacts c join email_drafts d on d.campaign_contact_id = c.id where d.id = ${first()}`;
    expect(contact).toEqual({ status: "in_progress", step: 1 });
  });

  test("that did not arrive ends the campaign for the contact; another team settles nothing", async () => {
    expect(await code(settleByHand((await seedTeam(db.admin)).scope, first(), false, now))).toBe("not_found");
    await settleByHand(scope, first(), false, now);
    const [contact] =
      await db.admin`select c.ended_reason as reason, d.status from campaign_contacts c join email_drafts d on d.campaign_contact_id = c.id where d.id = ${first()}`;
    expect(contact).toEqual({ reason: "could not be sent", status: "failed" });
  });
});
