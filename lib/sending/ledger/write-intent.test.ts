import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { inventPeople } from "@/db/seed/invent-people";
import { everyDay, seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stopAll } from "../../campaigns/stop-all";
import { buildDraftRequest } from "../../drafts/request/build-draft-request";
import { writeIntent } from "./write-intent";

let db: TestDatabase;
let scope: { teamId: string; memberId: string };
let delivery: string;
let draft: string;
let campaign: string;
const now = new Date("2026-11-24T15:00:00Z");
const run = "run-1";

beforeAll(async () => {
  db = await testDatabase();
  const settings = {
    APP_URL: "http://localhost:3000",
    DATABASE_APP_URL: "x",
    DATABASE_SYSTEM_URL: "x",
    SESSION_SECRET: "x".repeat(32),
    TOKEN_KEYS: "x".repeat(40),
    MICROSOFT_CLIENT_ID: "x",
    MICROSOFT_CLIENT_SECRET: "x",
    INNGEST_EVENT_KEY: "x",
    INNGEST_SIGNING_KEY: "x",
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
});
afterAll(() => db.close());

beforeEach(async () => {
  const team = await seedTeam(db.admin);
  scope = { teamId: team.teamId, memberId: team.members[0]?.id ?? "" };
  const mailbox = await seedMailbox(db.admin, scope.teamId, { email: "anna@contoso.com", displayName: "Anna Keller" });
  const { contactIds, listId } = await seedContacts(db.admin, scope.teamId, inventPeople(1), { listName: "One" });
  const made = await seedCampaign(db.admin, scope.teamId, {
    name: "C",
    status: "active",
    listId,
    senderAccountId: mailbox,
    steps: [{ name: "Introduction", subject: "Hello", body: "<p>Hi</p>" }],
    settings: { start: "00:00", end: "24:00", days: everyDay, zone: "UTC", dailyLimit: 1, spacingSeconds: 60 },
  });
  campaign = made.campaignId;
  const id = async (rows: Promise<readonly Record<string, unknown>[]>) => String((await rows)[0]?.id);
  const enrolled =
    await id(db.admin`insert into campaign_contacts (team_id, campaign_id, contact_id, sender_account_id, recipient_email, run_id)
    select ${scope.teamId}, ${campaign}, id, ${mailbox}, email, ${run} from contacts where id = ${contactIds[0] ?? ""} returning id`);
  draft =
    await id(db.admin`insert into email_drafts (team_id, contact_id, draft_type, subject, body, status, campaign_id, campaign_contact_id, sequence_id, sequence_step, sender_account_id)
    values (${scope.teamId}, ${contactIds[0] ?? ""}, 'first_outreach', 'Hello', '<p>Hi</p>', 'scheduled', ${campaign}, ${enrolled}, ${made.stepIds[0] ?? ""}, 1, ${mailbox}) returning id`);
  const { hash } = await withTeam(scope, (tx) => buildDraftRequest(tx, draft));
  await db.admin`insert into signatures (team_id, draft_id, hash, kind) values (${scope.teamId}, ${draft}, ${hash}, 'person')`;
  await db.admin`insert into scheduled_emails (team_id, draft_id, contact_id, sender_account_id, scheduled_for, campaign_id, campaign_contact_id)
    values (${scope.teamId}, ${draft}, ${contactIds[0] ?? ""}, ${mailbox}, ${now}, ${campaign}, ${enrolled})`;
  delivery =
    await id(db.admin`insert into deliveries (team_id, draft_id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, send_key, request_hash, state, graph_id)
    values (${scope.teamId}, ${draft}, ${campaign}, ${enrolled}, ${made.stepIds[0] ?? ""}, ${contactIds[0] ?? ""}, ${mailbox}, ${draft}, ${hash}, 'drafted', 'AAk') returning id`);
});

const intents = async () =>
  Number((await db.admin`select count(*)::int as n from delivery_intents where delivery_id = ${delivery}`)[0]?.n);

test("a mail gets one intent, also when twenty ask at once", async () => {
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => writeIntent(scope, delivery, run, now)));
  expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
  expect(await intents()).toBe(1);
  const [row] = await db.admin`select state, submitted_at from deliveries where id = ${delivery}`;
  expect(row).toEqual({ state: "submitting", submitted_at: now });
});

describe("no intent is written", () => {
  const refusals: [string, () => Promise<unknown>, string][] = [
    ["while all sending is stopped", () => stopAll(scope, now), "stopped"],
    ["while the campaign is paused", () => db.admin`update campaigns set status = 'paused' where id = ${campaign}`, "paused"],
    [
      "after the person answered",
      () => db.admin`update campaign_contacts set status = 'replied' where campaign_id = ${campaign}`,
      "ended",
    ],
    [
      "for a run that lost the contact",
      () => db.admin`update campaign_contacts set run_id = 'other' where campaign_id = ${campaign}`,
      "lost its run",
    ],
    [
      "while the mailbox is signed out",
      () => db.admin`update sender_accounts set status = 'signed_out' where team_id = ${scope.teamId}`,
      "mailbox signed out",
    ],
    [
      "for a suppressed address",
      () =>
        db.admin`insert into suppressions (team_id, email_norm, reason) select ${scope.teamId}, email_norm, 'unsubscribed' from contacts where team_id = ${scope.teamId}`,
      "suppressed",
    ],
    ["without a live signature", () => db.admin`update signatures set voided_at = now() where draft_id = ${draft}`, "not signed"],
    [
      "when the text changed since",
      () => db.admin`update email_drafts set edited_body = '<p>Other</p>' where id = ${draft}`,
      "changed since it was signed",
    ],
    [
      "when the signature block changed since",
      () => db.admin`update sender_accounts set signature_html = '<p>x</p>' where team_id = ${scope.teamId}`,
      "changed since it was signed",
    ],
    [
      "before its slot",
      () => db.admin`update scheduled_emails set scheduled_for = ${new Date(now.getTime() + 60_000)} where draft_id = ${draft}`,
      "not yet",
    ],
    ["without a slot", () => db.admin`update scheduled_emails set status = 'cancelled' where draft_id = ${draft}`, "no slot"],
  ];
  test.each(refusals)("%s", async (_, change, reason) => {
    await change();
    expect(await writeIntent(scope, delivery, run, now)).toMatchObject({ refused: { reason } });
    expect(await intents()).toBe(0);
  });

  test("for another team", async () => {
    const other = await seedTeam(db.admin);
    await expect(writeIntent({ teamId: other.teamId, memberId: null }, delivery, run, now)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await intents()).toBe(0);
  });
});
