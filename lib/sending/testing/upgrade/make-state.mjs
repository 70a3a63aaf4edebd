/**
 * Makes state.jsonl: what a team of the release before requests had versions kept in its database, and what lay in its mailbox, with mails
 * at every point of their way. It runs on that release, commit dde5bca, and on no other:
 *
 *   git worktree add /tmp/before dde5bca && cp -al node_modules /tmp/before/
 *   mkdir -p /tmp/before/lib/sending/testing/upgrade && cp lib/sending/testing/upgrade/make-state.mjs /tmp/before/lib/sending/testing/upgrade/
 *   (cd /tmp/before && TEST_POSTGRES_URL=<a throw-away server, as a superuser> npx tsx lib/sending/testing/upgrade/make-state.mjs)
 *   cp /tmp/before/lib/sending/testing/upgrade/state.jsonl lib/sending/testing/upgrade/
 *
 * Everybody in it is invented. All times are moved to one Monday in 2025, so that they lie behind whoever reads it.
 */
import { writeFileSync } from "node:fs";
import { contoso, demoPeople } from "../../../../db/seed/demo-world.ts";
import { everyDay, seedCampaign, seedMailbox } from "../../../../db/seed/seed-campaign.ts";
import { seedContacts } from "../../../../db/seed/seed-contacts.ts";
import { seedTeam } from "../../../../db/seed/seed-team.ts";
import { connectAs } from "../../../../db/testing/connect-as.ts";
import { testDatabase } from "../../../../db/testing/test-database.ts";
import { launchCampaign } from "../../../campaigns/launch/launch-campaign.ts";
import { signAll } from "../../../drafts/sign-all.ts";
import { writeDrafts } from "../../../drafts/write/write-drafts.ts";
import { sendMessage } from "../../../microsoft/graph/send-message.ts";
import { consentAs, startStandIn } from "../../../microsoft/tokens/testing/start-stand-in.ts";
import { draftMail } from "../../ledger/draft-mail.ts";
import { ensureDelivery } from "../../ledger/ensure-delivery.ts";
import { sendDraftMail } from "../../ledger/send-draft-mail.ts";
import { writeIntent } from "../../ledger/write-intent.ts";
import { feedCampaign } from "../../queue/feed-campaign.ts";

const takenAt = new Date("2025-03-03T10:00:00Z");

/** Where each person's mail stands; the name is that of the person, too. */
const states = [
  ...["signed", "slot", "drafted", "unrecorded", "unsent", "unanswered", "reconciling-left", "reconciling-here"],
  ...["follow-unwritten", "follow-written", "follow-signed", "follow-drafted", "altered", "lost"],
];
const sentBefore = states.filter((state) => state.startsWith("follow-"));

const db = await testDatabase();
const own = `${db.name}_365`;
await db.admin.unsafe(`create database "${own}"`);
const ownUrl = new URL(process.env.TEST_POSTGRES_URL);
ownUrl.pathname = `/${own}`;
const standIn = await startStandIn(ownUrl.toString(), process.env.PATH);
const exchange = connectAs(ownUrl.toString());
Object.assign(process.env, {
  APP_URL: "http://localhost:3000",
  DATABASE_APP_URL: db.appUrl,
  DATABASE_SYSTEM_URL: db.systemUrl,
  SESSION_SECRET: "x".repeat(32),
  TOKEN_KEYS: `k1:${Buffer.alloc(32).toString("base64")}`,
  MICROSOFT_CLIENT_ID: standIn.clientId,
  MICROSOFT_CLIENT_SECRET: standIn.clientSecret,
  MICROSOFT_STANDIN_URL: standIn.url,
  INNGEST_EVENT_KEY: "e",
  INNGEST_SIGNING_KEY: "s",
  DOUBT_SCHEDULE: "60,300,900",
  LOG_LEVEL: "silent",
});

let ahead = 0;
/** Each mail leaves ten seconds after the one before, as the rules have it. */
const clock = () => new Date(Date.now() + ahead);
const admin = (method, path, body) =>
  fetch(`${standIn.url}/admin/${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
await admin("POST", "settings", { moveDelayMs: 100, deliveryDelayMs: 20, lookupLagMs: 0, movedGoneMs: 0, replySettlesMs: 50 });

const [anna] = demoPeople.filter((person) => person.email === "anna@contoso.com");
const team = await seedTeam(db.admin, { name: "Contoso", tenantId: contoso.tenantId });
const scope = { teamId: team.teamId, memberId: team.members[0].id };
const senderAccountId = await seedMailbox(db.admin, scope.teamId, {
  email: anna.email,
  displayName: anna.name,
  oid: anna.oid,
  tid: contoso.tenantId,
  signatureHtml: "<p>Anna Keller, Contoso</p>",
});
const mailbox = { token: () => token };
const token = tokenOf(anna.email);
const { listId } = await seedContacts(
  db.admin,
  scope.teamId,
  states.map((state) => ({
    firstName: "Nora",
    lastName: state,
    email: `${state}@outside.example`,
    company: "Nordwind",
    city: "Ulm",
    role: "Buyer",
  })),
  { listName: "All" },
);
const { campaignId } = await seedCampaign(db.admin, scope.teamId, {
  name: "Spring",
  listId,
  senderAccountId,
  reviewMode: "each",
  steps: [
    { name: "Introduction", subject: "Invoices at {{ company }}", body: "<p>Hi {{ first_name }}, a word about invoices.</p>" },
    { name: "Reminder", subject: "", body: "<p>Again, {{ first_name }}.</p>", days: 2 },
  ],
  settings: { start: "00:00", end: "24:00", days: everyDay, zone: "UTC", dailyLimit: 100, spacingSeconds: 1 },
});
await launchCampaign(scope, campaignId, states.length, clock());
await writeDrafts(scope, { campaignId }, clock());
await sign();
// Only "signed" has no slot yet.
const signed = await mailOf("signed");
await db.admin`update email_drafts set status = 'draft' where id = ${signed.draftId}`;
await feedCampaign(scope, campaignId, clock());
await db.admin`update email_drafts set status = 'approved' where id = ${signed.draftId}`;
await db.admin`update campaign_contacts set wait_reason = 'in_line' where id = ${signed.contactId}`;

for (const state of sentBefore) await send(state);
for (const state of ["follow-written", "follow-signed", "follow-drafted"]) {
  await writeDrafts(scope, { campaignContactId: (await mailOf(state)).contactId }, clock());
  if (state === "follow-written") continue;
  // Of all drafts that wait for a signature only this one is to get it.
  await db.admin`update email_drafts set rejected_at = now() where status = 'draft' and campaign_contact_id <> ${(await mailOf(state)).contactId}`;
  await sign();
  await db.admin`update email_drafts set rejected_at = null where status = 'draft'`;
}
await giveFollowUpSlot("follow-drafted");
for (const state of ["drafted", "follow-drafted"]) await draft(state);
await admin("POST", "faults", { kind: "drop-after", method: "POST", path: "/me/messages$", times: 1 });
await draft("unrecorded");
await intend("unsent");
await sendMessage(mailbox, await intend("unanswered"));
await admin("POST", "faults", { kind: "status-after", status: 504, path: "/send$", times: 1 });
await send("reconciling-left");
await admin("POST", "faults", { kind: "status-before", status: 503, path: "/send$", times: 1 });
await send("reconciling-here");
// Slots stand ahead where nobody has begun with the mail.
for (const [minutes, state] of ["slot", "drafted", "altered", "lost"].entries()) {
  const at = new Date(clock().getTime() + (5 + minutes) * 60_000);
  await db.admin`update scheduled_emails set scheduled_for = ${at} where draft_id = ${(await mailOf(state)).draftId}`;
}
while ((await exchange`select 1 from jobs`).length > 0) await new Promise((next) => setTimeout(next, 50));

const shift = takenAt.getTime() - clock().getTime();
const rows = [
  ...(await dump("product", db.admin, ["outbox", "email_analytics", "sessions"])),
  ...(await dump("exchange", exchange, ["kept", "grants", "consents"])),
];
const head = { takenAt: takenAt.toISOString(), campaignId, senderAccountId };
writeFileSync(new URL("./state.jsonl", import.meta.url), [head, ...rows].map((line) => `${JSON.stringify(line)}\n`).join(""));
await exchange.end();
await standIn.stop();
await db.admin.unsafe(`drop database "${own}" with (force)`);
await db.close();

async function sign() {
  await signAll(scope, campaignId, { after: null, seenAt: new Date(clock().getTime() + 1000) }, clock());
}

/** The newest draft of a person, with the run that holds the contact. */
async function mailOf(name) {
  const [row] = await db.admin`select c.id as "contactId", c.run_id as "runId", d.id as "draftId"
    from campaign_contacts c join email_drafts d on d.campaign_contact_id = c.id
    where c.recipient_email = ${`${name}@outside.example`} order by d.sequence_step desc limit 1`;
  return row;
}

async function due(draftId) {
  ahead += 10_000;
  await db.admin`update scheduled_emails set scheduled_for = ${clock()} where draft_id = ${draftId} and status = 'pending'`;
}

async function send(name) {
  const { draftId, runId } = await mailOf(name);
  await due(draftId);
  return sendDraftMail(scope, draftId, runId, mailbox, clock);
}

async function draft(name) {
  const { draftId } = await mailOf(name);
  return draftMail(scope, await ensureDelivery(scope, draftId, clock()), mailbox, clock());
}

/** As far as a process comes that dies before it calls. @returns the id that would have been sent. */
async function intend(name) {
  const { draftId, runId } = await mailOf(name);
  await due(draftId);
  const { drafted } = await draft(name);
  const intent = await writeIntent(scope, drafted.id, runId, clock());
  return intent.graphId;
}

/** As the allocator gives it a day before it is due. */
async function giveFollowUpSlot(name) {
  const { draftId } = await mailOf(name);
  await db.admin`insert into scheduled_emails (team_id, draft_id, contact_id, sender_account_id, scheduled_for, campaign_id, campaign_contact_id)
    select d.team_id, d.id, d.contact_id, d.sender_account_id, c.last_email_sent_at + interval '2 days', d.campaign_id, c.id
    from email_drafts d join campaign_contacts c on c.id = d.campaign_contact_id where d.id = ${draftId}`;
  await db.admin`update email_drafts set status = 'scheduled' where id = ${draftId}`;
}

async function tokenOf(person) {
  const redirect = { redirect_uri: "http://localhost:3000/api/mailboxes/callback", client_id: standIn.clientId };
  const scopes = "openid offline_access Mail.ReadWrite Mail.Send User.Read";
  const query = new URLSearchParams({ ...redirect, response_type: "code", scope: scopes });
  const back = await consentAs(`${standIn.url}/common/oauth2/v2.0/authorize?${query}`, person);
  const code = back.searchParams.get("code");
  const body = { ...redirect, grant_type: "authorization_code", code, client_secret: standIn.clientSecret };
  const answer = await fetch(`${standIn.url}/common/oauth2/v2.0/token`, { method: "POST", body: new URLSearchParams(body) });
  return (await answer.json()).access_token;
}

/** Every row of every table, times moved, each as [where, table, row]. */
async function dump(where, sql, without) {
  const tables = await sql`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and not table_name = any(${without}) order by 1`;
  const all = [];
  for (const { name } of tables) {
    const found = await sql`select row_to_json(t)::text as row from ${sql(name)} t order by t::text`;
    for (const { row } of found) all.push([where, name, JSON.parse(row.replace(/"\d{4}-\d\d-\d\dT[^"]*"/g, moved))]);
  }
  return all;
}

function moved(quoted) {
  const at = Date.parse(JSON.parse(quoted));
  return Number.isNaN(at) ? quoted : JSON.stringify(new Date(at + shift).toISOString());
}
