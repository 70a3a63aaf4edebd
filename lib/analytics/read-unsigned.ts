import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { openStatuses } from "@/db/schema/words";
import { holdAt } from "../campaigns/hold/is-held";
import { isLongQueue, waitingDrafts } from "../campaigns/wait/waiting-drafts";

/** A draft that could be signed now, with its person's name; `dueAt`: when its delay ends. */
type Unsigned = { id: string; name: string; step: number; dueAt: Date | null };
/** The drafts of a line of enrolments `c`, in the order of an index. */
type Line = { whom: SQL; by: SQL };

const lines: Line[] = [
  { whom: sql`c.current_sequence_step > 0 and c.due_at is not null`, by: sql`c.due_at, c.position, c.id` },
  { whom: sql`c.current_sequence_step > 0 and c.due_at is null`, by: sql`c.position, c.id` },
  { whom: sql`c.current_sequence_step = 0 and c.due_at is not null`, by: sql`c.due_at, c.position, c.id` },
  { whom: sql`c.current_sequence_step = 0 and c.due_at is null`, by: sql`c.position, c.id` },
];
const unsigned = sql`d.status = 'draft' and d.rejected_at is null and (cardinality(d.missing_fields) = 0 or d.edited_body is not null or d.edited_subject is not null)`;

/**
 * The first drafts of a campaign that only want a signature: follow-ups in the order in which their delays end, then first mails in that of their place. Drafts that lack a field and people who
 * are held are left out. @param most so many at most. @param few
 * where no more wait they are simply all sorted.
 */
export async function readUnsigned(
  tx: TeamTransaction,
  campaignId: string,
  now: Date,
  most: number,
  few?: number,
): Promise<Unsigned[]> {
  const isFree = sql`c.campaign_id = ${campaignId} and c.status in ${anyOf(openStatuses)} and not exists (select 1 from ${holdAt(now)})`;
  const columns = sql`c.contact_id, c.due_at, c.position, c.id as enrolment`;
  const all = sql`select d.id, s.sequence_order as step, ${columns}
    from email_drafts d join campaign_contacts c on c.id = d.campaign_contact_id join campaign_sequences s on s.id = d.sequence_id
    where d.campaign_id = ${campaignId} and ${unsigned} and ${isFree}`;
  // Each draft by itself, so that a line is walked in its order and no further than enough are found: joined, all would be sorted.
  const firstOf = ({ whom, by }: Line) => sql`(select w.id, w.step, ${columns}
    from campaign_contacts c cross join lateral (select d.id, s.sequence_order as step from email_drafts d join campaign_sequences s on s.id = d.sequence_id
      where d.campaign_contact_id = c.id and ${unsigned} limit 1) w
    where c.sender_account_id = m.id and ${whom} and ${isFree} order by ${by} limit ${most})`;
  const nearest = sql`select l.* from sender_accounts m cross join lateral (${sql.join(lines.map(firstOf), sql` union all `)}) l`;
  const [queue] = await readRows<{ isLong: boolean }>(
    tx,
    sql`select ${isLongQueue(few)} as "isLong" from ${waitingDrafts} w where w.campaign_id = ${campaignId}`,
  );
  const rows = await readRows<Omit<Unsigned, "dueAt"> & { dueAt: string | null }>(
    tx,
    // Who they are is looked up of the few that are chosen.
    sql`select x.id, coalesce(p.name, p.email) as name, x.step, x.due_at as "dueAt" from (
        select l.* from (${queue?.isLong ? nearest : all}) l order by (l.step > 1) desc, l.due_at, l.position, l.enrolment limit ${most}) x
          join contacts p on p.id = x.contact_id order by (x.step > 1) desc, x.due_at, x.position, x.enrolment`,
  );
  return rows.map((row) => ({ ...row, dueAt: instantOf(row.dueAt) }));
}
