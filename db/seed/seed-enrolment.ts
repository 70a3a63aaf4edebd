import type { Sql } from "postgres";

type Made = Promise<readonly Record<string, unknown>[]>;
const idOf = async (rows: Made) => String((await rows)[0]?.id);

/** A contact in a campaign, under its address as it stands now and from the campaign's mailbox. */
export function seedEnrolment(
  owner: Sql,
  campaignId: string,
  contactId: string,
  person: {
    status?: "pending" | "in_progress" | "completed" | "replied" | "bounced" | "unsubscribed";
    waitReason?: string;
    nextAt?: Date;
    position?: number;
    runId?: string;
    /** When its latest mail left, and how many have. */
    lastSentAt?: Date;
    sent?: number;
  } = {},
): Promise<string> {
  return idOf(owner`
    insert into campaign_contacts (team_id, campaign_id, contact_id, sender_account_id, recipient_email, status, wait_reason, next_at, position, run_id,
        current_sequence_step, last_email_sent_at)
    select c.team_id, c.id, p.id, c.sender_account_id, p.email, ${person.status ?? "pending"}, ${person.waitReason ?? null}, ${person.nextAt ?? null}::timestamptz,
        ${person.position ?? 0}::int, ${person.runId ?? null}, ${person.sent ?? 0}::int, ${person.lastSentAt ?? null}::timestamptz
    from campaigns c join contacts p on p.team_id = c.team_id where c.id = ${campaignId} and p.id = ${contactId} returning id`);
}

/** The mail of a step as it was written for somebody enrolled: the step's own texts, unfilled. */
export function seedDraft(
  owner: Sql,
  enrolmentId: string,
  draft: { step?: number; status?: "draft" | "approved" | "scheduled" | "sent" | "failed"; missing?: string[] } = {},
): Promise<string> {
  const step = draft.step ?? 1;
  return idOf(owner`
    insert into email_drafts (team_id, contact_id, draft_type, subject, body, status, campaign_id, campaign_contact_id, sequence_id, sequence_step,
        sender_account_id, missing_fields)
    select c.team_id, c.contact_id, ${step === 1 ? "first_outreach" : "second_followup"}::draft_type, s.subject_template, s.body_template,
        ${draft.status ?? "draft"}::email_status, c.campaign_id, c.id, s.id, s.sequence_order, c.sender_account_id, ${draft.missing ?? []}::text[]
    from campaign_contacts c join campaign_sequences s on s.campaign_id = c.campaign_id and s.sequence_order = ${step}::int
    where c.id = ${enrolmentId} returning id`);
}

/** The minute in which a draft is to leave. */
export async function seedSlot(owner: Sql, draftId: string, at: Date) {
  await owner`insert into scheduled_emails (team_id, draft_id, contact_id, sender_account_id, scheduled_for, campaign_id, campaign_contact_id)
    select team_id, id, contact_id, sender_account_id, ${at}::timestamptz, campaign_id, campaign_contact_id from email_drafts where id = ${draftId}`;
}

type LedgerRow = { state: string; at: Date; graphId?: string; internetMessageId?: string; conversationId?: string };

/** A draft's row in the ledger, as the sender leaves it in that state. */
export async function seedDelivery(owner: Sql, draftId: string, row: LedgerRow): Promise<string> {
  const id = await seedLedgerRow(owner, draftId, row);
  await owner`update deliveries d set is_outside = (select substring(lower(x.recipient_email) from '[^@]*$') <> all (array(
      select substring(a from '[^@]*$') from sender_accounts m cross join unnest(m.addresses || m.email_norm) a where m.team_id = x.team_id))
    from (select team_id, recipient_email from campaign_contacts c where c.id = d.campaign_contact_id
      union all select team_id, recipient_email from single_mails h where h.draft_id = d.draft_id) x) where d.id = ${id}`;
  return id;
}

/** The same in a database of any release: without what is not told of each. */
export function seedLedgerRow(owner: Sql, draftId: string, row: LedgerRow): Promise<string> {
  const accepted = ["accepted", "confirmed"].includes(row.state);
  return idOf(owner`
    insert into deliveries (team_id, draft_id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, send_key, request_hash, state,
        graph_id, internet_message_id, conversation_id, submitted_at, accepted_at)
    select team_id, id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, replace(gen_random_uuid()::text, '-', ''),
        coalesce(request_hash, 'h'), ${row.state}, ${row.graphId ?? null}, ${row.internetMessageId ?? null},
        ${row.conversationId ?? null}, ${row.at}::timestamptz, ${accepted ? row.at : null}::timestamptz
    from email_drafts where id = ${draftId} returning id`);
}

/** Somebody gets no more mail: as the address stands, for that reason. */
export async function seedSuppression(owner: Sql, teamId: string, email: string, reason = "by hand") {
  await owner`insert into suppressions (team_id, email_norm, reason) values (${teamId}, ${email.toLowerCase()}, ${reason})`;
}
