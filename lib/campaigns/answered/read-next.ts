import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { StoppedMail } from "@/db/schema/replies";
import { openStatuses } from "@/db/schema/words";
import { findColleagues } from "./find-colleagues";

type About = { contactId: string; campaignContactId: string | null };

/**
 * What is next for everybody whom a message of a person may end: for them, for whoever wrote it in their place, and for their colleagues where a
 * campaign stops for the company. Read before it acts, since afterwards no slot says it any more.
 */
export async function readNext(tx: TeamTransaction, about: About, writer: string | null): Promise<StoppedMail[]> {
  const colleagues = await findColleagues(tx, about.contactId, about.campaignContactId);
  const rows = await readRows<StoppedMail>(
    tx,
    sql`select c.campaign_id as "campaignId", c.id as "campaignContactId", s.name as step,
          coalesce((select min(e.scheduled_for) from email_drafts d join scheduled_emails e on e.draft_id = d.id and e.status = 'pending' where d.campaign_contact_id = c.id),
            greatest(c.next_at, c.due_at)) as "wasAt"
        from campaign_contacts c join campaign_sequences s on s.campaign_id = c.campaign_id and s.sequence_order = c.current_sequence_step + 1
        where (c.contact_id in (${about.contactId}, ${writer}::uuid) or c.id = any(${sql.param(colleagues)}::uuid[])) and c.status in ${anyOf(openStatuses)}
        order by c.id`,
  );
  return rows.map((row) => ({ ...row, wasAt: row.wasAt && instantOf(row.wasAt).toISOString() }));
}
