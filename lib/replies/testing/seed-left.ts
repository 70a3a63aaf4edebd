import { inventPeople } from "@/db/seed/invent-people";
import { seedContacts } from "@/db/seed/seed-contacts";
import type { TestDatabase } from "@/db/testing/test-database";
import type { ReadyMail } from "../../sending/testing/seed-ready-mail";
import type { Mailed } from "./seed-mailed";

type Sql = TestDatabase["admin"];

/**
 * More people of a campaign whose first mail left, a second apart, the first of them at an instant. In the order in which they left.
 * @param mailbox that wrote to them, if not the campaign's.
 */
export async function seedLeft(
  admin: Sql,
  first: ReadyMail,
  count: number,
  at: Date,
  more: { place?: number; mailbox?: string; uploadedBy?: string } = {},
): Promise<Mailed[]> {
  const { scope, campaignId } = first;
  const senderAccountId = more.mailbox ?? first.senderAccountId;
  const people = inventPeople(count, more.place ?? 1000);
  const { contactIds } = await seedContacts(admin, scope.teamId, people);
  await admin`insert into campaign_contacts (team_id, campaign_id, contact_id, sender_account_id, recipient_email, position, status, wait_reason, current_sequence_step, last_email_sent_at)
    select p.team_id, ${campaignId}, p.id, ${senderAccountId}, p.email, x.n, 'in_progress', 'delay', 1, ${at}
    from unnest(${contactIds}::uuid[]) with ordinality x(id, n) join contacts p on p.id = x.id`;
  await admin`insert into email_drafts (team_id, contact_id, draft_type, subject, body, status, campaign_id, campaign_contact_id, sequence_id, sequence_step, sender_account_id)
    select c.team_id, c.contact_id, 'first_outreach', 'Hello', '<p>Hi</p>', 'sent', c.campaign_id, c.id, s.id, 1, c.sender_account_id
    from campaign_contacts c join campaign_sequences s on s.campaign_id = c.campaign_id and s.sequence_order = 1 where c.contact_id = any(${contactIds}::uuid[])`;
  await admin`insert into deliveries (team_id, draft_id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, state, send_key, request_hash, internet_message_id, conversation_id, submitted_at, accepted_at)
    select d.team_id, d.id, d.campaign_id, c.id, d.sequence_id, d.contact_id, d.sender_account_id, 'accepted', replace(gen_random_uuid()::text, '-', ''), 'h',
      '<sent-' || d.id || '@contoso.com>', 'conversation-' || c.id, t.at, t.at
    from email_drafts d join campaign_contacts c on c.id = d.campaign_contact_id, lateral (select ${at}::timestamptz + c.position * interval '1 second' as at) t
    where c.contact_id = any(${contactIds}::uuid[])`;
  const rows =
    await admin`insert into sent_emails (team_id, draft_id, contact_id, sender_account_id, campaign_id, campaign_contact_id, delivery_id, draft_type, subject, body, recipient_email, sent_at, sequence_step)
    select v.team_id, v.draft_id, v.contact_id, v.sender_account_id, v.campaign_id, c.id, v.id, 'first_outreach', 'Hello', '<p>Hi</p>', c.recipient_email, v.submitted_at, 1
    from deliveries v join campaign_contacts c on c.id = v.campaign_contact_id where c.contact_id = any(${contactIds}::uuid[])
    returning id, draft_id, contact_id, campaign_contact_id, recipient_email, (select unsubscribe_token from campaign_contacts where id = sent_emails.campaign_contact_id) as token`;
  const mails = rows.map(
    (row): Mailed => ({
      ...first,
      senderAccountId,
      contactId: row.contact_id,
      campaignContactId: row.campaign_contact_id,
      draftId: row.draft_id,
      email: row.recipient_email,
      unsubscribeToken: row.token,
      sentEmailId: row.id,
      messageId: `<sent-${row.draft_id}@contoso.com>`,
      conversationId: `conversation-${row.campaign_contact_id}`,
    }),
  );
  const place = new Map(contactIds.map((id, index) => [id, index]));
  return mails.sort((a, b) => (place.get(a.contactId) ?? 0) - (place.get(b.contactId) ?? 0));
}
