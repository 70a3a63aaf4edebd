import { sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { emailDrafts } from "@/db/schema/drafts";
import { singleMails } from "@/db/schema/letters";
import type { DraftType } from "@/db/schema/words";
import { soundJson } from "../../mail/text/sound-json";
import type { LetterRow } from "../lock-letter";

/** One mail as the letter makes it. */
export type LetterText = {
  draftId: string;
  contactId: string;
  subject: string;
  body: string;
  missing: string[];
  type: DraftType;
  email: string;
  thread: string | null;
  newThread: boolean;
  plain: boolean;
  /** The message it answers, and the words of that which it quotes; null of what answers none. */
  answers: string | null;
  quoted: string | null;
};

/** Makes mails of a letter, each with its draft. */
export async function makeMails(tx: TeamTransaction, letter: LetterRow, mails: LetterText[], now: Date): Promise<void> {
  if (mails.length === 0) return;
  await tx.insert(emailDrafts).values(
    mails.map(({ draftId, contactId, type, subject, body, missing }) => ({
      id: draftId,
      contactId,
      draftType: type,
      subject,
      body,
      missingFields: missing,
      senderAccountId: letter.senderAccountId,
      createdAt: now,
      updatedAt: now,
    })),
  );
  await tx.insert(singleMails).values(
    // A moment apart, so that they keep the order in which their people were named.
    mails.map(({ draftId, contactId, email, thread, newThread, plain, answers, quoted }, place) => ({
      letterId: letter.id,
      draftId,
      contactId,
      recipientEmail: email,
      threadDeliveryId: thread,
      newThread,
      isPlain: plain,
      answersMessageId: answers,
      quoted,
      createdAt: new Date(now.getTime() + place),
    })),
  );
}

/** Writes only what is another than before: pages are told of each change. */
export async function changeMails(tx: TeamTransaction, letter: LetterRow, mails: LetterText[], now: Date): Promise<void> {
  if (mails.length === 0) return;
  const rows = sql`jsonb_to_recordset(${soundJson(mails)}::jsonb) as x("draftId" uuid, subject text, body text, missing text[], type text,
    email text, thread uuid, "newThread" boolean, plain boolean, answers uuid, quoted text)`;
  await tx.execute(sql`update email_drafts d set subject = x.subject, body = x.body, missing_fields = x.missing, draft_type = x.type::draft_type,
      sender_account_id = ${letter.senderAccountId}, updated_at = ${now.toISOString()}::timestamptz
    from ${rows} where d.id = x."draftId" and d.status = 'draft' and (d.subject, d.body, d.missing_fields, d.draft_type, d.sender_account_id)
      is distinct from (x.subject, x.body, x.missing, x.type::draft_type, ${letter.senderAccountId}::uuid)`);
  await tx.execute(sql`update single_mails h set recipient_email = x.email, thread_delivery_id = x.thread, new_thread = x."newThread", is_plain = x.plain,
      answers_message_id = x.answers, quoted = x.quoted
    from ${rows} where h.draft_id = x."draftId" and (h.recipient_email, h.thread_delivery_id, h.new_thread, h.is_plain, h.answers_message_id, h.quoted)
      is distinct from (x.email, x.thread, x."newThread", x.plain, x.answers, x.quoted)`);
}
