import type { TestDatabase } from "@/db/testing/test-database";

type Sent = { at: Date; apartSeconds?: number; isOutside?: boolean; state?: string };

/**
 * So many mails of a mailbox that left, the last at `at`, the others before it: as rows of the ledger, each to a contact of its own. Campaign and step are
 * those of a mail that is there.
 */
export async function seedSentMails(
  owner: TestDatabase["admin"],
  mail: { scope: { teamId: string }; campaignId: string; senderAccountId: string },
  count: number,
  { at, apartSeconds = 1, isOutside = true, state = "confirmed" }: Sent,
): Promise<void> {
  const key = crypto.randomUUID();
  const { teamId } = mail.scope;
  await owner`
    with people as (
      insert into contacts (team_id, email, email_norm, raw_data, upload_batch_id)
      select ${teamId}, ${key} || g || '@other.example', ${key} || g || '@other.example', '{}'::jsonb, (select id from upload_batches where team_id = ${teamId} limit 1)
      from generate_series(1, ${count}::int) g returning id, email
    ), enrolled as (
      insert into campaign_contacts (team_id, campaign_id, contact_id, sender_account_id, recipient_email, status)
      select ${teamId}, ${mail.campaignId}, id, ${mail.senderAccountId}, email, 'completed' from people returning *
    ), drafts as (
      insert into email_drafts (team_id, contact_id, draft_type, subject, body, status, campaign_id, campaign_contact_id, sequence_id, sequence_step, sender_account_id, missing_fields)
      select c.team_id, c.contact_id, 'first_outreach'::draft_type, 's', 'b', 'sent'::email_status, c.campaign_id, c.id, s.id, 1, c.sender_account_id, '{}'
      from enrolled c join campaign_sequences s on s.campaign_id = c.campaign_id and s.sequence_order = 1 returning *
    )
    insert into deliveries (team_id, draft_id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, send_key, request_hash, state, submitted_at, is_outside)
    select team_id, id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, replace(gen_random_uuid()::text, '-', ''), 'h', ${state},
      ${at}::timestamptz - make_interval(secs => ${apartSeconds}::float8 * (row_number() over () - 1)), ${isOutside} from drafts`;
}
