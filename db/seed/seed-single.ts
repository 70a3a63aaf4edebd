import type { Sql } from "postgres";

type Writer = { teamId: string; memberId: string; senderAccountId: string };

export type SeededSingle = { letterId: string; singleMailId: string; draftId: string; unsubscribeToken: string };

/**
 * A letter to one person with the mail of it: as its page keeps them, or in the state that is given. It goes to the address of the contact as it
 * stands now. @param single.threadDeliveryId the mail of ours it follows, or `answersMessageId` the message it answers; without either it begins a thread.
 */
export async function seedSingle(
  owner: Sql,
  writer: Writer,
  contactId: string,
  single: {
    subject?: string;
    body?: string;
    status?: "draft" | "approved" | "scheduled";
    threadDeliveryId?: string | null;
    /** Of somebody who has a thread. */
    answersMessageId?: string | null;
    isPlain?: boolean;
    runId?: string | null;
    leaveAt?: Date | null;
  } = {},
): Promise<SeededSingle> {
  const { teamId, memberId, senderAccountId } = writer;
  const { subject = "Hello", body = "<p>Hi</p>", status = "draft", threadDeliveryId = null, answersMessageId = null } = single;
  const isPlain = single.isPlain ?? answersMessageId !== null;
  const [letter] = await owner`insert into letters (team_id, written_by, sender_account_id, subject, body, thread_id)
    values (${teamId}, ${memberId}, ${senderAccountId}, ${subject}, ${body},
      (select t.id from reply_threads t join mailbox_messages n on n.contact_id = t.contact_id and n.sender_account_id = t.sender_account_id where n.id = ${answersMessageId}))
    returning id`;
  const [draft] = await owner`insert into email_drafts (team_id, contact_id, draft_type, subject, body, status, sender_account_id)
    values (${teamId}, ${contactId}, ${threadDeliveryId || answersMessageId ? "second_followup" : "first_outreach"}::draft_type, ${subject}, ${body},
      ${status}::email_status, ${senderAccountId}) returning id`;
  const [mail] =
    await owner`insert into single_mails (team_id, letter_id, draft_id, contact_id, recipient_email, thread_delivery_id, answers_message_id, quoted, is_plain,
      run_id, admission, leave, leave_at)
    select team_id, ${letter?.id ?? ""}, ${draft?.id ?? ""}, id, email, ${threadDeliveryId}, ${answersMessageId}, ${answersMessageId ? "Thursday at two works." : null}, ${isPlain}, ${single.runId ?? null}, ${single.runId ? 1 : 0}::int,
      ${single.leaveAt ? "now" : null}, ${single.leaveAt ?? null}::timestamptz
    from contacts where id = ${contactId} returning id, unsubscribe_token as token`;
  if (!letter || !draft || !mail) throw new Error("The mail was not written.");
  return { letterId: letter.id, singleMailId: mail.id, draftId: draft.id, unsubscribeToken: mail.token };
}
