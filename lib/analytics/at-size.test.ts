import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { type LargeTeam, seedLargeTeam } from "@/db/seed/seed-large-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import type { Member } from "../auth/member";
import { checkLaunch } from "../campaigns/launch/check-launch";
import { listCampaigns } from "../campaigns/read/list-campaigns";
import { readCampaign } from "../campaigns/read/read-campaign";
import { readCampaignContacts } from "../campaigns/read/read-campaign-contacts";
import { previewStep } from "../campaigns/setup/preview-step";
import { readSetup } from "../campaigns/setup/read-setup";
import { openContact } from "../contacts/open-contact";
import { readContacts } from "../contacts/read-contacts";
import { readDraftView } from "../drafts/review/read-draft-view";
import { readReviewQueue } from "../drafts/review/read-review-queue";
import { stubSettings } from "../env/testing/stub-settings";
import { readLists } from "../lists/read-lists";
import { readMailboxes } from "../senders/read-mailboxes";
import { feedCampaign } from "../sending/queue/feed-campaign";
import { sweepCampaign } from "../sending/sweep/sweep-campaign";
import { readShell } from "../shell/read-shell";
import { readToday } from "./read-today";

/**
 * Every read of every page, and what runs beside the pages, on a large team beside another one. PROVE=1 for the full size, where each
 * time is printed beside that of counting the team's contacts once. Limits are wide, because other work may share the machine: they
 * catch what grows with the square of the size.
 */
const contacts = process.env.PROVE ? 100_000 : 2_000;

let db: TestDatabase;
let team: LargeTeam;
let member: Member;
let draft: string;
const now = new Date("2026-11-26T12:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
  await seedLargeTeam(db.admin, contacts / 10, now);
  team = await seedLargeTeam(db.admin, contacts, now);
  member = {
    ...team,
    sessionId: "",
    role: "administrator",
    name: "Anna Keller",
    email: "anna@contoso.com",
    teamName: "Contoso",
    timezone: "America/New_York",
    teamTimezone: "America/New_York",
  };
  const [row] = await db.admin`select id from email_drafts where team_id = ${team.teamId} and status = 'draft' limit 1`;
  draft = row?.id;
}, 600_000);
afterAll(() => db.close());

const scope = () => ({ teamId: team.teamId, memberId: team.memberId });
const reads: [string, () => Promise<unknown>][] = [
  ["the frame of every page", () => readShell(member, now)],
  ["Today", () => readToday(member, now)],
  ["Contacts", () => readContacts(scope(), {}, 1)],
  ["Contacts by name", () => readContacts(scope(), { sort: "name" }, 3)],
  ["Contacts by company", () => readContacts(scope(), { sort: "company" }, 3)],
  ["Contacts, last page", () => readContacts(scope(), {}, 1_000_000)],
  ["Contacts, a search", () => readContacts(scope(), { search: "mara" }, 1)],
  ["Contacts, a search of two words", () => readContacts(scope(), { search: "mara nov" }, 1)],
  ["Contacts, a search that finds nobody", () => readContacts(scope(), { search: "zzzzz" }, 1)],
  ["a list", () => readContacts(scope(), { listId: team.listId }, 1)],
  ["a list, a search", () => readContacts(scope(), { listId: team.listId, search: "mara" }, 1)],
  ["Suppressed", () => readContacts(scope(), { suppressed: true }, 1)],
  ["all lists", () => readLists(scope())],
  ["one contact", () => openContact(scope(), team.contactId, now)],
  ["Review", () => readReviewQueue(member, null, now)],
  ["Review of one campaign", () => readReviewQueue(member, team.running, now)],
  ["one draft", () => readDraftView(member, draft, now)],
  ["Campaigns", () => listCampaigns(member, now)],
  ["one campaign", () => readCampaign(scope(), team.running, now)],
  ["a campaign's contacts", () => readCampaignContacts(scope(), team.running, {}, 1)],
  ["a campaign's contacts, last page", () => readCampaignContacts(scope(), team.running, {}, 1_000_000)],
  ["a campaign's contacts, a search", () => readCampaignContacts(scope(), team.running, { search: "mara" }, 1)],
  ["a campaign's contacts by reason", () => readCampaignContacts(scope(), team.running, { reason: "needs_signature" }, 1)],
  ["Setup", () => readSetup(scope(), team.draftCampaign)],
  [
    "Setup's preview",
    () => readSetup(scope(), team.draftCampaign).then((setup) => previewStep(scope(), setup.steps[0]?.id ?? "", 1, now)),
  ],
  ["Mailboxes", () => readMailboxes(scope(), member.timezone, now)],
];

describe(`of ${contacts.toLocaleString("en")} contacts`, () => {
  test.each(reads)("%s is read within 2 s", (name, read) => holds(name, read, 2_000));
});

describe("what runs beside the pages", () => {
  const work: [string, () => Promise<unknown>][] = [
    ["checking a launch", () => checkLaunch(scope(), team.draftCampaign, now)],
    ["feeding", () => feedCampaign(scope(), team.running, now)],
    ["sweeping", () => sweepCampaign(scope(), team.running, now)],
  ];
  test.each(work)("%s takes 10 s at most", (name, run) => holds(name, run, 10_000), 120_000);
});

async function holds(name: string, work: () => Promise<unknown>, limitMs: number) {
  const yardstick = await median(() => withTeam(scope(), (tx) => tx.execute(sql`select count(*) from contacts`)));
  const took = await median(work);
  const times = `${took.toFixed(0).padStart(7)} ms  ${(took / yardstick).toFixed(1).padStart(5)} x`;
  if (process.env.PROVE) process.stdout.write(`${times}  ${name}\n`);
  expect(took).toBeLessThan(limitMs);
}

/** The middle of three, after one that warms the cache. */
async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 4; n++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return times.slice(1).sort((a, b) => a - b)[1] ?? 0;
}
