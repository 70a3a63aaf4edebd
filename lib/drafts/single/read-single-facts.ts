import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { underWay } from "@/db/schema/words";
import { answeredAfter } from "../../campaigns/answered-since";
import { toDate } from "../../schedule/clock/to-temporal";
import { type LeaveFacts, leaveFrom, readLeaveFacts } from "../../singles/leave-facts";

/** What is known around a mail without a campaign, besides the mail itself. */
export type SingleFacts = {
  who: string;
  isPlain: boolean;
  /** It answers a message of theirs, below which it was written. */
  isAnswer: boolean;
  /** When it leaves, or would if it were signed now; null where the team's hours never open. */
  leavesAt: Date | null;
  /** When the person wrote last, since our last mail to them; and whether somebody of the team has opened it. */
  wrote: { at: Date; wasSeen: boolean } | null;
  /** Somebody else of the team who wrote to them within a week, or has a mail to them on the way. */
  colleague: { name: string; at: Date; left: boolean } | null;
  /** When another mail by hand to them leaves, from the same writer; null where none is planned. */
  another: Date | null;
  /** They are away: the first day back, as it was read, or null where none was. */
  away: { back: string | null; until: Date | null } | null;
  /** Mails of running campaigns to them that have a slot. */
  campaignMails: { draftId: string; campaignId: string; campaign: string; at: Date }[];
};

type Row = {
  draftId: string;
  singleMailId: string;
  who: string;
  isPlain: boolean;
  isAnswer: boolean;
  leaveAt: string | null;
  wroteAt: string | null;
  wasSeen: boolean;
  colleague: { name: string; at: string; left: boolean } | null;
  another: string | null;
  away: { back: string | null; until: string | null } | null;
  campaignMails: { draftId: string; campaignId: string; campaign: string; at: string }[] | null;
};

/** Reads it for many drafts at once; those of a campaign are left out. */
export async function readSingleFacts(tx: TeamTransaction, draftIds: string[], now: Date): Promise<Map<string, SingleFacts>> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const lastMail = sql`coalesce((select max(s.sent_at) from sent_emails s where s.contact_id = p.id), '-infinity')`;
  // Whoever signed a mail sent it; one that waits for nobody's signature yet is its writer's.
  const colleague = sql`select json_build_object('name', b.name, 'at', o.at, 'left', o.left) from (
      select s.sent_at as at, true as left, g.signed_by as by from sent_emails s join signatures g on g.draft_id = s.draft_id and g.voided_at is null
      where s.contact_id = p.id and s.sent_at > ${at} - interval '7 days'
      union all
      select x.created_at, false, y.written_by from single_mails x join letters y on y.id = x.letter_id
      where x.contact_id = p.id and x.ended_reason is null and x.id <> h.id and (x.created_at > ${at} - interval '7 days' or x.leave_at is not null)) o
      join members b on b.id = o.by where o.by is distinct from coalesce(l.written_by, nullif(current_setting('app.member_id', true), '')::uuid)
      order by o.left desc, o.at desc limit 1`;
  const another = sql`select min(e.scheduled_for) from single_mails x join scheduled_emails e on e.draft_id = x.draft_id and e.status = 'pending'
      join letters y on y.id = x.letter_id where x.contact_id = p.id and x.ended_reason is null and x.id <> h.id and y.written_by = l.written_by`;
  const rows = await readRows<Row>(
    tx,
    sql`select d.id as "draftId", h.id as "singleMailId", coalesce(p.first_name, p.name, p.email) as who, h.is_plain as "isPlain", h.answers_message_id is not null as "isAnswer",
          coalesce((select e.scheduled_for from scheduled_emails e where e.draft_id = d.id and e.status = 'pending'), h.leave_at) as "leaveAt",
          w.at as "wroteAt", exists (select 1 from email_replies r where r.contact_id = p.id and r.received_at >= w.at and r.seen_at is not null) as "wasSeen",
          (${colleague}) as colleague, (${another}) as another,
          (select json_build_object('back', o.back, 'until', o.until) from (
             select h.back_day as back, h.until, h.began_at as at from contact_holds h join campaign_contacts c on c.id = h.campaign_contact_id
             where c.contact_id = p.id and h.kind = 'out of office' and h.ended_at is null and (h.until is null or h.until > ${at})
             union all
             select n.away_back, null, n.received_at from mailbox_messages n where n.contact_id = p.id and n.kind = 'automatic' and n.away_back > ${at}::date) o
           order by o.at desc limit 1) as away,
          (select json_agg(json_build_object('draftId', x.id, 'campaignId', k.id, 'campaign', k.name, 'at', e.scheduled_for) order by e.scheduled_for)
           from email_drafts x join campaigns k on k.id = x.campaign_id join scheduled_emails e on e.draft_id = x.id and e.status = 'pending'
           where x.contact_id = p.id and x.status = 'scheduled' and k.status in ${anyOf(underWay)}) as "campaignMails"
        from unnest(${sql.param(draftIds)}::uuid[]) q(id) join email_drafts d on d.id = q.id join single_mails h on h.draft_id = d.id
          join contacts p on p.id = d.contact_id left join letters l on l.id = h.letter_id
          cross join lateral (select ${answeredAfter(sql`p.id`, sql`'-infinity'`)} as last) v
          cross join lateral (select case when v.last > ${lastMail} then v.last end as at) w`,
  );
  const leaves = await readLeaveFacts(
    tx,
    rows.map(({ singleMailId }) => singleMailId),
  );
  return new Map(rows.map((row) => [row.draftId, factsOf(row, leaves.get(row.singleMailId), now)]));
}

function factsOf(row: Row, leave: LeaveFacts | undefined, now: Date): SingleFacts {
  const { colleague, away } = row;
  const wroteAt = instantOf(row.wroteAt);
  const leaves = leave && leaveFrom(leave, now);
  return {
    who: row.who,
    isPlain: row.isPlain,
    isAnswer: row.isAnswer,
    leavesAt: instantOf(row.leaveAt) ?? (leaves ? toDate(leaves.at) : null),
    wrote: wroteAt && { at: wroteAt, wasSeen: row.wasSeen },
    colleague: colleague && { ...colleague, at: new Date(colleague.at) },
    another: instantOf(row.another),
    away: away && { ...away, until: away.until ? new Date(away.until) : null },
    campaignMails: (row.campaignMails ?? []).map((mail) => ({ ...mail, at: new Date(mail.at) })),
  };
}
