import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { openStatuses, withExchange } from "@/db/schema/words";
import { takeBackSlots } from "../../../slots/take-back-slots";
import { aheadMinutes } from "../is-soon";
import type { Queue } from "../lock-queue";
import { admit } from "./admit";
import { judgeLate } from "./judge-late";

/** Somebody was waited for until the slot was over: it goes to another. */
const unusedAfterMs = 90_000;

type Row = {
  id: string;
  admission: number;
  slot: string;
  runId: string | null;
  due: string | null;
  isNew: boolean;
};

/**
 * Sees to it that each mail whose slot comes soon has a run: who has none gets one, a run that is lost is replaced, and whatever ran before can write no
 * more. A late run keeps its slot and its turn. The slot of a contact that waits for somebody is given back once it is over.
 */
export async function lookAfterRuns(tx: TeamTransaction, teamId: string, queue: Queue, now: Date): Promise<void> {
  const { campaignId, senderAccountId } = queue;
  const rows = await readRows<Row>(
    tx,
    sql`select c.id, c.admission, e.scheduled_for as slot, c.run_id as "runId", c.run_due_at as due,
          coalesce(c.run_seen_due < c.admitted_at, true) as "isNew"
        from scheduled_emails e join campaign_contacts c on c.id = e.campaign_contact_id
        where e.campaign_id = ${campaignId} and e.sender_account_id = ${senderAccountId} and e.status = 'pending'
          and e.scheduled_for <= ${now.toISOString()}::timestamptz + make_interval(mins => ${aheadMinutes}) and c.status in ${anyOf(openStatuses)}
          and not exists (select 1 from deliveries v where v.draft_id = e.draft_id and v.state in ${anyOf(withExchange)})
        order by e.scheduled_for for update of c skip locked`,
  );
  await giveBackUnused(tx, rows, now);
  const live = rows.flatMap(({ id, runId, due, slot, isNew }) =>
    runId && due ? [{ id, due: instantOf(due).getTime(), slot: instantOf(slot).getTime(), isNew }] : [],
  );
  const isLate = live.some(({ due }) => due < now.getTime());
  const { lost, scout } = judgeLate(live, isLate ? await readReached(tx, queue) : null, now.getTime());
  const anew = new Set([...lost, ...(scout ? [scout] : [])]);
  const toAdmit = rows.filter(({ id, runId }) => runId === null || anew.has(id));
  await admit(
    tx,
    teamId,
    queue,
    toAdmit.map(({ id, admission }) => ({ campaignContactId: id, admission })),
    now,
  );
}

/** Their runs wait to be told of another slot, and are. */
async function giveBackUnused(tx: TeamTransaction, rows: Row[], now: Date) {
  const over = new Date(now.getTime() - unusedAfterMs);
  const ids = rows.filter(({ slot, runId, due }) => runId && !due && instantOf(slot) < over).map(({ id }) => id);
  if (ids.length > 0) await takeBackSlots(tx, sql`e.campaign_contact_id = any(${sql.param(ids)}::uuid[])`, "Missed");
}

/** How far the engine has come, by the runs of this campaign: the latest time that one which has acted was due at. */
async function readReached(tx: TeamTransaction, { campaignId, senderAccountId }: Queue): Promise<number | null> {
  const [row] = await readRows<{ at: string | null }>(
    tx,
    sql`select max(run_seen_due) as at from campaign_contacts where campaign_id = ${campaignId} and sender_account_id = ${senderAccountId}`,
  );
  return row?.at ? instantOf(row.at).getTime() : null;
}
