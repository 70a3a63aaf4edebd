import { afterAll, beforeAll, expect, test } from "vitest";
import type { Clock } from "@/db/access/database-clock";
import { inventPeople } from "@/db/seed/invent-people";
import { anyHour, seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedEnrolment } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { leaseMailbox } from "../../microsoft/lease-mailbox";
import { seedReadyMail } from "../testing/seed-ready-mail";
import { advanceContact, type Held } from "./advance-contact";

/** What a run writes down of itself: by `run_seen_due` other runs are judged lost or not, and by `run_due_at` this one is. */
let db: TestDatabase;
const now = new Date("2026-11-24T12:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const clock: Clock = () => now;

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());

const setDue = (campaignContactId: string, at: Date) =>
  db.admin`update campaign_contacts set run_due_at = ${at} where id = ${campaignContactId}`;
const readRun = async (campaignContactId: string) =>
  (
    await db.admin<{ due: Date | null; seen: Date | null }[]>`
      select run_due_at as due, run_seen_due as seen from campaign_contacts where id = ${campaignContactId}`
  )[0];

test("a run that looks once more by itself is no proof that the engine has come to this minute", async () => {
  const { scope } = await seedTeam(db.admin);
  const senderAccountId = await seedMailbox(db.admin, scope.teamId);
  const { contactIds, listId } = await seedContacts(db.admin, scope.teamId, inventPeople(1), { listName: "One" });
  const steps = [{ name: "Introduction", subject: "Hello", body: "<p>Hi</p>" }];
  const of = { name: "C", status: "active" as const, listId, senderAccountId, steps, settings: anyHour };
  const { campaignId } = await seedCampaign(db.admin, scope.teamId, of);
  const campaignContactId = await seedEnrolment(db.admin, campaignId, contactIds[0] ?? "", { runId: "run-1" });
  // The engine is ten minutes behind. The run writes the draft that is missing, and looks again.
  await setDue(campaignContactId, minutes(-10));
  const next = await advanceContact(scope, { campaignContactId, senderAccountId, runId: "run-1" }, clock);
  expect(next.kind).toBe("wait");
  expect(await db.admin`select 1 from email_drafts where campaign_contact_id = ${campaignContactId}`).toHaveLength(1);
  expect(await readRun(campaignContactId)).toEqual({ due: null, seen: minutes(-10) });
});

test("a run that is called before its time is no proof that the engine has come to that time", async () => {
  const mail = await seedReadyMail(db.admin, minutes(5));
  await setDue(mail.campaignContactId, minutes(5));
  const next = await advanceContact(mail.scope, heldOf(mail), clock);
  expect(next).toMatchObject({ kind: "sleep", at: minutes(5).toISOString() });
  expect(await readRun(mail.campaignContactId)).toEqual({ due: minutes(5), seen: now });
});

test("a run that is called late is proof of the time it was due at, and of no later one", async () => {
  const mail = await seedReadyMail(db.admin, minutes(5));
  await setDue(mail.campaignContactId, minutes(-3));
  await advanceContact(mail.scope, heldOf(mail), clock);
  expect(await readRun(mail.campaignContactId)).toEqual({ due: minutes(5), seen: minutes(-3) });
});

test("a run that has lost its contact to another is no proof of anything", async () => {
  const mail = await seedReadyMail(db.admin, minutes(5));
  await setDue(mail.campaignContactId, minutes(-3));
  expect(await advanceContact(mail.scope, { ...heldOf(mail), runId: "run-0" }, clock)).toEqual({ kind: "ended" });
  expect(await readRun(mail.campaignContactId)).toEqual({ due: minutes(-3), seen: null });
});

/** While the mailbox sends another mail a run is told to ask again; meanwhile the contact may be given to a new one. */
async function askBusyMailbox(givenTo: string | null) {
  const mail = await seedReadyMail(db.admin, now);
  let asked = 0;
  const replacing: Clock = async () => {
    asked += 1;
    if (asked === 2 && givenTo)
      await db.admin`update campaign_contacts set run_id = ${givenTo}, run_due_at = ${minutes(-1)} where id = ${mail.campaignContactId}`;
    return now;
  };
  const lease = { purpose: "send", seconds: 15, patienceMs: 0 } as const;
  const busy = await leaseMailbox(mail.scope, mail.senderAccountId, lease, () =>
    advanceContact(mail.scope, heldOf(mail), replacing),
  );
  return { next: busy?.result, run: await readRun(mail.campaignContactId) };
}

test("a run that was replaced while it waited writes down no time for the run that came after it", async () => {
  const { next, run } = await askBusyMailbox("run-2");
  expect(next?.kind).toBe("again");
  expect(run?.due).toEqual(minutes(-1));
});

test("a run that still has its contact writes down when it asks again", async () => {
  const { next, run } = await askBusyMailbox(null);
  expect(next?.kind).toBe("again");
  expect(run?.due?.getTime()).toBeGreaterThan(now.getTime());
});

function heldOf({ campaignContactId, senderAccountId, runId }: Held): Held {
  return { campaignContactId, senderAccountId, runId };
}
