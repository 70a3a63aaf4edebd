import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { openStatuses, withExchange } from "@/db/schema/words";
import { holdAt } from "../../campaigns/hold/is-held";
import { isLeftOtherwise } from "../../campaigns/wait/is-changed";
import { isElsewhere } from "../../campaigns/wait/wait-facts";
import type { Queue } from "./lock-queue";

/** Up to so many signed mails are simply all looked at. */
const few = 2_000;

/** `ids`: enrolments; `isAll`: there are no more candidates than among them. */
type Nearest = { ids: string[]; isAll: boolean };
/** Somebody in a line. `due`: a text with all digits of it. */
type InLine = { id: string; position: number; due: string | null; found: boolean };
/** A line of enrolments `c` in the order of an index, `p` being a page of it. */
type Line = { whom: SQL; by: SQL; ofPage: SQL; behind: (last: InLine) => SQL };

const byDue = {
  by: sql`c.due_at, c.position, c.id`,
  ofPage: sql`p.due_at, p.position, p.id`,
  behind: ({ due, position, id }: InLine) =>
    sql`(c.due_at, c.position, c.id) > (${due}::timestamptz, ${position}::int, ${id}::uuid)`,
};
const byPlace = {
  by: sql`c.position, c.id`,
  ofPage: sql`p.position, p.id`,
  behind: ({ position, id }: InLine) => sql`(c.position, c.id) > (${position}::int, ${id}::uuid)`,
};

/**
 * The enrolments among which the next `count` candidates are, whatever the size of the campaign: follow-ups in the order in which their delays end, first mails in
 * that of their place, each line by an index and no further than enough are found; and all whom a hold or somebody's choice puts at a time. One statement over all
 * sorts a hundred thousand for a hundred. @param until no follow-up is due later.
 */
export async function nearestCandidates(
  tx: TeamTransaction,
  queue: Queue,
  now: Date,
  until: string,
  count: number,
): Promise<Nearest> {
  const { campaignId, senderAccountId } = queue;
  const idsOf = async (query: SQL) => (await readRows<{ id: string }>(tx, query)).map(({ id }) => id);
  const signed = await idsOf(
    sql`select campaign_contact_id as id from email_drafts where campaign_id = ${campaignId} and status = 'approved' limit ${few + 1}`,
  );
  if (signed.length <= few) return { ids: signed, isAll: true };
  const chosen = await readRows<{ id: string; draftId: string }>(
    tx,
    sql`select d.campaign_contact_id as id, d.id as "draftId" from (${chosenTimes(campaignId, now)}) w join email_drafts d on d.id = w.draft_id`,
  );
  const held = await idsOf(
    sql`select h.campaign_contact_id as id from contact_holds h join campaign_contacts c on c.id = h.campaign_contact_id
        where c.campaign_id = ${campaignId} and h.ended_at is null and h.until <= ${until}::timestamptz`,
  );
  const untimed = sql`${candidatesOf(queue, now, until, sql`cross join (select null::timestamptz as chosen) w`)}
    and h.id is null and d.id <> all(${sql.param(chosen.map(({ draftId }) => draftId))}::uuid[])`;
  /** The first of a line who are candidates, page by page. */
  const firstOf = async ({ whom, by, ofPage, behind }: Line): Promise<Nearest> => {
    const ids: string[] = [];
    let last: InLine | undefined;
    for (let size = count; ids.length < count; size *= 2) {
      const page: InLine[] = await readRows<InLine>(
        tx,
        sql`with page as materialized (select c.id, c.position, c.due_at from campaign_contacts c
              where c.campaign_id = ${campaignId} and c.sender_account_id = ${senderAccountId} and c.status in ${anyOf(openStatuses)} and ${whom}
                ${last ? sql`and ${behind(last)}` : sql``} order by ${by} limit ${size})
            select p.id, p.position, p.due_at::text as due, x.id is not null as found
            from page p left join lateral (select c.id ${untimed} and c.id = p.id limit 1) x on true order by ${ofPage}`,
      );
      ids.push(...page.filter(({ found }) => found).map(({ id }) => id));
      last = page.at(-1);
      if (page.length < size) return { ids, isAll: true };
    }
    return { ids: ids.slice(0, count), isAll: false };
  };
  const lines: Line[] = [];
  // Where nobody in a line may leave, it would be walked to its end in vain.
  if (!queue.isUnread) lines.push({ whom: sql`c.current_sequence_step > 0 and c.due_at <= ${until}::timestamptz`, ...byDue });
  if (!queue.isUnproven) {
    lines.push({ whom: sql`c.current_sequence_step = 0 and c.due_at is not null`, ...byDue });
    lines.push({ whom: sql`c.current_sequence_step = 0 and c.due_at is null`, ...byPlace });
  }
  const near: Nearest[] = [];
  for (const line of lines) near.push(await firstOf(line));
  const ids = new Set([...near.flatMap((one) => one.ids), ...held, ...chosen.map(({ id }) => id)]);
  return { ids: [...ids], isAll: near.every(({ isAll }) => isAll) };
}

/** The mails that may have a slot until then, as `from` and `where`: of the enrolment `c`, with its hold `h`. @param w joins `w`, the time that somebody chose. */
export function candidatesOf(queue: Queue, now: Date, until: string, w: SQL): SQL {
  const readable = queue.isUnread ? sql`and s.sequence_order = 1` : sql``;
  const proven = queue.isUnproven ? sql`and s.sequence_order > 1` : sql``;
  return sql`from email_drafts d join campaign_contacts c on c.id = d.campaign_contact_id join campaign_sequences s on s.id = d.sequence_id
          join sender_accounts m on m.id = c.sender_account_id left join lateral (select h.id, h.until from ${holdAt(now)}) h on true
          ${w}
        where d.campaign_id = ${queue.campaignId} and c.campaign_id = ${queue.campaignId} and c.sender_account_id = ${queue.senderAccountId}
          and d.status = 'approved' and c.status in ${anyOf(openStatuses)} and s.sequence_order = c.current_sequence_step + 1
          and not ${isElsewhere} and (h.id is null or h.until <= ${until}::timestamptz) and (w.chosen is null or w.chosen <= ${until}::timestamptz)
          ${readable} ${proven} and (s.sequence_order = 1 or c.due_at <= ${until}::timestamptz)
          and exists (select 1 from signatures g where g.draft_id = d.id and g.voided_at is null)
          and coalesce(d.signed_from = m.email, true)
          and not ${isLeftOtherwise(sql`null::uuid`, sql`c.id`)}
          and not exists (select 1 from scheduled_emails e where e.draft_id = d.id and e.status = 'pending')
          and not exists (select 1 from deliveries v where v.draft_id = d.id and (v.state in ${anyOf(withExchange)} or v.state = 'failed' or v.thread_lost_at is not null))`;
}

/**
 * Times ahead that somebody chose for mails which lost their slot since, as by a stop: such a mail leaves no earlier all the same. The last choice
 * counts. As a query, with draft_id and chosen.
 */
export function chosenTimes(campaignId: string, now: Date): SQL {
  return sql`select e.draft_id, e.scheduled_for as chosen from scheduled_emails e
      where e.campaign_id = ${campaignId} and e.scheduled_for > ${now.toISOString()}::timestamptz and e.moved_by is not null and e.status = 'cancelled'
        and not exists (select 1 from scheduled_emails x where x.campaign_id = e.campaign_id and x.draft_id = e.draft_id and x.moved_by is not null
          and (x.created_at, x.id) > (e.created_at, e.id))`;
}
