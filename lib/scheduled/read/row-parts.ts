import { type SQL, sql } from "drizzle-orm";
import type { LeaveKind, WaitReason } from "@/db/schema/words";
import { heldBy } from "./slots";

/** What a row of the page is made of. Instants are Postgres texts. */
export type RawRow = {
  slotId: string;
  draftId: string;
  threadId: string | null;
  contactId: string;
  name: string;
  subject: string;
  at: string;
  timeZone: string | null;
  fields: Record<string, string>;
  mailbox: string;
  campaign: string | null;
  step: number | null;
  stepBefore: string | null;
  days: number | null;
  hours: number | null;
  minutes: number | null;
  cameBack: boolean;
  writer: string | null;
  leave: LeaveKind | null;
  leaveZone: string | null;
  heldBy: WaitReason | null;
  nextAt: string | null;
  signed: boolean;
  signer: string | null;
  signedAt: string | null;
  movedFrom: string | null;
  mover: string | null;
  cancelledAt: string | null;
  canceller: string | null;
  cancelReason: string | null;
};

/** The columns of a row over `e`, `m`, `p`, `c` and `h`, and what they are read from besides. Joined for the few rows that are shown only. */
export const rowColumns: SQL = sql`e.draft_id as "draftId", l.thread_id as "threadId", p.id as "contactId", coalesce(p.name, p.email) as name,
    coalesce(d.request->>'subject', d.edited_subject, d.subject) as subject, p.time_zone as "timeZone", p.fields, m.email as mailbox,
    k.name as campaign, s.sequence_order as step, b.name as "stepBefore", s.delay_days as days, s.delay_hours as hours, s.delay_minutes as minutes,
    exists (select 1 from contact_holds o where o.campaign_contact_id = c.id and o.kind = 'out of office' and o.until > c.last_email_sent_at
      and o.until <= e.scheduled_for) as "cameBack",
    w.name as writer, h.leave, h.leave_zone as "leaveZone", ${heldBy} as "heldBy", coalesce(h.next_at, c.next_at) as "nextAt",
    g.id is not null as signed, r.name as signer, g.signed_at as "signedAt"`;

export const rowJoins: SQL = sql`join email_drafts d on d.id = e.draft_id left join campaigns k on k.id = e.campaign_id
    left join campaign_sequences s on s.id = d.sequence_id
    left join campaign_sequences b on b.campaign_id = s.campaign_id and b.sequence_order = s.sequence_order - 1
    left join signatures g on g.draft_id = e.draft_id and g.voided_at is null left join members r on r.id = g.signed_by
    left join letters l on l.id = h.letter_id left join members w on w.id = coalesce(l.written_by, g.signed_by)`;
