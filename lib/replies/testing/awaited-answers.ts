import type { MailWorld } from "../../microsoft/graph/testing/start-mail";
import { seedNextReadyMail } from "../../sending/testing/seed-ready-mail";
import type { PolledMailbox } from "./polled-mailbox";

export type Awaited = { campaignContactId: string; email: string; messageId: string };

/** So many people whose first mail has left the mailbox; each may answer it. */
export async function seedAwaited(world: MailWorld, { mail }: PolledMailbox, count: number): Promise<Awaited[]> {
  const { admin } = world.db;
  for (let place = 1; place < count; place++) await seedNextReadyMail(admin, mail, new Date(), place);
  const { campaignId } = mail;
  await admin`update scheduled_emails set status = 'sent' where campaign_id = ${campaignId}`;
  await admin`update email_drafts set status = 'sent' where campaign_id = ${campaignId}`;
  await admin`insert into deliveries (team_id, draft_id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, send_key, request_hash, state,
      graph_id, internet_message_id, conversation_id, submitted_at, accepted_at)
    select team_id, id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, replace(gen_random_uuid()::text, '-', ''), request_hash, 'confirmed',
      'AAk' || id, '<' || id || '@contoso.com>', 'conversation-' || id, now(), now() from email_drafts where campaign_id = ${campaignId}`;
  await admin`insert into sent_emails (team_id, draft_id, contact_id, sender_account_id, campaign_id, campaign_contact_id, delivery_id, draft_type, subject, body, recipient_email, sent_at, sequence_step)
    select d.team_id, d.id, d.contact_id, d.sender_account_id, d.campaign_id, d.campaign_contact_id, v.id, d.draft_type, d.subject, d.body, c.recipient_email, now(), 1
    from email_drafts d join deliveries v on v.draft_id = d.id join campaign_contacts c on c.id = d.campaign_contact_id where d.campaign_id = ${campaignId}`;
  await admin`update campaign_contacts set status = 'in_progress', wait_reason = 'delay', next_at = now() + interval '3 days', current_sequence_step = 1
    where campaign_id = ${campaignId}`;
  return admin<Awaited[]>`select c.id as "campaignContactId", c.recipient_email as email, v.internet_message_id as "messageId"
    from campaign_contacts c join deliveries v on v.campaign_contact_id = c.id where c.campaign_id = ${campaignId} order by c.id`;
}

const words = [
  "Thursday at ten works for me.",
  "Danke, rufen Sie mich bitte an.",
  "We have somebody for that already.",
  "Wer sind Sie?",
];

/** One of them writes by hand: in the thread, or anew from the same address. @returns when it lay in the inbox. */
export async function answerAwaited(world: MailWorld, { email, messageId }: Awaited, place: number): Promise<Date> {
  const inThread = place % 2 === 0;
  await world.admin("POST", "messages", {
    mailbox: "anna@contoso.com",
    from: { emailAddress: { address: email } },
    subject: inThread ? "Re: Hello" : "AW: Hello",
    body: { contentType: "html", content: `<p>${words[place % words.length]}</p>` },
    ...(inThread ? { inReplyTo: messageId } : {}),
  });
  return new Date();
}

/** How the answers of a campaign were acted on: who was stopped and when, and what was written how often. */
export async function readActed(world: MailWorld, { mail }: PolledMailbox) {
  const { admin } = world.db;
  const stops = await admin<{ id: string; at: Date }[]>`select data->>'campaignContactId' as id, created_at as at from outbox
    where team_id = ${mail.scope.teamId} and name = 'campaign/contact.stopped'`;
  const [counts] = await admin<{ replied: number; replies: number; messages: number }[]>`select
    (select count(*)::int from campaign_contacts where campaign_id = ${mail.campaignId} and status = 'replied') as replied,
    (select count(*)::int from email_replies where campaign_id = ${mail.campaignId}) as replies,
    (select count(*)::int from mailbox_messages where team_id = ${mail.scope.teamId}) as messages`;
  return { stops, stopped: new Set(stops.map((stop) => stop.id)).size, ...counts };
}
