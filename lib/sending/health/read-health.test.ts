import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { inventPeople } from "@/db/seed/invent-people";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedDelivery, seedDraft, seedEnrolment } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { outsidePerDay } from "../../limits/outside-per-day";
import { completed } from "../../senders/self-test/checks";
import { type ReadyMail, seedNextReadyMail, seedReadyMail } from "../testing/seed-ready-mail";
import { readHealth } from "./read-health";
import { readLimits } from "./read-limits";

let db: TestDatabase;
let mail: ReadyMail;
const now = new Date("2026-11-24T12:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

beforeAll(async () => {
  stubSettings({});
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedReadyMail(db.admin, minutes(-30), { followUps: 1 });
});

const health = (scope: { teamId: string; memberId: string | null } = mail.scope) =>
  readHealth(scope, mail.senderAccountId, "UTC", now);
/** Somebody who was mailed at an instant, to such an address. */
async function seedSent(place: number, at: Date, email?: string) {
  const people = inventPeople(1, place).map((one) => ({ ...one, email: email ?? one.email }));
  const { contactIds } = await seedContacts(db.admin, mail.scope.teamId, people);
  const id = await seedEnrolment(db.admin, mail.campaignId, contactIds[0] ?? "", {
    status: "in_progress",
    sent: 1,
    lastSentAt: at,
  });
  const draft = await seedDraft(db.admin, id, { status: "sent" });
  const delivery = await seedDelivery(db.admin, draft, { state: "confirmed", at });
  await db.admin`insert into sent_emails (team_id, draft_id, contact_id, sender_account_id, campaign_id, draft_type, subject, body, recipient_email, sent_at, campaign_contact_id, delivery_id)
    select team_id, id, contact_id, sender_account_id, campaign_id, draft_type, subject, body, 'x@x.example', ${at}, campaign_contact_id, ${delivery} from email_drafts where id = ${draft}`;
  return id;
}

test("what waits is counted: today, signed in all, whom it mailed, and follow-ups whose time has come", async () => {
  await seedNextReadyMail(db.admin, mail, minutes(60), 1);
  await seedNextReadyMail(db.admin, mail, minutes(24 * 60), 2);
  const due = await seedSent(10, minutes(-5000));
  const later = await seedSent(11, minutes(-10));
  await db.admin`update campaign_contacts set due_at = ${minutes(-1)} where id = ${due}`;
  await db.admin`update campaign_contacts set due_at = ${minutes(1)} where id = ${later}`;
  const { waiting } = await health();
  expect(waiting).toMatchObject({ today: 2, firstDue: minutes(-30), signed: 3, people: 2, followUps: 1 });
  expect(waiting.until).not.toBeNull();
});

test("a mail that is with Exchange waits for nothing", async () => {
  await seedDelivery(db.admin, mail.draftId, { state: "submitting", at: now });
  expect((await health()).waiting).toMatchObject({ today: 0, signed: 0 });
});

test("limits count the last 24 hours: the fullest minute, this mailbox, and the team’s mail to others", async () => {
  for (const [place, at] of [minutes(-60), minutes(-60), minutes(-61), minutes(-1441)].entries()) await seedSent(20 + place, at);
  await seedSent(30, minutes(-60), "colleague@contoso.com");
  const { limits } = await health();
  expect(limits.minute).toMatchObject({ used: 3, most: 30 });
  expect(limits.recipients).toMatchObject({ used: 4, most: 10_000, ownADay: 100 });
  expect(limits.outside).toMatchObject({ used: 3, most: 10_000, budget: { licences: 1, isTold: false, kept: 2000, ours: 8000 } });
});

test("what Microsoft lets an organisation send grows by its licences, as its own table says", () => {
  expect([1, 2, 10, 25, 100].map(outsidePerDay)).toEqual([10_000, 10_312, 12_005, 14_259, 22_059]);
});

test("the pace of the last hour says when a limit is used up", async () => {
  for (let place = 0; place < 4; place += 1) await seedSent(40 + place, minutes(-30));
  const { recipients } = await withTeam(mail.scope, (tx) => readLimits(tx, mail.senderAccountId, now));
  // 4 an hour: the other 9,996 take longer than a day.
  expect(recipients.fullAt).toBeNull();
});

test("the last look tells what was read and sent", async () => {
  await seedSent(50, minutes(-3));
  await db.admin`update mailbox_syncs set last_polled_at = ${minutes(-1)} where sender_account_id = ${mail.senderAccountId}`;
  expect((await health()).look).toMatchObject({
    readAt: minutes(-1),
    sentAt: minutes(-3),
    repliedAt: null,
  });
});

test("the last test is told with the time of the next, and one that was only begun is none", async () => {
  expect((await health()).test).toBeNull();
  const results = completed([]).map((one) => ({ ...one, passed: true }));
  await db.admin`insert into mailbox_tests (team_id, sender_account_id, tested_at, results) values (${mail.scope.teamId}, ${mail.senderAccountId}, ${minutes(-5)}, '[]')`;
  expect((await health()).test).toBeNull();
  await db.admin`update mailbox_tests set results = ${db.admin.json(results as never)} where sender_account_id = ${mail.senderAccountId}`;
  expect((await health()).test).toMatchObject({ at: minutes(-5), next: minutes(55), selfMail: null });
});

test("other mailboxes that send are offered, and no other team’s", async () => {
  await seedMailbox(db.admin, mail.scope.teamId, { email: "sales@contoso.com", displayName: "Sales", tid: crypto.randomUUID() });
  const other = await seedTeam(db.admin);
  await seedMailbox(db.admin, other.teamId, { email: "x@x.example", displayName: "X", tid: crypto.randomUUID() });
  expect((await health()).handOver.targets.map(({ email }) => email)).toEqual(["sales@contoso.com"]);
});
