import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { isOutside } from "../../limits/is-outside";
import type { Queue } from "./lock-queue";
import { candidatesOf, chosenTimes, nearestCandidates } from "./nearest-candidates";

/** A signed mail without a slot. */
export type Candidate = {
  draftId: string;
  campaignContactId: string;
  contactId: string;
  step: number;
  /** When the delay after the mail before ends, and a hold, and the time somebody moved it to; null for a first mail that none of them holds. */
  dueAt: Date | null;
  /** Whether it goes to somebody outside of the organisation. */
  isOutside: boolean;
  /** The run that holds the contact, or null where none does. */
  runId: string | null;
  /** When that run is to act; null where it waits to be told. */
  runDueAt: Date | null;
};

/** So many more are looked at than can find a place, for somebody else may hold some of them. */
const spare = 200;

/**
 * The signed mails of a campaign that may have a slot within `horizonHours`, in the order in which they are to leave. Rows that
 * somebody else changes at this moment are left for the next time; a mail that cannot leave now would keep others from a slot: a follow-up in
 * a mailbox that was not read, a first mail of a domain that has not proved itself, one with a thread that is lost; one to somebody whom another campaign enrolled earlier; one that does not lie
 * in the mailbox as signed, or follows one that left otherwise; one to somebody who is held for longer.
 */
export async function lockCandidates(tx: TeamTransaction, queue: Queue, now: Date, horizonHours: number): Promise<Candidate[]> {
  const until = new Date(now.getTime() + horizonHours * 3_600_000).toISOString();
  // A horizon of a day touches two days of the campaign's zone, so twice the limit is all that can find a place.
  const most = queue.rules.dailyLimit * 2 + 1;
  const dueAt = sql`greatest(c.due_at, h.until, w.chosen)`;
  for (let count = most + spare; ; count *= 4) {
    const { ids, isAll } = await nearestCandidates(tx, queue, now, until, count);
    const rows = await readRows<Omit<Candidate, "dueAt" | "runDueAt"> & { dueAt: string | null; runDueAt: string | null }>(
      tx,
      sql`with w as materialized (${chosenTimes(queue.campaignId, now)})
          select d.id as "draftId", c.id as "campaignContactId", c.contact_id as "contactId", s.sequence_order as step, 
            ${dueAt} as "dueAt", c.run_id as "runId", c.run_due_at as "runDueAt", ${isOutside(sql`c.recipient_email`)} as "isOutside"
          ${candidatesOf(queue, now, until, sql`left join w on w.draft_id = d.id`)} and c.id = any(${sql.param(ids)}::uuid[])
          order by (s.sequence_order > 1) desc, ${dueAt}, c.position, c.id limit ${most}
          for update of d, c skip locked`,
    );
    // Where somebody holds more than were spare, others may still have the place.
    if (isAll || rows.length === most)
      return rows.map((row) => ({ ...row, dueAt: instantOf(row.dueAt), runDueAt: instantOf(row.runDueAt) }));
  }
}
