import { seedDelivery } from "@/db/seed/seed-enrolment";
import type { TestDatabase } from "@/db/testing/test-database";
import type { ReadyMail } from "../../sending/testing/seed-ready-mail";
import type { Finding } from "../finding";
import type { MatchKeys } from "../match-message";
import type { Report, Understood } from "../message/understood";

type Sql = TestDatabase["admin"];

/** A contact whose mail has left. */
export type Mailed = ReadyMail & { sentEmailId: string; messageId: string; conversationId: string };

/** Lets the mail of a contact have left at an instant: the next step waits for its delay, and one by hand is over. */
export async function seedMailed(admin: Sql, mail: ReadyMail, at: Date): Promise<Mailed> {
  const messageId = `<sent-${mail.draftId}@contoso.com>`;
  const conversationId = `conversation-${mail.campaignContactId || mail.draftId}`;
  await admin`update scheduled_emails set status = 'sent' where draft_id = ${mail.draftId}`;
  await admin`update email_drafts set status = 'sent' where id = ${mail.draftId}`;
  const ids = { graphId: `g-${mail.draftId}`, internetMessageId: messageId, conversationId };
  const deliveryId = await seedDelivery(admin, mail.draftId, { state: "accepted", at, ...ids });
  const [sent] = await admin`
    insert into sent_emails (team_id, draft_id, contact_id, sender_account_id, campaign_id, campaign_contact_id, delivery_id, draft_type, subject, body,
      recipient_email, sent_at, sequence_step)
    select d.team_id, d.id, d.contact_id, d.sender_account_id, d.campaign_id, d.campaign_contact_id, ${deliveryId}, d.draft_type, d.subject, d.body,
      coalesce(c.recipient_email, h.recipient_email), ${at}, d.sequence_step
    from email_drafts d left join campaign_contacts c on c.id = d.campaign_contact_id left join single_mails h on h.draft_id = d.id where d.id = ${mail.draftId}
    returning id, sequence_step`;
  if (mail.kind === "single")
    await admin`update single_mails set ended_reason = 'sent', ended_at = ${at}, run_id = null where draft_id = ${mail.draftId}`;
  else
    await admin`update campaign_contacts set status = 'in_progress', wait_reason = 'delay', next_at = ${at}, current_sequence_step = ${Number(sent?.sequence_step)},
    last_email_sent_at = ${at}, due_at = null where id = ${mail.campaignContactId}`;
  return { ...mail, sentEmailId: String(sent?.id), messageId, conversationId };
}

let counter = 0;

/** A message about a mail, in its thread, from the one who got it. */
export function findingOf(
  mail: Mailed,
  understood: Finding["understood"],
  receivedAt: Date,
  change: Partial<Omit<Finding, "keys">> & { keys?: Partial<MatchKeys> } = {},
): Finding {
  counter += 1;
  const named = understood.kind === "report" ? understood.report : understood.kind === "complaint" ? understood : null;
  const { keys, ...rest } = change;
  return {
    understood,
    keys: {
      senderAccountId: mail.senderAccountId,
      answers: [mail.messageId],
      conversationId: null,
      address: named ? named.recipient : mail.email,
      subject: "Re: Hello",
      report: named !== null,
      ...keys,
    },
    sendKeys: [],
    internetMessageId: `<came-${counter}@x.example>`,
    graphId: `AAm-${counter}`,
    fromEmail: mail.email,
    subject: "Re: Hello",
    snippet: "Words",
    receivedAt,
    byExchange: false,
    isBulk: false,
    isInside: false,
    ...rest,
  };
}

export const human: Finding["understood"] = { kind: "human", wish: null };
export const asking = (wants: "remove" | "wrong person" | "later" | "left"): Finding["understood"] => ({
  kind: "human",
  wish: { wants, sentence: `They want ${wants}.` },
});
export const away = (
  back: string | null,
  more: Partial<Extract<Understood, { kind: "automatic" }>> = {},
): Finding["understood"] => ({
  kind: "automatic",
  away: { back, ambiguous: false, sentence: back && `I am back on ${back}.`, words: back && `on ${back}` },
  wish: null,
  ...more,
});
export const report = (blames: Report["blames"], more: Partial<Report> = {}): Finding["understood"] => ({
  kind: "report",
  report: {
    blames,
    reach: blames === "ours" ? "mailbox" : null,
    status: "5.1.1",
    recipient: null,
    writtenTo: null,
    originalMessageId: null,
    says: "550 said so",
    ...more,
  },
});
