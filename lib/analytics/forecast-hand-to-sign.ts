import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { isUnproven } from "../domains/is-unproven";
import { byHand } from "../drafts/review/queue-of";
import { failsCheck, queuedDrafts, queueOrder } from "../drafts/review/queued-drafts";
import { toDate } from "../schedule/clock/to-temporal";
import { sends } from "../senders/mailbox-hold";
import { type LeaveFacts, leaveFrom, readLeaveFacts } from "../singles/leave-facts";
import type { ToSignToday } from "./forecast-to-sign";
import { lastMoment } from "./last-moment";

/** More drafts than this are not looked at: nobody signs them in a day. */
const mostDrafts = 500;

/**
 * The same of mails by hand as `forecastToSign` says of campaigns: those of which every check passes leave at the time their letters ask for. While
 * nothing is sent there are none.
 */
export async function forecastHandToSign(tx: TeamTransaction, end: Date, now: Date): Promise<ToSignToday[]> {
  const drafts = await readRows<{ id: string; name: string }>(
    tx,
    sql`select h.id, coalesce(p.name, p.email) as name ${queuedDrafts(byHand)} and not ${failsCheck}
          and not exists (select 1 from team_stops where lifted_at is null)
          and exists (select 1 from sender_accounts m where m.id = d.sender_account_id and ${sends} and (d.draft_type <> 'first_outreach' or not ${isUnproven(now)}))
        order by ${queueOrder} limit ${mostDrafts}`,
  );
  const facts = await readLeaveFacts(
    tx,
    drafts.map(({ id }) => id),
  );
  const leaving = (from: Date) => drafts.flatMap(({ id, name }) => leavesBefore(facts.get(id), name, from, end));
  const mails = leaving(now);
  if (mails.length === 0) return [];
  return [{ campaignId: null, mails, before: lastMoment((at) => leaving(at).length >= mails.length, now, end) }];
}

function leavesBefore(facts: LeaveFacts | undefined, name: string, from: Date, end: Date): ToSignToday["mails"] {
  const leave = facts && leaveFrom(facts, from);
  const at = leave && toDate(leave.at);
  return at && at < end ? [{ at, name }] : [];
}
