import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { toDate, toTemporal } from "../schedule/clock/to-temporal";
import { placeBehind } from "../schedule/place-behind";
import type { SendingRules } from "../schedule/types";

/**
 * The next place for a mail that may not leave now, behind those that were moved before it: many that wake at once, as after an outage, do not all come
 * again at the same moment. Mails whose own slot is ahead make room, as they would had everything left in time.
 * @param from when it may leave at the earliest.
 */
export async function placeLate(
  tx: TeamTransaction,
  mail: { campaignId: string; senderAccountId: string; draftId: string; rules: SendingRules },
  from: Date,
  now: Date,
): Promise<Date> {
  const { campaignId, senderAccountId, draftId, rules } = mail;
  // Two that look at once would take the same place.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('late:' || ${senderAccountId}, 0))`);
  const moved = await readRows<{ at: string; isOwn: boolean }>(
    tx,
    sql`select e.scheduled_for as at, e.campaign_id is not distinct from ${campaignId}::uuid as "isOwn" from scheduled_emails e
        where e.sender_account_id = ${senderAccountId} and e.status = 'pending' and e.moved_from is not null and e.moved_by is null
          and e.scheduled_for >= ${now.toISOString()}::timestamptz and e.draft_id <> ${draftId}`,
  );
  const times = (isOwn: boolean) => moved.filter((one) => one.isOwn === isOwn).map(({ at }) => toTemporal(instantOf(at)));
  const [at, taken, mailboxTaken] = [toTemporal(now), times(true), times(false)];
  return toDate(placeBehind(rules, { now: at, from: toTemporal(from), taken, mailboxTaken }));
}
