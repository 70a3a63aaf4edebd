import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { toDate, toTemporal } from "../schedule/clock/to-temporal";
import { endOfDelay } from "../schedule/end-of-delay";
import type { Delay } from "../schedule/types";
import { resumesAt, shiftDue } from "./hold/shift-due";
import { readSendingRules } from "./read-sending-rules";

const rowsAtOnce = 1_000;

/**
 * Writes when the delay of the next step ends, for those who were mailed and lack it: one contact of a campaign whose mail has just
 * left, or all whose row is older than the column. Steps and zone of a launched campaign never change, so what is written stays
 * right until the next mail. Who was found to be away since is given what was left behind the hold. Rows that somebody else holds are left for
 * the next time.
 */
export async function fillDueTimes(tx: TeamTransaction, campaignId: string, onlyContact?: string): Promise<void> {
  const only = onlyContact ? sql`and c.id = ${onlyContact}` : sql``;
  let filled = rowsAtOnce;
  while (filled === rowsAtOnce) {
    const rows = await readRows<{ id: string; sentAt: string; beganAt: string | null; until: string | null } & Delay>(
      tx,
      sql`select c.id, c.last_email_sent_at as "sentAt", s.delay_days as days, s.delay_hours as hours, s.delay_minutes as minutes,
            h.began_at as "beganAt", h.until
          from campaign_contacts c
            join campaign_sequences s on s.campaign_id = c.campaign_id and s.sequence_order = c.current_sequence_step + 1
            left join contact_holds h on h.campaign_contact_id = c.id and h.ended_at is null and h.until > c.last_email_sent_at
          where c.campaign_id = ${campaignId} ${only} and c.status in ('pending', 'in_progress')
            and c.last_email_sent_at is not null and c.due_at is null
          limit ${rowsAtOnce} for no key update of c skip locked`,
    );
    filled = rows.length;
    if (filled === 0) return;
    const rules = await readSendingRules(tx, campaignId);
    const ends = rows.map((row) => {
      const sentAt = instantOf(row.sentAt);
      const due = toDate(endOfDelay(toTemporal(sentAt), row, rules));
      const until = instantOf(row.until);
      if (!until) return due.toISOString();
      const held = { beganAt: instantOf(row.beganAt) ?? sentAt, until: null };
      return shiftDue(due, resumesAt(held, sentAt), until).toISOString();
    });
    await tx.execute(
      sql`update campaign_contacts c set due_at = x.due_at
          from unnest(${sql.param(rows.map((row) => row.id))}::uuid[], ${sql.param(ends)}::text[]::timestamptz[]) as x(id, due_at) where c.id = x.id`,
    );
  }
}
