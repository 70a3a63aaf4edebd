import type { Sql } from "postgres";
import { seedThread } from "./seed-thread";

/** One contact of a campaign with what already happened to it. */
export type History = {
  contactId: string;
  email: string;
  /** When each mail left, in the order of the steps. */
  sentAt: Date[];
  repliedAt?: Date;
  reply?: string;
  ended?: "got every mail" | "replied" | "bounced" | "unsubscribed";
  endedAt?: Date;
};

export type HistoryCampaign = {
  teamId: string;
  campaignId: string;
  senderAccountId: string;
  signedBy: string;
  /** The mails of the sequence as one person gets them. */
  steps: (person: History) => { id: string; name?: string; subject: string; body: string }[];
};

const statusOf = { "got every mail": "completed", replied: "replied", bounced: "bounced", unsubscribed: "unsubscribed" } as const;

/** Enrols contacts as of the past: their drafts, signatures, ledger rows, sent mail, and answers. */
export async function seedHistory(owner: Sql, campaign: HistoryCampaign, people: History[]) {
  const { teamId, campaignId, senderAccountId } = campaign;
  for (const [position, person] of people.entries()) {
    const steps = campaign.steps(person);
    const answered = `Re: ${steps[0]?.subject ?? ""}`;
    const first = person.sentAt[0] ?? new Date();
    const last = person.sentAt.at(-1) ?? null;
    const [row] = await owner<{ id: string }[]>`
      insert into campaign_contacts (team_id, campaign_id, contact_id, sender_account_id, recipient_email, position, status, ended_reason,
          current_sequence_step, last_email_sent_at, enrolled_at, completed_at, bounced_at, unsubscribed_at)
      values (${teamId}, ${campaignId}, ${person.contactId}, ${senderAccountId}, ${person.email}, ${position},
          ${person.ended && person.ended !== "replied" ? statusOf[person.ended] : "in_progress"},
          ${person.ended && person.ended !== "replied" ? person.ended : null}, ${person.sentAt.length}, ${last}, ${first},
          ${person.ended ? (person.endedAt ?? last) : null}, ${person.ended === "bounced" ? (person.endedAt ?? last) : null},
          ${person.ended === "unsubscribed" ? (person.endedAt ?? last) : null}) returning id`;
    if (!row) throw new Error("The contact was not enrolled.");
    let lastSent: string | null = null;
    for (const [index, sentAt] of person.sentAt.entries()) {
      lastSent = await seedSent(owner, { ...campaign, steps }, person, row.id, index, sentAt);
    }
    if (person.ended === "unsubscribed" || person.ended === "bounced") {
      await owner`insert into suppressions (team_id, email_norm, reason, campaign_contact_id, created_at)
        values (${teamId}, ${person.email.toLowerCase()}, ${person.ended}, ${row.id}, ${person.endedAt ?? last}) on conflict do nothing`;
    }
    if (person.repliedAt) {
      const { contactId, repliedAt: at, reply: text = "" } = person;
      const next = steps[person.sentAt.length];
      const wasAt = last && new Date(last.getTime() + 7 * 86_400_000).toISOString();
      const isOld = at.getTime() < Date.now() - 2 * 86_400_000;
      await seedThread(
        owner,
        { teamId, senderAccountId, contactId },
        {
          at,
          text,
          subject: answered,
          campaignContactId: row.id,
          sentEmailId: lastSent,
          state: isOld ? "done" : "open",
          seenAt: isOld ? at : null,
          stopped: next?.name ? [{ campaignId, campaignContactId: row.id, step: next.name, wasAt }] : [],
        },
      );
    }
  }
}

async function seedSent(
  owner: Sql,
  campaign: Omit<HistoryCampaign, "steps"> & { steps: ReturnType<HistoryCampaign["steps"]> },
  person: History,
  campaignContactId: string,
  index: number,
  sentAt: Date,
) {
  const step = campaign.steps[index];
  if (!step) throw new Error("There are more mails than steps.");
  const written = new Date(sentAt.getTime() - 3_600_000);
  const subject = index === 0 ? step.subject : `Re: ${campaign.steps[0]?.subject ?? ""}`;
  const type =
    index === 0
      ? "first_outreach"
      : index === campaign.steps.length - 1 && campaign.steps.length > 2
        ? "final_followup"
        : "second_followup";
  const { teamId, campaignId, senderAccountId } = campaign;
  const [draft] = await owner<{ id: string; hash: string }[]>`
    insert into email_drafts (team_id, contact_id, campaign_id, campaign_contact_id, sequence_id, sequence_step, sequence_version, sender_account_id,
        draft_type, subject, body, status, approved_at, created_at, updated_at, request_hash)
    values (${teamId}, ${person.contactId}, ${campaignId}, ${campaignContactId}, ${step.id}, ${index + 1}, 1, ${senderAccountId},
        ${type}, ${subject}, ${step.body}, 'sent', ${written}, ${written}, ${sentAt}, encode(sha256(convert_to(${campaignContactId + step.id}, 'utf8')), 'hex'))
    returning id, request_hash as hash`;
  if (!draft) throw new Error("The draft was not written.");
  await owner`insert into signatures (team_id, draft_id, hash, kind, signed_by, signed_at) values (${teamId}, ${draft.id}, ${draft.hash}, 'person', ${campaign.signedBy}, ${written})`;
  const [delivery] = await owner<{ id: string }[]>`
    insert into deliveries (team_id, draft_id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, state, send_key, request_hash,
        graph_id, internet_message_id, conversation_id, created_at, drafted_at, submitted_at, accepted_at, confirmed_at, read_back, read_back_at, is_outside)
    values (${teamId}, ${draft.id}, ${campaignId}, ${campaignContactId}, ${step.id}, ${person.contactId}, ${senderAccountId}, 'confirmed',
        replace(gen_random_uuid()::text, '-', ''), ${draft.hash}, ${`before-${draft.id}`}, ${`<${draft.id}@mail.example>`}, ${campaignContactId}, ${sentAt}, ${sentAt}, ${sentAt}, ${sentAt}, ${sentAt}, 'equal', ${sentAt}, true)
    returning id`;
  const [sent] = await owner<{ id: string }[]>`
    insert into sent_emails (team_id, draft_id, contact_id, sender_account_id, campaign_id, draft_type, subject, body, recipient_email, sent_at, message_id, sequence_step, campaign_contact_id, delivery_id)
    values (${teamId}, ${draft.id}, ${person.contactId}, ${senderAccountId}, ${campaignId}, ${type}, ${subject}, ${step.body}, ${person.email}, ${sentAt},
        ${`<${draft.id}@mail.example>`}, ${index + 1}, ${campaignContactId}, ${delivery?.id ?? null}) returning id`;
  await owner`insert into scheduled_emails (team_id, draft_id, contact_id, sender_account_id, scheduled_for, status, created_at, campaign_id, campaign_contact_id)
    values (${teamId}, ${draft.id}, ${person.contactId}, ${senderAccountId}, ${sentAt}, 'sent', ${written}, ${campaignId}, ${campaignContactId})`;
  return sent?.id ?? null;
}
