import { beforeEach, describe, expect, test } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { seedContacts } from "@/db/seed/seed-contacts";
import { type SeededSingle, seedSingle } from "@/db/seed/seed-single";
import { readCorrected } from "../read-corrected";
import { byHand } from "../review/queue-of";
import { signCorrected } from "../sign-corrected";
import { askToSign } from "./ask-to-sign";
import { signNext } from "./sign-next";
import { startSigning } from "./start-signing";
import { takeBackSigning } from "./take-back-signing";
import { anna, db, jobOf, later, mailbox, people, seedQueues } from "./testing/queue-world";
import { readQueue, shownBy, signAllShown, signOrder } from "./testing/sign-all-shown";

seedQueues();

let mails: SeededSingle[];
beforeEach(async () => {
  const { contactIds } = await seedContacts(db.admin, anna.teamId, inventPeople(3, 100));
  mails = [];
  for (const id of contactIds) mails.push(await seedSingle(db.admin, { ...anna, senderAccountId: mailbox }, id));
});

const slotsOf = async () =>
  (
    await db.admin<
      { at: Date }[]
    >`select e.scheduled_for as at from scheduled_emails e join single_mails h on h.draft_id = e.draft_id
      where e.team_id = ${anna.teamId} and e.status = 'pending' order by 1`
  ).map(({ at }) => at.toISOString());
const planned = async () =>
  (await db.admin`select data->>'singleMailId' as id from outbox where team_id = ${anna.teamId} and name = 'mail/planned'`).map(
    ({ id }) => id,
  );

describe("an order to sign all", () => {
  test("signs what was written by hand beside the campaigns’ drafts, each with the time its letter asks for", async () => {
    await db.admin`update letters set leave = 'at', leave_day = '2026-11-26', leave_time = '10:00' where id = ${mails[0]?.letterId ?? ""}`;
    expect(await signAllShown(anna, null, later)).toMatchObject({ passing: people + 3 });
    expect(await slotsOf()).toEqual(["2026-11-24T12:01:08.000Z", "2026-11-24T12:01:08.000Z", "2026-11-26T10:00:00.000Z"]);
    expect((await planned()).sort()).toEqual(mails.map(({ singleMailId }) => singleMailId).sort());
    expect(await readQueue(anna, null, later)).toMatchObject({ waiting: 0, signedToday: people + 3 });
  });

  test("of what was written by hand signs no campaign’s draft", async () => {
    expect(await signAllShown(anna, byHand, later)).toMatchObject({ passing: 3 });
    expect(await readQueue(anna, null, later)).toMatchObject({ waiting: people, byHand: 0 });
  });

  test("is taken back as one, and no mail of it has a time any more", async () => {
    const { jobId } = await signAllShown(anna, null, later);
    expect(await takeBackSigning(anna, jobId, later)).toEqual({ taken: people + 3, left: 0 });
    expect(await slotsOf()).toEqual([]);
    expect(await db.admin`select 1 from single_mails where team_id = ${anna.teamId} and run_id is not null`).toHaveLength(0);
    expect(await readQueue(anna, byHand, later)).toMatchObject({ waiting: 3, passing: 3 });
  });

  test("passes over what was written on, discarded or ended since, and refuses what can never leave", async () => {
    const [written, discarded, never] = mails;
    await db.admin`update letters set leave = 'good' where id = ${never?.letterId ?? ""}`;
    await db.admin`update teams set hours_days = '{}' where id = ${anna.teamId}`;
    const { jobId } = await askToSign(anna, shownBy(await readQueue(anna, byHand, later), byHand), later);
    await db.admin`update email_drafts set body = '<p>More</p>' where id = ${written?.draftId ?? ""}`;
    await db.admin`update letters set discarded_at = now() where id = ${discarded?.letterId ?? ""}`;
    await startSigning(anna, jobId, later);
    await signOrder(anna, jobId, later);
    expect(await jobOf(jobId)).toMatchObject({ state: "done", signed: 0, refused: 1, passedOver: 2 });
    expect(await slotsOf()).toEqual([]);
  });

  test("called again after a crash plans nothing twice", async () => {
    const { jobId } = await askToSign(anna, shownBy(await readQueue(anna, byHand, later), byHand), later);
    await startSigning(anna, jobId, later);
    expect(await signNext(anna, jobId, later, 2)).toEqual({ more: true });
    await Promise.all([signNext(anna, jobId, later, 2), signNext(anna, jobId, later, 2)]);
    expect(await slotsOf()).toHaveLength(3);
    expect(await planned()).toHaveLength(3);
    expect(await db.admin`select distinct admission from single_mails where team_id = ${anna.teamId}`).toEqual([
      { admission: 1 },
    ]);
  });

  test("of a thousand mails by hand is one batch", async () => {
    const many = await seedContacts(db.admin, anna.teamId, inventPeople(997, 200));
    await db.admin`update email_drafts set created_at = '2026-11-23T09:00:00Z' where team_id = ${anna.teamId} and campaign_id is null`;
    await db.admin`with made as (insert into email_drafts (team_id, contact_id, draft_type, subject, body, sender_account_id, created_at)
        select ${anna.teamId}, id, 'first_outreach', 'Hello', '<p>Hi</p>', ${mailbox}, '2026-11-23T09:00:00Z' from unnest(${many.contactIds}::uuid[]) id returning *)
      insert into single_mails (team_id, draft_id, contact_id, recipient_email)
        select m.team_id, m.id, m.contact_id, p.email from made m join contacts p on p.id = m.contact_id`;
    const { jobId } = await askToSign(anna, shownBy(await readQueue(anna, byHand, later), byHand), later);
    await startSigning(anna, jobId, later);
    const began = performance.now();
    await signNext(anna, jobId, later);
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(await jobOf(jobId)).toMatchObject({ signed: 1000 });
    expect(await slotsOf()).toHaveLength(1000);
  }, 60_000);
});

test("a mail by hand whose sender’s address was corrected is signed anew, and keeps its time", async () => {
  await signAllShown(anna, null, later);
  const before = await slotsOf();
  await db.admin`update sender_accounts set email = 'anna.keller@contoso.com', email_norm = 'anna.keller@contoso.com' where id = ${mailbox}`;
  const count = people + 3;
  const shown = { from: "anna@contoso.com", to: "anna.keller@contoso.com", count };
  expect(await readCorrected(anna)).toEqual([{ senderAccountId: mailbox, ...shown }]);
  // In batches, whose places begin with the mails without a campaign.
  let after: string | null = null;
  let signed = 0;
  do {
    const next: { signed: number; after: string | null } = await signCorrected(anna, mailbox, { ...shown, after }, later, 2);
    signed += next.signed;
    after = next.after;
  } while (after !== null);
  expect(signed).toBe(count);
  expect(await readCorrected(anna)).toEqual([]);
  expect(await slotsOf()).toEqual(before);
});
