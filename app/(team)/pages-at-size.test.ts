import { afterAll, beforeAll, expect, test } from "vitest";
import { seedCampaign } from "@/db/seed/seed-campaign";
import { type LaunchedTeam, seedLaunched } from "@/db/seed/seed-launched";
import { seedSession } from "@/db/seed/seed-session";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { type PagesBuild, servePages } from "../testing/measure-pages";

/**
 * What the pages of a team cost while 100,000 of its drafts wait to be signed: the time to the first byte, against a bare page of the same build
 * (app/testing/measure-pages.ts), in their frame. SIZE for another size. At full size only, as the build alone takes a minute.
 */
const full = Boolean(process.env.PROVE);
const people = Number(process.env.SIZE ?? 100_000);

let db: TestDatabase;
let team: LaunchedTeam;
let draftId: string;
let build: PagesBuild;

beforeAll(async () => {
  if (!full) return;
  db = await testDatabase();
  const now = new Date();
  // Another team's as many stand beside them.
  await seedWaiting(now);
  team = await seedWaiting(now);
  ({ campaignId: draftId } = await seedCampaign(db.admin, team.teamId, {
    name: "The next one",
    listId: team.listId,
    senderAccountId: team.mailboxId,
    steps: [{ name: "Introduction", subject: "Hello {{ first_name }}", body: "<p>Hi {{ first_name }}</p>" }],
  }));
  await db.admin`analyze`;
  build = await servePages(db, await seedSession(db.admin, team.scope), process.env);
}, 1_800_000);
afterAll(async () => {
  if (!full) return;
  await build?.stop();
  await db.close();
});

/** Written as the product writes them, five hundred at a time. */
async function seedWaiting(now: Date): Promise<LaunchedTeam> {
  const made = await seedLaunched(db.admin, people, { now });
  await db.admin`insert into email_drafts (team_id, contact_id, campaign_id, campaign_contact_id, sequence_id, sequence_step, sequence_version, sender_account_id, draft_type, subject, body, status, created_at)
    select c.team_id, c.contact_id, c.campaign_id, c.id, ${made.stepIds[0] ?? ""}, 1, 1, c.sender_account_id, 'first_outreach', 'Invoices at ' || p.company, '<p>Hi ' || p.first_name || '</p>', 'draft',
      ${now}::timestamptz + c.position / 500 * interval '0.1 s'
    from campaign_contacts c join contacts p on p.id = c.contact_id where c.campaign_id = ${made.campaignId}`;
  await db.admin`update campaign_contacts set wait_reason = 'needs_signature' where campaign_id = ${made.campaignId}`;
  return made;
}

test.skipIf(!full)("with 100,000 drafts waiting every page is as quick as any other", { timeout: 1_800_000 }, async (context) => {
  const pages: Record<string, string> = {
    "Templates, which none of it concerns": "/templates",
    Today: "/",
    Review: "/review",
    Campaigns: "/campaigns",
    "the campaign": `/campaigns/${team.campaignId}`,
    "its people": `/campaigns/${team.campaignId}/contacts`,
    "its steps": `/campaigns/${team.campaignId}/steps`,
    "a draft campaign": `/campaigns/${draftId}`,
    Contacts: "/contacts",
    Replies: "/replies",
    Scheduled: "/calendar",
  };
  const { lines, share } = await build.measure(pages, Number(process.env.REQUESTS ?? 200));
  (context.task.meta as { measured?: string }).measured = lines.join("; ");
  process.stdout.write(`${lines.join("\n")}\n`);
  for (const name of Object.keys(pages)) expect.soft(share(name), name).toBeLessThan(2);
});
