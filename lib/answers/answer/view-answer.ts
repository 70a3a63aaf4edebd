import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { SingleEnd } from "@/db/schema/words";
import type { Member } from "../../auth/member";
import { wordsOfEnd } from "../../drafts/place";
import { AppError } from "../../errors/app-error";
import type { LetterRow } from "../../letters/lock-letter";
import { viewLetter } from "../../letters/read-letter";
import type { AnswerView } from "../thread-view";

type Around = { answers: string; byModel: boolean; ended: SingleEnd | null; cause: string | null };

/** An answer as its thread shows it, of a letter that was read already. */
export async function viewAnswer(tx: TeamTransaction, member: Member, letter: LetterRow, now: Date): Promise<AnswerView> {
  const {
    mails: [mail],
    version,
  } = await viewLetter(tx, member, letter, now);
  if (!mail) throw new AppError("not_found");
  // What a person undid themselves needs no words; what the product did does.
  const [around] = await readRows<Around>(
    tx,
    sql`select h.answers_message_id as answers, d.written_by = 'model' as "byModel", h.ended_reason as ended,
          (select case when g.voided_by is null then g.void_cause end from signatures g where g.draft_id = d.id order by g.signed_at desc, g.id limit 1) as cause
        from single_mails h join email_drafts d on d.id = h.draft_id where h.draft_id = ${mail.draftId} and h.answers_message_id is not null`,
  );
  if (!around) throw new AppError("not_found");
  const { answers, byModel, ended, cause } = around;
  const over = ended && ended !== "sent" ? `Nothing comes of this answer any more: ${wordsOfEnd[ended]}` : null;
  return {
    letterId: letter.id,
    draftId: mail.draftId,
    letterVersion: version,
    answers,
    body: mail.text.body,
    subject: mail.subject,
    html: mail.html,
    to: mail.contact.email,
    hash: mail.hash,
    checks: mail.checks,
    mayBeSigned: mail.mayBeSigned,
    byModel,
    state: mail.state === "over" ? "draft" : mail.state,
    leavesAt: mail.state === "signed" ? (mail.leaves?.at ?? null) : null,
    voided: over ?? (mail.state === "draft" ? cause : null),
  };
}
