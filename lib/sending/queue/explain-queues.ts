import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import { refreshStatistics } from "@/db/access/refresh-statistics";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { openStatuses } from "@/db/schema/words";
import { toTemporal } from "../../schedule/clock/to-temporal";
import { localDay } from "../../schedule/local-day";
import type { Allocation } from "./allocate";
import { explainCampaign, judgeGeneral } from "./explain-campaign";
import type { Queue } from "./lock-queue";

/** A queue as it was locked, and what was given in it; null where nothing leaves. */
export type Looked = { queue: Queue; allocation: Allocation | null };

/** So many are told in one transaction: whoever pauses or stops meanwhile waits for no more. */
const atOnce = 2_000;

/**
 * Says of open contacts of a campaign why their next mail has not left. Of all where something changed that holds for everybody alike; else only of those
 * of whom something changed, which the database notes by itself, or whose time has come. Where the campaign was paused, stopped or ended since the
 * queues were read, the rest is left to the look that whoever did it has asked for.
 */
export async function explainQueues(
  scope: Scope,
  campaignId: string,
  looked: Looked[],
  whom: "all" | "changed",
  now: Date,
): Promise<void> {
  const [first] = looked;
  if (!first) return;
  const alike = looked.map((one) => keyOf(one, now)).join("\n");
  /** Explains whom `choose` names, where all is as it was. @returns whether it was, and what `choose` said. */
  const part = <T extends { ids: string[] }>(choose: (tx: TeamTransaction) => Promise<T>): Promise<T | null> =>
    withTeam(scope, async (tx) => {
      if (!(await staysAsItWas(tx, first.queue))) return null;
      const chosen = await choose(tx);
      if (chosen.ids.length > 0) {
        // For each of them by its index: whole tables are else read for each part, 30 s instead of 4 s of 100,000.
        await tx.execute(sql`select set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`);
        for (const { queue, allocation } of looked) await explainCampaign(tx, queue, allocation, chosen.ids, now);
      }
      return chosen;
    });
  if (whom === "changed" && first.queue.explainedAs === alike) {
    for (let since: string | null = now.toISOString(), more = true; more; since = null)
      more = (await part((tx) => takeChanged(tx, campaignId, since)))?.isFull ?? false;
    return;
  }
  const open = await withTeam(scope, (tx) => takeAllOpen(tx, campaignId));
  // Slots were given by the hundred just now, of which the planner knows nothing: it would read all of them for each person.
  if (open.length > atOnce) await refreshStatistics(scope, ["scheduled_emails"]);
  for (let start = 0; start < open.length; start += atOnce) {
    const ids = open.slice(start, start + atOnce);
    if (!(await part(async () => ({ ids })))) return;
  }
  await withTeam(scope, (tx) =>
    tx.execute(
      sql`update campaigns set explained_as = ${alike} where id = ${campaignId} and status = ${first.queue.status} and explained_as is distinct from ${alike}`,
    ),
  );
}

/** Everybody open. What was noted of them so far is done with: it is read after this. */
async function takeAllOpen(tx: TeamTransaction, campaignId: string): Promise<string[]> {
  await tx.execute(sql`delete from explain_due where campaign_id = ${campaignId}`);
  const rows = await readRows<{ id: string }>(
    tx,
    sql`select id from campaign_contacts where campaign_id = ${campaignId} and status in ${anyOf(openStatuses)}`,
  );
  return rows.map(({ id }) => id);
}

/** The next of whom something changed, and those whose time has come until `since`. */
async function takeChanged(
  tx: TeamTransaction,
  campaignId: string,
  since: string | null,
): Promise<{ ids: string[]; isFull: boolean }> {
  const noted = await readRows<{ id: string }>(
    tx,
    // As an array, which is chosen once: as a list to be in, it was chosen anew for each row (13 s of 100,000).
    sql`delete from explain_due where id = any(array(
          select id from explain_due where campaign_id = ${campaignId} order by id limit ${atOnce} for update skip locked))
        returning campaign_contact_id as id`,
  );
  const due = since
    ? await readRows<{ id: string }>(
        tx,
        sql`select id from campaign_contacts where campaign_id = ${campaignId} and status in ${anyOf(openStatuses)} and next_at <= ${since}::timestamptz
            order by next_at limit ${atOnce}`,
      )
    : [];
  return { ids: [...new Set([...noted, ...due].map(({ id }) => id))], isFull: noted.length === atOnce };
}

/** Whether the campaign and the stop of its team are as they were read; from here on they stay so until the transaction ends. */
async function staysAsItWas(tx: TeamTransaction, { campaignId, status, stopped }: Queue): Promise<boolean> {
  const [row] = await readRows<{ status: string; stopped: boolean }>(
    tx,
    sql`select c.status, exists (select 1 from team_stops s where s.lifted_at is null) as stopped
        from campaigns c join teams t on t.id = c.team_id where c.id = ${campaignId} for share of c, t`,
  );
  return row?.status === status && row.stopped === stopped;
}

/**
 * All that decides for everybody alike, as a text that is the same as long as it is the same. Times to come as their hours: that a place is free some minutes
 * later is no reason to look at a hundred thousand people.
 */
function keyOf({ queue, allocation }: Looked, now: Date): string {
  const { rules, campaignId: _, explainedAs: __, ...state } = queue;
  const general = judgeGeneral(queue, allocation, now);
  const hourOf = (at: { toString(): string } | Date | null | undefined) =>
    at ? (at instanceof Date ? at.toISOString() : at.toString()).slice(0, 13) : null;
  const { mailbox, outside, onmicrosoft } = allocation?.full ?? {};
  return JSON.stringify({
    ...state,
    day: localDay(rules, toTemporal(now)).key,
    reason: general.reason,
    from: hourOf(general.from),
    full: [mailbox, outside, onmicrosoft].map((one) => one && { from: hourOf(one.from) }),
  });
}
