import { afterAll, beforeAll, expect, test } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { seedContacts } from "@/db/seed/seed-contacts";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import type { Member } from "../auth/member";
import { stubSettings } from "../env/testing/stub-settings";
import { type ReadyMail, seedReadyMail } from "../sending/testing/seed-ready-mail";
import { readScheduled } from "./read-scheduled";
import type { ScheduledFilter } from "./scheduled";

let db: TestDatabase;
const now = new Date("2026-11-24T15:00:00Z");
const everything: ScheduledFilter = { by: "all", mailbox: null, person: "", show: "coming", from: null, day: null, after: null };

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());

/** The contacts and drafts of one mail, many times over. */
async function seedMany(mail: ReadyMail, count: number) {
  const { contactIds } = await seedContacts(db.admin, mail.scope.teamId, inventPeople(count, 100));
  await db.admin`with places as (
      insert into campaign_contacts (team_id, campaign_id, contact_id, sender_account_id, recipient_email, status)
      select team_id, ${mail.campaignId}, id, ${mail.senderAccountId}, email, 'pending' from contacts where id = any(${contactIds}::uuid[]) returning id, team_id, contact_id
    ), drafts as (
      insert into email_drafts (team_id, contact_id, draft_type, subject, body, status, campaign_id, campaign_contact_id, sequence_id, sequence_step, sender_account_id)
      select p.team_id, p.contact_id, 'first_outreach', 'Hello', 'b', 'scheduled', ${mail.campaignId}, p.id, s.id, 1, ${mail.senderAccountId}
      from places p join campaign_sequences s on s.campaign_id = ${mail.campaignId} and s.sequence_order = 1 returning id, team_id, contact_id, campaign_contact_id
    ), signed as (
      insert into signatures (team_id, draft_id, hash, kind) select team_id, id, 'h', 'person' from drafts
    )
    insert into scheduled_emails (team_id, draft_id, contact_id, sender_account_id, scheduled_for, campaign_id, campaign_contact_id)
    select team_id, id, contact_id, ${mail.senderAccountId}, ${now}::timestamptz + row_number() over (order by id) * interval '1 minute', ${mail.campaignId}, campaign_contact_id from drafts`;
  await db.admin`analyze`;
}

test("ten thousand mails with a time are read at once, whole days page by page, each once", { timeout: 120_000 }, async () => {
  const mail = await seedReadyMail(db.admin, new Date("2026-11-24T17:42:00Z"));
  const anna = {
    ...mail.scope,
    role: "member",
    name: "Anna Keller",
    timezone: "America/New_York",
    teamTimezone: "America/New_York",
  } as Member;
  await seedMany(mail, 10_000);
  const view = await readScheduled(anna, everything, now);
  expect(view.total).toBe(10_001);
  expect(view.days[0]?.more).toBe((view.days[0]?.count ?? 0) - 6);
  const began = performance.now();
  for (let round = 0; round < 5; round += 1) await readScheduled(anna, everything, now);
  const ms = (performance.now() - began) / 5;
  expect(ms).toBeLessThan(1000);
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page = await readScheduled(anna, { ...everything, day: "2026-11-25", from: "2026-11-25", after }, now);
    const day = page.days[0];
    seen.push(...(day?.rows.map(({ slotId }) => slotId) ?? []));
    after = day?.next ?? null;
  } while (after);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(1440);
});
