import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { openStatuses, withExchange } from "@/db/schema/words";
import { askFeed } from "../events/ask-feed";
import { takeBackSlots } from "../slots/take-back-slots";

/** So many are taken back, and told, with the click, so that it answers at once for a campaign of any size; and so many at a time behind it. */
const [byClick, atOnce] = [200, 2_000];

/**
 * Takes back slots of campaigns that are paused or whose team is stopped already, so that nothing can leave meanwhile. Of many the rest follows by the
 * feeder, which is asked for.
 * @returns how many slots are taken back, those among them that follow.
 */
export async function holdBack(
  tx: TeamTransaction,
  teamId: string,
  campaignIds: string[],
  why: "Paused" | "Stopped",
): Promise<number> {
  if (campaignIds.length === 0) return 0;
  const taken = await takeSome(tx, teamId, campaignIds, why, byClick);
  if (taken.all) return taken.count;
  const [rest] = await readRows<{ count: number }>(
    tx,
    sql`select count(*)::int as count from scheduled_emails x where ${isPendingOf(campaignIds)} and x.draft_id <> all(array(
          select v.draft_id from deliveries v where v.campaign_id = any(${sql.param(campaignIds)}::uuid[]) and v.state in ${anyOf(withExchange)}))`,
  );
  return taken.count + (rest?.count ?? 0);
}

/** The same for those whom the click left. */
export async function holdBackMore(
  tx: TeamTransaction,
  teamId: string,
  campaignId: string,
  why: "Paused" | "Stopped",
): Promise<void> {
  await takeSome(tx, teamId, [campaignId], why, atOnce);
}

async function takeSome(
  tx: TeamTransaction,
  teamId: string,
  campaignIds: string[],
  why: string,
  most: number,
): Promise<{ count: number; all: boolean }> {
  const some = await readRows<{ id: string }>(
    tx,
    sql`select x.id from scheduled_emails x where ${isPendingOf(campaignIds)}
          and not exists (select 1 from deliveries v where v.draft_id = x.draft_id and v.state in ${anyOf(withExchange)}) limit ${most}`,
  );
  const ids = sql.param(some.map(({ id }) => id));
  const taken = await takeBackSlots(tx, sql`e.id = any(${ids}::uuid[])`, why);
  const all = some.length < most;
  if (!all) await askFeed(tx, teamId, campaignIds);
  return { count: taken.length, all };
}

const isPendingOf = (campaignIds: string[]) =>
  sql`x.campaign_id = any(${sql.param(campaignIds)}::uuid[]) and x.status = 'pending'`;

/** Says of everybody open in these campaigns that they are held back; of many the rest is said by the feeder, which is asked for. */
export async function sayHeldBack(tx: TeamTransaction, teamId: string, campaignIds: string[]): Promise<void> {
  if (campaignIds.length === 0) return;
  const told = await readRows<{ id: string }>(
    tx,
    sql`update campaign_contacts set wait_reason = 'paused', next_at = null where id in (
          select c.id from campaign_contacts c where c.campaign_id = any(${sql.param(campaignIds)}::uuid[]) and c.status in ${anyOf(openStatuses)}
            and (c.wait_reason is distinct from 'paused' or c.next_at is not null) order by c.id limit ${byClick} for no key update)
        returning id`,
  );
  if (told.length === byClick) await askFeed(tx, teamId, campaignIds);
}
