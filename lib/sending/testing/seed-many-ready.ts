import { type Scope, withTeam } from "@/db/access/with-team";
import { anyHour, seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedTeam } from "@/db/seed/seed-team";
import type { TestDatabase } from "@/db/testing/test-database";
import { buildDraftRequests } from "../../mail/build-draft-requests";

type Ready = { deliveryId: string; mailbox: number };

/**
 * A team with so many mailboxes and mails, each signed, in its mailbox and with a slot at `at`, to somebody outside: all that is left is the last check.
 * Mailbox by mailbox in turn. The run of each is "run-1".
 */
export async function seedManyReady(
  admin: TestDatabase["admin"],
  { mailboxes, mails, at }: { mailboxes: number; mails: number; at: Date },
): Promise<{ scope: Scope; mails: Ready[] }> {
  const { scope } = await seedTeam(admin);
  const { teamId } = scope;
  const [batch] = await admin<
    { id: string }[]
  >`insert into upload_batches (team_id, file_name) values (${teamId}, 'all.csv') returning id`;
  const made: Ready[] = [];
  for (let mailbox = 0; mailbox < mailboxes; mailbox += 1) {
    const email = `m${mailbox}@contoso.com`;
    const senderAccountId = await seedMailbox(admin, teamId, { email, displayName: email, tid: crypto.randomUUID() });
    const { campaignId } = await seedCampaign(admin, teamId, {
      name: email,
      status: "active",
      senderAccountId,
      steps: [{ name: "Introduction", subject: "Hello", body: "<p>Hi</p>" }],
      settings: { ...anyHour, zone: "UTC", dailyLimit: 10_000, spacingSeconds: 0 },
    });
    const count = Math.ceil((mails - mailbox) / mailboxes);
    const drafts = await admin<{ id: string }[]>`
      with people as (
        insert into contacts (team_id, email, email_norm, raw_data, upload_batch_id)
        select ${teamId}, 'p' || g || ${`-${email.replace("@", ".")}@other.example`}, 'p' || g || ${`-${email.replace("@", ".")}@other.example`}, '{}'::jsonb, ${batch?.id ?? ""}
        from generate_series(1, ${count}::int) g returning id, email
      ), enrolled as (
        insert into campaign_contacts (team_id, campaign_id, contact_id, sender_account_id, recipient_email, status, run_id)
        select ${teamId}, ${campaignId}, id, ${senderAccountId}, email, 'pending', 'run-1' from people returning *
      )
      insert into email_drafts (team_id, contact_id, draft_type, subject, body, status, campaign_id, campaign_contact_id, sequence_id, sequence_step, sender_account_id, missing_fields)
      select c.team_id, c.contact_id, 'first_outreach'::draft_type, 'Hello', '<p>Hi</p>', 'scheduled'::email_status, c.campaign_id, c.id, s.id, 1, c.sender_account_id, '{}'
      from enrolled c join campaign_sequences s on s.campaign_id = c.campaign_id and s.sequence_order = 1 returning id`;
    const ids = drafts.map(({ id }) => id);
    const requests = await withTeam(scope, (tx) => buildDraftRequests(tx, ids));
    const hashes = ids.map((id) => requests.get(id)?.hash ?? "");
    const texts = ids.map((id) => JSON.stringify(requests.get(id)?.request));
    await signAndSlot(admin, ids, hashes, texts, at);
    const rows = await admin<{ id: string }[]>`
      insert into deliveries (team_id, draft_id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, send_key, request_hash, state, graph_id)
      select team_id, id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, replace(gen_random_uuid()::text, '-', ''), request_hash, 'drafted', 'g' || id
      from email_drafts where campaign_id = ${campaignId} returning id`;
    made.push(...rows.map(({ id }) => ({ deliveryId: id, mailbox })));
  }
  return { scope, mails: made };
}

/** Signs the drafts with what would be handed over, and gives each its slot. */
async function signAndSlot(admin: TestDatabase["admin"], ids: string[], hashes: string[], texts: string[], at: Date) {
  await admin`update email_drafts d set request = x.request::jsonb, request_hash = x.hash from unnest(${ids}::uuid[], ${hashes}::text[], ${texts}::text[]) x(id, hash, request) where d.id = x.id`;
  await admin`insert into signatures (team_id, draft_id, hash, kind) select team_id, id, request_hash, 'person' from email_drafts where id = any(${ids}::uuid[])`;
  await admin`insert into scheduled_emails (team_id, draft_id, contact_id, sender_account_id, scheduled_for, campaign_id, campaign_contact_id)
    select team_id, id, contact_id, sender_account_id, ${at}::timestamptz, campaign_id, campaign_contact_id from email_drafts where id = any(${ids}::uuid[])`;
}
