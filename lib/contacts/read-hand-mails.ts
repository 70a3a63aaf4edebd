import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { WaitReason } from "@/db/schema/words";

/** A mail to one contact that somebody wrote by hand and that has not left. */
export type HandMail = {
  draftId: string;
  /** The thread it answers in, where it is written and signed; null of what answers nobody. */
  threadId: string | null;
  kind: "first mail" | "follow-up";
  /** Who wrote it. */
  by: string;
  mailbox: string;
  /** When it leaves; null where it has no time. */
  at: Date | null;
  signedBy: string | null;
  signedAt: Date | null;
  text: string;
  /** Why it has not left although its time has come, and from when that can change. */
  waitReason: WaitReason | null;
  nextAt: Date | null;
};

type Row = Omit<HandMail, "at" | "signedAt" | "nextAt"> & { at: string | null; signedAt: string | null; nextAt: string | null };

/** Of one contact, the last to leave first; those without a time on top. */
export async function readHandMails(tx: TeamTransaction, contactId: string): Promise<HandMail[]> {
  const rows = await readRows<Row>(
    tx,
    sql`select d.id as "draftId", l.thread_id as "threadId", case when d.draft_type = 'first_outreach' then 'first mail' else 'follow-up' end as kind, coalesce(w.name, 'somebody') as by,
          m.email as mailbox, e.scheduled_for as at, s.name as "signedBy", g.signed_at as "signedAt",
          left(regexp_replace(coalesce(d.edited_body, d.body), '<[^>]*>', ' ', 'g'), 160) as text, h.wait_reason as "waitReason", h.next_at as "nextAt"
        from single_mails h join email_drafts d on d.id = h.draft_id join sender_accounts m on m.id = d.sender_account_id
          left join letters l on l.id = h.letter_id left join members w on w.id = l.written_by
          left join scheduled_emails e on e.draft_id = d.id and e.status = 'pending'
          left join signatures g on g.draft_id = d.id and g.voided_at is null left join members s on s.id = g.signed_by
        where h.contact_id = ${contactId} and ${isOpenByHand} order by e.scheduled_for desc nulls first, d.created_at desc`,
  );
  return rows.map((row) => ({
    ...row,
    at: instantOf(row.at),
    signedAt: instantOf(row.signedAt),
    nextAt: instantOf(row.nextAt),
  }));
}

/** The condition on `h`, a mail by hand with `l`, its letter if it has one, that it may still leave. */
export const isOpenByHand = sql`h.ended_reason is null and l.discarded_at is null`;
