import type { Sql } from "postgres";
import { inventPeople } from "./invent-people";
import { anyHour, seedCampaign, seedMailbox } from "./seed-campaign";
import { seedContacts } from "./seed-contacts";
import { seedTeam } from "./seed-team";

export type LargeTeam = {
  teamId: string;
  memberId: string;
  listId: string;
  contactId: string;
  draftCampaign: string;
  running: string;
};

/**
 * A team with so many contacts, and a running campaign to a fifth of them: of ten people two were mailed (one in ten of these wrote
 * back), three wait for a signature, five are signed and in line. A draft campaign has the same list.
 */
export async function seedLargeTeam(owner: Sql, contacts: number, now: Date): Promise<LargeTeam> {
  const team = await seedTeam(owner);
  const { teamId } = team;
  const { memberId } = team.scope;
  const ids: string[] = [];
  for (let from = 0; from < contacts; from += 10_000) {
    const people = inventPeople(Math.min(10_000, contacts - from), from);
    ids.push(
      ...(
        await seedContacts(owner, teamId, people, { fileName: `part ${from}.csv`, at: new Date(now.getTime() - 30 * 86_400_000) })
      ).contactIds,
    );
  }
  const enrolled = ids.slice(0, Math.floor(contacts / 5));
  const [list] = await owner`insert into contact_lists (team_id, name) values (${teamId}, 'A fifth') returning id`;
  const listId: string = list?.id;
  await owner`insert into contact_list_members (team_id, list_id, contact_id) select ${teamId}, ${listId}, x from unnest(${enrolled}::uuid[]) x`;
  const sender = await seedMailbox(owner, teamId, {
    email: "anna@contoso.com",
    displayName: "Anna Keller",
    tid: team.tenantId,
    oid: "anna",
  });
  const body = `<p>Hi {{ first_name }}</p>${"<p>Some more words about invoices and warehouses.</p>".repeat(20)}`;
  const steps = [1, 2, 3].map((n) => ({
    name: `Step ${n}`,
    subject: n === 1 ? "Invoices at {{ company }}" : "",
    body,
    days: n === 1 ? 0 : 3,
  }));
  const common = {
    listId,
    senderAccountId: sender,
    createdBy: memberId,
    steps,
    settings: { ...anyHour, dailyLimit: 400, spacingSeconds: 10 },
  };
  const { campaignId: draftCampaign } = await seedCampaign(owner, teamId, { ...common, name: "Next" });
  const launchedAt = new Date(now.getTime() - 10 * 86_400_000);
  const { campaignId: running, stepIds } = await seedCampaign(owner, teamId, {
    ...common,
    name: "Large",
    status: "active",
    launchedAt,
  });
  await enrol(
    owner,
    { teamId, memberId, campaignId: running, sender, step: stepIds[0] ?? "", body, launchedAt: launchedAt.toISOString() },
    enrolled,
  );
  await owner`analyze`;
  return { teamId, memberId, listId, contactId: ids[0] ?? "", draftCampaign, running };
}

type Run = {
  teamId: string;
  memberId: string;
  campaignId: string;
  sender: string;
  step: string;
  body: string;
  launchedAt: string;
};

async function enrol(owner: Sql, run: Run, contactIds: string[]) {
  const { teamId, campaignId, sender, step } = run;
  // Mails that left went out over the ten days before.
  const left = owner`${run.launchedAt}::timestamptz + c.position * interval '10 days' / ${contactIds.length}::int`;
  await owner`insert into campaign_contacts (team_id, campaign_id, contact_id, sender_account_id, recipient_email, position, status, wait_reason, enrolled_at, current_sequence_step, last_email_sent_at)
    select ${teamId}, ${campaignId}, p.id, ${sender}, p.email, x.n, 'pending',
      case when x.n % 10 in (2, 3, 4) then 'needs_signature' else 'in_line' end, ${run.launchedAt}, 0, null
    from unnest(${contactIds}::uuid[]) with ordinality x(id, n) join contacts p on p.id = x.id`;
  await owner`insert into email_drafts (team_id, contact_id, campaign_id, campaign_contact_id, sequence_id, sequence_step, sequence_version, sender_account_id, draft_type, subject, body, status, approved_at, request, request_hash, created_at)
    select c.team_id, c.contact_id, c.campaign_id, c.id, ${step}, 1, 1, c.sender_account_id, 'first_outreach', 'Invoices at ' || p.company, ${run.body},
      (case when c.position % 10 in (2, 3, 4) then 'draft' when c.position % 10 in (0, 1) then 'sent' else 'approved' end)::email_status,
      case when c.position % 10 in (2, 3, 4) then null else ${run.launchedAt}::timestamptz end,
      jsonb_build_object('version', 1, 'html', ${run.body}::text, 'subject', 'Invoices'), encode(sha256(convert_to(c.id::text, 'utf8')), 'hex'), ${run.launchedAt}::timestamptz
    from campaign_contacts c join contacts p on p.id = c.contact_id where c.campaign_id = ${campaignId}`;
  await owner`insert into signatures (team_id, draft_id, hash, kind, signed_by, signed_at)
    select team_id, id, request_hash, 'person', ${run.memberId}, approved_at from email_drafts where campaign_id = ${campaignId} and status <> 'draft'`;
  await owner`insert into deliveries (team_id, draft_id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, state, send_key, request_hash, graph_id, internet_message_id, conversation_id, created_at, drafted_at, submitted_at, accepted_at, confirmed_at, is_outside)
    select d.team_id, d.id, d.campaign_id, c.id, d.sequence_id, d.contact_id, d.sender_account_id, 'confirmed', replace(d.id::text, '-', ''), d.request_hash, 'g' || d.id, '<' || d.id || '@x>', c.id::text, t.at, t.at, t.at, t.at, t.at, true
    from email_drafts d join campaign_contacts c on c.id = d.campaign_contact_id, lateral (select ${left} as at) t where d.campaign_id = ${campaignId} and d.status = 'sent'`;
  await owner`insert into delivery_intents (team_id, delivery_id, attempt, created_at, answered_at, answer) select team_id, id, 1, submitted_at, submitted_at, 202 from deliveries where campaign_id = ${campaignId}`;
  await owner`insert into scheduled_emails (team_id, draft_id, contact_id, sender_account_id, scheduled_for, status, campaign_id, campaign_contact_id)
    select team_id, draft_id, contact_id, sender_account_id, submitted_at, 'sent', campaign_id, campaign_contact_id from deliveries where campaign_id = ${campaignId}`;
  await owner`insert into sent_emails (team_id, draft_id, contact_id, sender_account_id, campaign_id, draft_type, subject, body, recipient_email, sent_at, message_id, sequence_step, campaign_contact_id, delivery_id)
    select v.team_id, v.draft_id, v.contact_id, v.sender_account_id, v.campaign_id, 'first_outreach', d.subject, d.body, c.recipient_email, v.accepted_at, v.internet_message_id, 1, c.id, v.id
    from deliveries v join email_drafts d on d.id = v.draft_id join campaign_contacts c on c.id = v.campaign_contact_id where v.campaign_id = ${campaignId}`;
  await owner`update campaign_contacts c set status = 'in_progress', wait_reason = 'delay', current_sequence_step = 1, last_email_sent_at = s.sent_at, next_at = s.sent_at + interval '13 days', run_id = 'run-' || c.id
    from sent_emails s where s.campaign_contact_id = c.id and c.campaign_id = ${campaignId}`;
  await owner`insert into email_replies (team_id, sent_email_id, campaign_id, contact_id, message_id, received_at, subject, snippet, sender_account_id, from_email)
    select s.team_id, s.id, s.campaign_id, s.contact_id, '<re-' || s.id || '>', s.sent_at + interval '1 hour', 'Re: ' || s.subject, 'Thanks', s.sender_account_id, s.recipient_email
    from sent_emails s join campaign_contacts c on c.id = s.campaign_contact_id where s.campaign_id = ${campaignId} and c.position % 100 = 0`;
}
