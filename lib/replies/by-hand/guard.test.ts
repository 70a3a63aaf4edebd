import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedSingle } from "@/db/seed/seed-single";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { readMet } from "../../senders/guard/read-met";
import { seedNextReadyMail } from "../../sending/testing/seed-ready-mail";
import { unsubscribe } from "../../suppressions/unsubscribe";
import { recordMessage } from "../record-message";
import { planned, seedByHand, standsByHand } from "../testing/seed-by-hand";
import { asking, findingOf, type Mailed, report } from "../testing/seed-mailed";

let db: TestDatabase;
let world: Awaited<ReturnType<typeof seedByHand>>;
let left: Mailed[];
const sentAt = new Date("2026-11-23T15:00:00Z");
const now = new Date("2026-11-24T15:00:00Z");
const tomorrow = new Date("2026-11-25T15:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
/** Forty mails by hand have left from the mailbox: so many are judged. */
beforeEach(async () => {
  world = await seedByHand(db.admin, sentAt, tomorrow);
  left = [world.first, ...(await leave(39))];
});

async function leave(count: number): Promise<Mailed[]> {
  const { scope, senderAccountId } = world.first;
  const people = inventPeople(count, 1000);
  const { contactIds } = await seedContacts(db.admin, scope.teamId, people);
  const mails: Mailed[] = [];
  for (const [place, contactId] of contactIds.entries()) {
    const made = await seedSingle(db.admin, { ...scope, senderAccountId }, contactId, { status: "scheduled" });
    const messageId = `<sent-${made.draftId}@contoso.com>`;
    await db.admin`with left_ as (insert into deliveries (team_id, draft_id, contact_id, sender_account_id, state, send_key, request_hash, internet_message_id, submitted_at, accepted_at)
        values (${scope.teamId}, ${made.draftId}, ${contactId}, ${senderAccountId}, 'accepted', replace(gen_random_uuid()::text, '-', ''), 'h', ${messageId}, ${sentAt}, ${sentAt}) returning *)
      insert into sent_emails (team_id, draft_id, contact_id, sender_account_id, delivery_id, draft_type, subject, body, recipient_email, sent_at)
      select v.team_id, v.draft_id, v.contact_id, v.sender_account_id, v.id, 'first_outreach', 'Hello', 'Hi', ${people[place]?.email ?? ""}, ${sentAt} from left_ v`;
    await db.admin`update single_mails set ended_reason = 'sent', ended_at = ${sentAt} where draft_id = ${made.draftId}`;
    const ids = { messageId, conversationId: "none", sentEmailId: "", runId: "" };
    mails.push({ ...world.first, ...made, ...ids, contactId, email: people[place]?.email ?? "" });
  }
  return mails;
}
const of = (place: number) => left[place] as Mailed;
const dead = (mail: Mailed) =>
  recordMessage(
    mail.scope.teamId,
    findingOf(mail, report("address", { recipient: mail.email }), now, { fromEmail: "mailer-daemon@mx.example" }),
    now,
  );
const guards = () =>
  db.admin`select kind, counted, "of" from mailbox_guards where sender_account_id = ${world.first.senderAccountId} and ended_at is null`;

test("two dead addresses of forty pass, the third pauses the mailbox; what is planned by hand keeps its time", async () => {
  const other = await seedNextReadyMail(db.admin, world.first, tomorrow);
  await dead(of(1));
  await dead(of(2));
  expect(await guards()).toEqual([]);
  await dead(of(3));
  expect(await guards()).toEqual([{ kind: "dead addresses", counted: 3, of: 40 }]);
  expect(await standsByHand(db.admin, other.draftId)).toEqual(planned);
  const [slot] = await db.admin`select status from scheduled_emails where draft_id = ${world.enrolled.draftId}`;
  expect(slot?.status).toBe("cancelled");
  const { people } = await readMet(world.first.scope, world.first.senderAccountId, "dead addresses");
  expect(people.map(({ id }) => id).sort()).toEqual([of(1), of(2), of(3)].map(({ contactId }) => contactId).sort());
});

test.each<[string, (mail: Mailed) => Promise<unknown>]>([
  ["the link of a mail by hand", (mail) => unsubscribe(mail.unsubscribeToken, now)],
  ["words in an answer", (mail) => recordMessage(mail.scope.teamId, findingOf(mail, asking("remove"), now), now)],
  [
    "a complaint",
    (mail) =>
      recordMessage(
        mail.scope.teamId,
        findingOf(mail, { kind: "complaint", recipient: mail.email, originalMessageId: null }, now),
        now,
      ),
  ],
])("an opt-out of forty pauses it: %s", async (_, optsOut) => {
  await optsOut(of(1));
  expect(await guards()).toEqual([{ kind: "opt-outs", counted: 1, of: 40 }]);
});

test("what somebody asks of another team counts nothing here", async () => {
  const elsewhere = await seedByHand(db.admin, sentAt, tomorrow);
  await unsubscribe(elsewhere.first.unsubscribeToken, now);
  expect(await guards()).toEqual([]);
});
