import { afterAll, beforeAll, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { ensureDelivery } from "../ledger/ensure-delivery";
import { recordAccepted } from "../ledger/record-accepted";
import { type ReadyMail, seedReadyMail } from "../testing/seed-ready-mail";

/** The database itself takes no second one, whoever writes it: every column of a row again, but for its own keys. */
let db: TestDatabase;
let mail: ReadyMail;
const now = new Date("2026-11-24T15:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
  mail = await seedReadyMail(db.admin, now, { followUps: 1 });
  const row = await ensureDelivery(mail.scope, mail.draftId, now);
  const { teamId } = mail.scope;
  await db.admin`insert into delivery_intents (team_id, delivery_id, attempt) values (${teamId}, ${row.id}, 1)`;
  await withTeam(mail.scope, (tx) => recordAccepted(tx, row, now));
  await db.admin`update scheduled_emails set status = 'pending' where team_id = ${teamId}`;
});
afterAll(() => db.close());

/** Keys that a second row would get anew; with those of the first it would be refused for them alone. */
const fresh =
  "jsonb_build_object('id', gen_random_uuid(), 'send_key', gen_random_uuid()::text, 'unsubscribe_token', gen_random_uuid()::text)";

test.each([
  ["campaign_contacts", "campaign_contacts_once"],
  ["email_drafts", "email_drafts_once"],
  ["scheduled_emails", "scheduled_emails_pending"],
  ["deliveries", "deliveries_(draft|step)"],
  ["delivery_intents", "delivery_intents_attempt"],
  ["sent_emails", "sent_emails_delivery"],
])("one person's mail of one step stands once in %s (mautic 11763)", async (table, rule) => {
  const columns = (
    await db.admin`select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`
  ).map(({ name }) => `"${name}"`);
  const again = db.admin.unsafe(`insert into ${table} (${columns}) select ${columns.map((name) => `r.${name}`)} from ${table} t,
    jsonb_populate_record(t, ${fresh}) r where t.team_id = '${mail.scope.teamId}'`);
  const refused = await again.then(
    () => null,
    (error: { code: string; constraint_name?: string }) => [error.code, error.constraint_name],
  );
  expect(refused).toEqual(["23505", expect.stringMatching(new RegExp(`^${rule}$`))]);
});
