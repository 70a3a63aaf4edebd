import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { anyHour, seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedDelivery } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import type { Member } from "../../auth/member";
import { launchCampaign } from "../../campaigns/launch/launch-campaign";
import { stubSettings } from "../../env/testing/stub-settings";
import { feedCampaign } from "../../sending/queue/feed-campaign";
import { editDraft } from "../edit-draft";
import { rejectDraft } from "../reject-draft";
import { readDraftView } from "../review/read-draft-view";
import { signDraft } from "../sign-draft";
import { takeBackSignature } from "../take-back-signature";
import { writeDrafts } from "../write/write-drafts";
import { askToSign } from "./ask-to-sign";
import { readSigning } from "./read-signing";
import { signNext } from "./sign-next";
import { startSigning } from "./start-signing";
import { stopSigning } from "./stop-signing";
import { takeBackSigning } from "./take-back-signing";
import { readQueue, shownBy, signAllShown, signOrder } from "./testing/sign-all-shown";
import { wakeSigning } from "./wake-signing";

const people = 8;
const now = new Date("2026-11-24T12:00:00Z");
const later = new Date("2026-11-24T12:01:00Z");
let db: TestDatabase;
let anna: { teamId: string; memberId: string };
let ben: { teamId: string; memberId: string };
let mailbox: string;
let campaignId: string;

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  const team = await seedTeam(db.admin, {
    members: [
      { name: "Anna Keller", email: "anna@contoso.com", role: "administrator" },
      { name: "Ben Ortiz", email: "ben@contoso.com" },
    ],
  });
  anna = team.scope;
  ben = { ...team.scope, memberId: team.members[1]?.id ?? "" };
  mailbox = await seedMailbox(db.admin, anna.teamId);
  campaignId = await launch("C", people, 0);
});

async function launch(name: string, count: number, from: number, withDrafts = true) {
  const list = (await seedContacts(db.admin, anna.teamId, inventPeople(count, from), { listName: name })).listId ?? "";
  const made = await seedCampaign(db.admin, anna.teamId, {
    name,
    listId: list,
    senderAccountId: mailbox,
    reviewMode: "each",
    steps: [{ name: "Introduction", subject: "Hello {{ first_name }}", body: "<p>Hi {{ first_name }}</p>" }],
    settings: { ...anyHour, dailyLimit: 20, spacingSeconds: 1 },
  });
  await launchCampaign(anna, made.campaignId, count, now);
  while (withDrafts && (await writeDrafts(anna, { campaignId: made.campaignId }, now)).more);
  return made.campaignId;
}

const member = (who: typeof anna) => ({ ...who, timezone: "UTC" }) as Member;
const queue = () => readQueue(anna, campaignId, now);
const ask = async (who = anna) => askToSign(who, shownBy(await queue(), campaignId), later);
const idsOf = async () => (await queue()).rows.map(({ id }) => id);
const edit = async (who: typeof anna, id: string, body = "<p>Other words</p>") => {
  const { text } = await readDraftView(member(who), id, now);
  return editDraft(who, id, { subject: text.subject, body, seen: text }, later);
};
const signedIds = async () =>
  (await db.admin`select draft_id as id from signatures where team_id = ${anna.teamId} and voided_at is null order by 1`).map(
    ({ id }) => id,
  );
const jobOf = async (jobId: string) =>
  (await db.admin`select state, signed, refused, passed_over as "passedOver", total from sign_jobs where id = ${jobId}`)[0];
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );

describe("an order to sign all", () => {
  test("says before it signs: how many pass, how many of them nobody opened, how many do not", async () => {
    const [first, second, third] = await idsOf();
    await db.admin`update email_drafts set missing_fields = '{town}' where id = ${first ?? ""}`;
    const shown = shownBy(await queue(), campaignId, [second ?? "", third ?? ""]);
    const asked = await askToSign(anna, shown, later);
    expect(asked).toMatchObject({ passing: people - 1, unopened: people - 3, unlisted: 0, failing: 1, changed: [] });
    expect(await signedIds()).toEqual([]);
    expect(await signNext(anna, asked.jobId, later)).toEqual({ more: false });
    expect(await signedIds()).toEqual([]);
    await signOrder(anna, asked.jobId, later);
    expect(await signedIds()).toHaveLength(people - 1);
    expect(await jobOf(asked.jobId)).toEqual({ state: "done", signed: people - 1, refused: 1, passedOver: 0, total: people });
  });

  test("never signs a text that was changed between the queue and the question, and says who changed it", async () => {
    const shown = shownBy(await queue(), campaignId);
    const [first, second] = await idsOf();
    await edit(ben, first ?? "");
    await edit(anna, second ?? "");
    const asked = await askToSign(anna, shown, later);
    expect(asked).toMatchObject({
      passing: people - 2,
      changed: [
        { by: "Ben Ortiz", count: 1 },
        { by: "You", count: 1 },
      ],
    });
    await signOrder(anna, asked.jobId, later);
    const signed = await signedIds();
    expect(signed).toHaveLength(people - 2);
    expect(signed).not.toContain(first);
    expect(signed).not.toContain(second);
    expect(await readSigning(member(anna), later)).toMatchObject({
      state: "done",
      signed: people - 2,
      changed: [
        { by: "Ben Ortiz", count: 1 },
        { by: "You", count: 1 },
      ],
    });
  });

  test("never signs a text that was changed between the question and its batch", async () => {
    const asked = await ask();
    const [first] = await idsOf();
    await startSigning(anna, asked.jobId, later);
    await edit(ben, first ?? "");
    await signOrder(anna, asked.jobId, later);
    expect(await signedIds()).not.toContain(first);
    expect(await readSigning(member(anna), later)).toMatchObject({
      signed: people - 1,
      of: people - 1,
      changed: [{ by: "Ben Ortiz", count: 1 }],
      settled: 0,
    });
  });

  test.each([
    ["signature block", () => db.admin`update sender_accounts set signature_html = '<p>Other</p>' where id = ${mailbox}`],
    ["mailbox's address", () => db.admin`update sender_accounts set email = 'other@contoso.com' where id = ${mailbox}`],
    ["footer", () => db.admin`update teams set postal_address = 'Elsewhere' where id = ${anna.teamId}`],
    ["recipient's name", () => db.admin`update contacts set name = 'Other' where team_id = ${anna.teamId}`],
  ])("signs nothing whose %s is another than when it was shown; shown anew it does", async (_what, change) => {
    const shown = shownBy(await queue(), campaignId);
    const before = await askToSign(anna, shown, later);
    await change();
    await signOrder(anna, before.jobId, later);
    expect(await signedIds()).toEqual([]);
    const asked = await askToSign(anna, shown, later);
    expect(asked).toMatchObject({ passing: 0, changed: [{ by: null, count: people }] });
    await signAllShown(anna, campaignId, later);
    expect(await signedIds()).toHaveLength(people);
  });

  test("holds what was written after the queue was read back, and signs what its list was too short for", async () => {
    const read = await queue();
    const short = { ...read, rows: read.rows.slice(0, 3) };
    const [unlisted] = read.rows.slice(4);
    await edit(ben, unlisted?.id ?? "");
    const [written] = read.rows.slice(-1);
    await db.admin`update email_drafts set created_at = ${later} where id = ${written?.id ?? ""}`;
    const asked = await askToSign(anna, shownBy(short, campaignId), later);
    expect(asked).toMatchObject({ passing: people - 1, unlisted: people - 4, changed: [] });
    await signOrder(anna, asked.jobId, later);
    const signed = await signedIds();
    expect(signed).not.toContain(written?.id);
    expect(signed).toContain(unlisted?.id);
    // A list that showed all there was takes nothing in that it did not show.
    expect(await askToSign(anna, { ...shownBy(short, campaignId), hasMore: false }, later)).toMatchObject({ passing: 0 });
  });

  test("takes in no draft of another team, and nobody carries out what another ordered", async () => {
    const theirs = (await seedTeam(db.admin)).scope;
    const shown = shownBy(await queue(), campaignId);
    expect(await askToSign(theirs, { ...shown, campaignId: null }, later)).toMatchObject({ passing: 0, changed: [] });
    const { jobId } = await ask();
    for (const other of [theirs, ben]) {
      expect(await code(startSigning(other, jobId, later))).toBe("not_found");
      expect(await signNext(other, jobId, later)).toEqual({ more: false });
    }
    await startSigning(anna, jobId, later);
    expect(await code(stopSigning(theirs, jobId, later))).toBe("not_found");
    expect(await code(takeBackSigning(theirs, jobId, later))).toBe("not_found");
    expect(await signNext(ben, jobId, later)).toEqual({ more: false });
    expect(await signedIds()).toEqual([]);
  });

  test("is confirmed once, however often one presses; asked anew, the one before is forgotten", async () => {
    const old = await ask();
    const asked = await ask();
    expect(await code(startSigning(anna, old.jobId, later))).toBe("not_found");
    await Promise.all([startSigning(anna, asked.jobId, later), startSigning(anna, asked.jobId, later)]);
    expect(await db.admin`select 1 from outbox where team_id = ${anna.teamId} and name = 'drafts/signing.started'`).toHaveLength(
      1,
    );
    await signOrder(anna, asked.jobId, later);
    expect(await code(startSigning(anna, asked.jobId, later))).toBe("conflict");
  });

  test("passes over what was signed, rejected or ended meanwhile", async () => {
    const asked = await ask();
    const [signed, rejected] = await idsOf();
    await signDraft(ben, signed ?? "", (await readDraftView(member(ben), signed ?? "", now)).hash, later);
    await rejectDraft(ben, rejected ?? "", "Wrong moment", later);
    await signOrder(anna, asked.jobId, later);
    expect(await jobOf(asked.jobId)).toMatchObject({ signed: people - 2, passedOver: 2 });
    expect(await readSigning(member(anna), later)).toMatchObject({ changed: [], settled: 2 });
    expect(await db.admin`select 1 from signatures where draft_id = ${signed ?? ""}`).toHaveLength(1);
  });

  test("refuses what a check forbids since", async () => {
    const asked = await ask();
    const [first] = await idsOf();
    await db.admin`insert into suppressions (team_id, email_norm, reason)
      select d.team_id, p.email_norm, 'by hand' from email_drafts d join contacts p on p.id = d.contact_id where d.id = ${first ?? ""}`;
    await signOrder(anna, asked.jobId, later);
    expect(await jobOf(asked.jobId)).toMatchObject({ signed: people - 1, refused: 1 });
    expect(await signedIds()).not.toContain(first);
  });

  test("counts as passing only what the checks let pass", async () => {
    const [id] = await idsOf();
    for (const text of [{ subject: "x".repeat(201) }, { body: "<p>Hi {{ nobody }}</p>" }, { body: "<p>Hi {company}</p>" }]) {
      await db.admin`update email_drafts set edited_subject = ${text.subject ?? null}, edited_body = ${text.body ?? null} where id = ${id ?? ""}`;
      expect((await readDraftView(member(anna), id ?? "", now)).mayBeSigned).toBe(false);
      expect(await queue()).toMatchObject({ waiting: people, passing: people - 1 });
      expect(await ask()).toMatchObject({ passing: people - 1, failing: 1 });
    }
  });
});

describe("a batch", () => {
  test("called again after a crash signs nothing twice and leaves nothing out", async () => {
    const { jobId } = await ask();
    await startSigning(anna, jobId, later);
    expect(await signNext(anna, jobId, later, 2)).toEqual({ more: true });
    // The answer of the second batch was lost on the way: it is called again, twice at once.
    await Promise.all([signNext(anna, jobId, later, 2), signNext(anna, jobId, later, 2)]);
    await signOrder(anna, jobId, later, 2);
    expect(await jobOf(jobId)).toMatchObject({ state: "done", signed: people });
    expect(await db.admin`select 1 from signatures where team_id = ${anna.teamId}`).toHaveLength(people);
    expect(
      await db.admin`select 1 from activities where team_id = ${anna.teamId} and verb = 'signed all that pass'`,
    ).toHaveLength(1);
  });

  test("that fails midway has done nothing", async () => {
    const { jobId } = await ask();
    await startSigning(anna, jobId, later);
    await db.admin`alter table sign_job_drafts add constraint in_the_way check (state <> 'signed') not valid`;
    await expect(signNext(anna, jobId, later)).rejects.toThrow();
    await db.admin`alter table sign_job_drafts drop constraint in_the_way`;
    expect(await signedIds()).toEqual([]);
    await signOrder(anna, jobId, later);
    expect(await signedIds()).toHaveLength(people);
  });

  test("goes in the order of the list, so that who stands first leaves first", async () => {
    const { rows } = await queue();
    const { jobId } = await ask();
    await startSigning(anna, jobId, later);
    await signNext(anna, jobId, later, 3);
    expect(await signedIds()).toEqual(
      rows
        .slice(0, 3)
        .map(({ id }) => id)
        .sort(),
    );
  });

  test("keeps with each draft the request it signed, as signing one by one does", async () => {
    const [id] = await idsOf();
    const { hash } = await readDraftView(member(anna), id ?? "", now);
    await signAllShown(anna, campaignId, later);
    const [row] =
      await db.admin`select d.status, d.request_hash as kept, d.request->'to'->>'email' as "to", p.email, s.hash, s.signed_by as "by", s.kind
      from email_drafts d join signatures s on s.draft_id = d.id join contacts p on p.id = d.contact_id where d.id = ${id ?? ""}`;
    expect(row).toEqual({
      status: "approved",
      kept: hash,
      to: row?.email,
      email: row?.email,
      hash,
      by: anna.memberId,
      kind: "person",
    });
    expect(await readDraftView(member(anna), id ?? "", later)).toMatchObject({ state: "signed", hash });
  });

  test("has each campaign looked over once, and tells only the runs that are there", async () => {
    const [id] = await idsOf();
    await db.admin`update campaign_contacts set run_id = 'r' where id = (select campaign_contact_id from email_drafts where id = ${id ?? ""})`;
    await db.admin`delete from outbox where team_id = ${anna.teamId}`;
    await signAllShown(anna, campaignId, later);
    const told =
      await db.admin`select name, count(*)::int as count from outbox where team_id = ${anna.teamId} group by 1 order by 1`;
    expect(told.map(({ name, count }) => [name, count])).toEqual([
      ["campaign/contact.changed", 1],
      ["campaign/feed", 1],
      ["drafts/signing.started", 1],
    ]);
  });

  test.each([
    ["may no longer sign", "update members set role = 'viewer' where id = $1"],
    ["was removed", "update members set status = 'removed' where id = $1"],
  ])("of a person who %s signs nothing, and stops the order", async (_what, change) => {
    const asked = await ask(ben);
    await startSigning(ben, asked.jobId, later);
    await signNext(ben, asked.jobId, later, 3);
    await db.admin.unsafe(change, [ben.memberId]);
    expect(await signNext(ben, asked.jobId, later, 3)).toEqual({ more: false });
    expect(await jobOf(asked.jobId)).toMatchObject({ state: "stopped", signed: 3 });
    expect(await signedIds()).toHaveLength(3);
  });

  test("that waits for an edit signs the text of before as little as the new one", async () => {
    const [first] = await idsOf();
    const { jobId } = await ask();
    await startSigning(anna, jobId, later);
    await whileHeld(
      first ?? "",
      (tx) =>
        tx`update email_drafts set edited_body = '<p>Other</p>', edited_at = ${later}, edited_by = ${ben.memberId} where id = ${first ?? ""}`,
      () => signNext(anna, jobId, later),
    );
    expect(await signedIds()).not.toContain(first);
    expect(await jobOf(jobId)).toMatchObject({ signed: people - 1, passedOver: 1 });
  });

  test("of two people at once gives each draft one signature", async () => {
    const [hers, his] = [await ask(anna), await ask(ben)];
    await Promise.all([signOrder(anna, hers.jobId, later, 3), signOrder(ben, his.jobId, later, 3)]);
    expect(await db.admin`select 1 from signatures where team_id = ${anna.teamId}`).toHaveLength(people);
    const jobs = [await jobOf(hers.jobId), await jobOf(his.jobId)];
    expect(jobs.map((job) => job?.state)).toEqual(["done", "done"]);
    expect(jobs.map((job) => job?.signed + job?.passedOver)).toEqual([people, people]);
    expect(jobs[0]?.signed + jobs[1]?.signed).toBe(people);
  });
});

describe("an order under way", () => {
  test("is seen by everybody, one's own first, with how far it is; stopped, it stays where it is", async () => {
    const { jobId } = await ask();
    await startSigning(anna, jobId, later);
    await signNext(anna, jobId, later, 3);
    expect(await readSigning(member(anna), later)).toMatchObject({ mine: true, state: "running", signed: 3, of: people });
    expect(await readSigning(member(ben), later)).toMatchObject({ mine: false, by: "Anna Keller", state: "running", signed: 3 });
    await stopSigning(ben, jobId, later);
    await stopSigning(ben, jobId, later);
    expect(await signNext(anna, jobId, later, 3)).toEqual({ more: false });
    expect(await signedIds()).toHaveLength(3);
    expect(await readSigning(member(anna), later)).toMatchObject({ state: "stopped", signed: 3, holding: 3 });
    expect(await readSigning(member(ben), later)).toBeNull();
    expect(await readSigning(member(anna), new Date(later.getTime() + 16 * 60_000))).toBeNull();
  });

  test("that lost its run is asked for again by the sweep, and only then", async () => {
    const { jobId } = await ask();
    await startSigning(anna, jobId, later);
    await db.admin`delete from outbox where team_id = ${anna.teamId}`;
    const asked = () =>
      db.admin`select data->>'jobId' as job, data->>'memberId' as member from outbox where team_id = ${anna.teamId} and name = 'drafts/signing.started'`;
    await wakeSigning(anna, new Date(later.getTime() + 60_000));
    expect(await asked()).toEqual([]);
    await wakeSigning(anna, new Date(later.getTime() + 121_000));
    expect(await asked()).toEqual([{ job: jobId, member: anna.memberId }]);
    await signOrder(anna, jobId, later);
    await db.admin`delete from outbox where team_id = ${anna.teamId}`;
    await wakeSigning(anna, new Date(later.getTime() + 300_000));
    expect(await asked()).toEqual([]);
  });

  test("tells the pages of the team that it began and that it was stopped", async () => {
    const heard: string[] = [];
    const { unlisten } = await db.admin.listen("countersign_changes", (payload) => heard.push(payload));
    const { jobId } = await ask();
    await startSigning(anna, jobId, later);
    await expect.poll(() => heard).toContain(`${anna.teamId} review`);
    heard.length = 0;
    await stopSigning(anna, jobId, later);
    await expect.poll(() => heard).toContain(`${anna.teamId} review`);
    await unlisten();
  });
});

describe("taken back as one", () => {
  test("an order gives up every signature whose mail has not left, with its slot, and says how many had left", async () => {
    const ids = await idsOf();
    const { jobId } = await signAllShown(anna, campaignId, later);
    await feedCampaign(anna, campaignId, later);
    const [left, leaving] = ids;
    await seedDelivery(db.admin, left ?? "", { state: "confirmed", at: later });
    await db.admin`update email_drafts set status = 'sent' where id = ${left ?? ""}`;
    await seedDelivery(db.admin, leaving ?? "", { state: "submitting", at: later });
    expect(await takeBackSigning(anna, jobId, later, 3)).toEqual({ taken: people - 2, left: 2 });
    expect(await signedIds()).toEqual([left, leaving].sort());
    const slots =
      await db.admin`select draft_id as id from scheduled_emails where campaign_id = ${campaignId} and status = 'pending' order by 1`;
    expect(slots.map(({ id }) => id)).toEqual([left, leaving].sort());
    expect((await queue()).waiting).toBe(people - 2);
    expect(await takeBackSigning(anna, jobId, later)).toEqual({ taken: 0, left: 2 });
  });

  test("while it is under way it stops first", async () => {
    const { jobId } = await ask();
    await startSigning(anna, jobId, later);
    await signNext(anna, jobId, later, 3);
    expect(await takeBackSigning(anna, jobId, later)).toEqual({ taken: 3, left: 0 });
    expect(await signNext(anna, jobId, later, 3)).toEqual({ more: false });
    expect(await signedIds()).toEqual([]);
    expect(await readSigning(member(anna), later)).toBeNull();
  });

  test("leaves alone what somebody signed anew since", async () => {
    const [first] = await idsOf();
    const { jobId } = await signAllShown(anna, campaignId, later);
    await takeBackSignature(ben, first ?? "", later);
    await signDraft(ben, first ?? "", (await readDraftView(member(ben), first ?? "", later)).hash, later);
    expect(await takeBackSigning(anna, jobId, later)).toEqual({ taken: people - 1, left: 0 });
    expect(await signedIds()).toEqual([first]);
  });

  test("leaves alone what somebody signs anew while it waits", async () => {
    const [first] = await idsOf();
    const { jobId } = await signAllShown(anna, campaignId, later);
    await whileHeld(
      first ?? "",
      async (tx) => {
        await tx`update signatures set voided_at = ${later} where draft_id = ${first ?? ""}`;
        await tx`insert into signatures (team_id, draft_id, hash, kind, signed_by) values (${anna.teamId}, ${first ?? ""}, 'h', 'person', ${ben.memberId})`;
      },
      () => takeBackSigning(anna, jobId, later),
    );
    expect(await signedIds()).toEqual([first]);
  });
});

test("five thousand are signed a thousand at a time, and taken back, each within seconds", async () => {
  const many = await launch("Many", 5000, 1000, false);
  await db.admin`insert into email_drafts (team_id, contact_id, draft_type, subject, body, campaign_id, campaign_contact_id, sequence_id, sequence_step,
      sequence_version, sender_account_id, created_at)
    select c.team_id, c.contact_id, 'first_outreach', 'Hello', ${`<p>${"Some more words. ".repeat(60)}</p>`}, c.campaign_id, c.id, s.id, 1, s.version, c.sender_account_id, ${now}
    from campaign_contacts c join campaign_sequences s on s.campaign_id = c.campaign_id where c.campaign_id = ${many}`;
  await db.admin`analyze`;
  const asked = await askToSign(anna, shownBy(await readQueue(anna, many, now), many), later);
  expect(asked).toMatchObject({ passing: 5000, unlisted: 4500 });
  await startSigning(anna, asked.jobId, later);
  let batches = 1;
  const signing = await secondsOf(async () => {
    while ((await signNext(anna, asked.jobId, later)).more) batches += 1;
  });
  expect(batches).toBe(6);
  expect(await signedIds()).toHaveLength(5000);
  const back = await secondsOf(async () =>
    expect(await takeBackSigning(anna, asked.jobId, later)).toEqual({ taken: 5000, left: 0 }),
  );
  // 500 took 40 seconds once. Here there is room for a machine that is busy with other things.
  expect({ signing, back }).toEqual({ signing: expect.toSatisfy(few), back: expect.toSatisfy(few) });
}, 120_000);

/** Does something that meets a lock on a draft, and ends the lock, with its change, only when it is waited for. */
async function whileHeld(draftId: string, change: (tx: TestDatabase["admin"]) => Promise<unknown>, act: () => Promise<unknown>) {
  let acting: Promise<unknown> | undefined;
  await db.admin.begin(async (tx) => {
    await tx`select 1 from email_drafts where id = ${draftId} for update`;
    await change(tx as unknown as TestDatabase["admin"]);
    acting = act();
    await expect
      .poll(() => db.admin`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
      .toHaveLength(1);
  });
  await acting;
}

const few = (seconds: number) => seconds < 25;

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}
