import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { stands } from "./answered";

/** How a campaign's contacts stand; the four parts add up to `total`. */
export type ContactCounts = { total: number; gotEveryMail: number; replied: number; stopped: number; waiting: number };

/** Counts by campaign id; a campaign without contacts is not in the map. */
export async function readCounts(tx: TeamTransaction, campaignIds?: string[]): Promise<Map<string, ContactCounts>> {
  if (campaignIds?.length === 0) return new Map();
  const only = campaignIds ? sql`where campaign_id = any(${sql.param(campaignIds)}::uuid[])` : sql``;
  const rows = await readRows<{ id: string } & Record<keyof ContactCounts, number>>(
    tx,
    sql`select campaign_id as id, count(*)::int as total,
          (count(*) filter (where ${stands.gotEveryMail}))::int as "gotEveryMail", (count(*) filter (where ${stands.replied}))::int as replied,
          (count(*) filter (where ${stands.stopped}))::int as stopped, (count(*) filter (where ${stands.waiting}))::int as waiting
        from campaign_contacts c ${only} group by 1`,
  );
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

export const noContacts: ContactCounts = { total: 0, gotEveryMail: 0, replied: 0, stopped: 0, waiting: 0 };
